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
	CONSTRAINT "plan_edits_kind_word" CHECK(kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure')),
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

ALTER TABLE `subjects` ADD `edit_id` integer REFERENCES plan_edits(id);

ALTER TABLE `measures` ADD `edit_id` integer REFERENCES plan_edits(id);
