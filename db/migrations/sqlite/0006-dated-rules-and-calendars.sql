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
	CONSTRAINT "plan_edits_kind_word" CHECK(kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure', 'add-light-rule', 'add-entry-calendar')),
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

DROP INDEX `light_rules_once`;

ALTER TABLE `light_rules` ADD `edit_id` integer REFERENCES plan_edits(id);

CREATE INDEX `light_rules_by_plan` ON `light_rules` (`plan_id`);

-- Nothing refers to entry_calendars: it is made anew without its one row a plan.
CREATE TABLE `new_entry_calendars` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`from_month` text,
	`monthly_percent` text NOT NULL,
	`year_weights` text,
	`edit_id` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edit_id`) REFERENCES `plan_edits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_calendars_from_month_shape" CHECK(from_month like '____-__'),
	CONSTRAINT "entry_calendars_monthly_percent_json" CHECK(json_valid(monthly_percent)),
	CONSTRAINT "entry_calendars_year_weights_json" CHECK(json_valid(year_weights))
) STRICT;

INSERT INTO `new_entry_calendars`("id", "plan_id", "monthly_percent", "year_weights") SELECT "id", "plan_id", "monthly_percent", "year_weights" FROM `entry_calendars`;

DROP TABLE `entry_calendars`;

ALTER TABLE `new_entry_calendars` RENAME TO `entry_calendars`;

CREATE INDEX `entry_calendars_by_plan` ON `entry_calendars` (`plan_id`);

CREATE TRIGGER light_rules_no_update BEFORE UPDATE ON light_rules
BEGIN SELECT RAISE(ABORT, 'append-only: light_rules'); END;

CREATE TRIGGER light_rules_no_delete BEFORE DELETE ON light_rules
BEGIN SELECT RAISE(ABORT, 'append-only: light_rules'); END;

CREATE TRIGGER entry_calendars_no_update BEFORE UPDATE ON entry_calendars
BEGIN SELECT RAISE(ABORT, 'append-only: entry_calendars'); END;

CREATE TRIGGER entry_calendars_no_delete BEFORE DELETE ON entry_calendars
BEGIN SELECT RAISE(ABORT, 'append-only: entry_calendars'); END;
