-- Rows refer to plan_edits: its own are kept aside while it is made anew, and the keys are looked at when all is done.
PRAGMA defer_foreign_keys=ON;

CREATE TABLE `plan_edits_aside` AS SELECT * FROM `plan_edits`;

DROP TABLE `plan_edits`;

CREATE TABLE `plan_edits` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`kind` text NOT NULL,
	`entity` text NOT NULL,
	`from_month` text,
	`reason` text NOT NULL,
	`document` text,
	`known_at` text NOT NULL,
	`revision` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_edits_kind_word" CHECK(kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure', 'add-light-rule', 'add-entry-calendar', 'add-appraisal-rule')),
	CONSTRAINT "plan_edits_from_month_shape" CHECK(from_month like '____-__'),
	CONSTRAINT "plan_edits_known_at_shape" CHECK(known_at like '____-__-__T__:__:__.___Z')
) STRICT;

INSERT INTO `plan_edits`("id", "plan_id", "kind", "entity", "from_month", "reason", "document", "known_at", "revision", "actor") SELECT "id", "plan_id", "kind", "entity", "from_month", "reason", "document", "known_at", "revision", "actor" FROM `plan_edits_aside`;

DROP TABLE `plan_edits_aside`;

CREATE INDEX `plan_edits_by_plan` ON `plan_edits` (`plan_id`);

CREATE TRIGGER plan_edits_no_update BEFORE UPDATE ON plan_edits
BEGIN SELECT RAISE(ABORT, 'append-only: plan_edits'); END;

CREATE TRIGGER plan_edits_no_delete BEFORE DELETE ON plan_edits
BEGIN SELECT RAISE(ABORT, 'append-only: plan_edits'); END;

CREATE TABLE `appraisal_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`subject_id` integer NOT NULL,
	`from_month` text NOT NULL,
	`edit_id` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edit_id`) REFERENCES `plan_edits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraisal_rules_from_month_shape" CHECK(from_month like '____-__')
) STRICT;

CREATE INDEX `appraisal_rules_by_plan` ON `appraisal_rules` (`plan_id`);

CREATE TABLE `appraised_indicators` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`method` text NOT NULL,
	`full_marks` integer NOT NULL,
	`base_digits` integer,
	`base_decimals` integer,
	`cap_percent` integer,
	`step_marks` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `appraisal_rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraised_indicators_method_word" CHECK(method in ('against-base', 'against-best', 'by-rank')),
	CONSTRAINT "appraised_indicators_base_digits_exact" CHECK(base_digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "appraised_indicators_marks_range" CHECK(full_marks between 1 and 100000),
	CONSTRAINT "appraised_indicators_base_for_method" CHECK((method = 'against-base') = (base_digits is not null and base_decimals is not null and cap_percent is not null)),
	CONSTRAINT "appraised_indicators_base_above_nothing" CHECK(base_digits > 0 and base_decimals between 0 and 6),
	CONSTRAINT "appraised_indicators_cap_range" CHECK(cap_percent between 100 and 200),
	CONSTRAINT "appraised_indicators_step_for_method" CHECK((method = 'by-rank') = (step_marks is not null)),
	CONSTRAINT "appraised_indicators_step_range" CHECK(step_marks between 1 and full_marks)
) STRICT;

CREATE UNIQUE INDEX `appraised_indicators_once` ON `appraised_indicators` (`rule_id`,`indicator_id`);

CREATE TABLE `appraised_units` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `appraisal_rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX `appraised_units_once` ON `appraised_units` (`rule_id`,`department_id`);

CREATE TRIGGER appraisal_rules_no_update BEFORE UPDATE ON appraisal_rules
BEGIN SELECT RAISE(ABORT, 'append-only: appraisal_rules'); END;

CREATE TRIGGER appraisal_rules_no_delete BEFORE DELETE ON appraisal_rules
BEGIN SELECT RAISE(ABORT, 'append-only: appraisal_rules'); END;

CREATE TRIGGER appraised_indicators_no_update BEFORE UPDATE ON appraised_indicators
BEGIN SELECT RAISE(ABORT, 'append-only: appraised_indicators'); END;

CREATE TRIGGER appraised_indicators_no_delete BEFORE DELETE ON appraised_indicators
BEGIN SELECT RAISE(ABORT, 'append-only: appraised_indicators'); END;

CREATE TRIGGER appraised_units_no_update BEFORE UPDATE ON appraised_units
BEGIN SELECT RAISE(ABORT, 'append-only: appraised_units'); END;

CREATE TRIGGER appraised_units_no_delete BEFORE DELETE ON appraised_units
BEGIN SELECT RAISE(ABORT, 'append-only: appraised_units'); END;
