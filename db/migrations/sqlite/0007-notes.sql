CREATE TABLE `notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`month` text NOT NULL,
	`subject_id` integer,
	`target_id` integer,
	`text` text NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notes_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "notes_month_shape" CHECK(month like '____-__'),
	CONSTRAINT "notes_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "notes_target_of_subject" CHECK(target_id is null or subject_id is not null)
) STRICT;

CREATE INDEX `notes_by_month` ON `notes` (`plan_id`,`month`);

CREATE TABLE `note_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`note_id` integer NOT NULL,
	`step` text NOT NULL,
	`department_id` integer,
	`text` text,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "note_steps_step_word" CHECK(step in ('answer', 'settle', 'withdraw')),
	CONSTRAINT "note_steps_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "note_steps_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "note_steps_answer_of_unit" CHECK((step = 'answer') = (department_id is not null)),
	CONSTRAINT "note_steps_answer_has_text" CHECK(step <> 'answer' or text is not null)
) STRICT;

CREATE INDEX `note_steps_by_note` ON `note_steps` (`note_id`);

CREATE TABLE `visits` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`begun_at` text NOT NULL,
	`audit_row` integer NOT NULL,
	`previous_at` text,
	`previous_row` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_begun_at_shape" CHECK(begun_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "visits_previous_at_shape" CHECK(previous_at like '____-__-__T__:__:__.___Z')
) STRICT;

CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes
BEGIN SELECT RAISE(ABORT, 'append-only: notes'); END;

CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'append-only: notes'); END;

CREATE TRIGGER note_steps_no_update BEFORE UPDATE ON note_steps
BEGIN SELECT RAISE(ABORT, 'append-only: note_steps'); END;

CREATE TRIGGER note_steps_no_delete BEFORE DELETE ON note_steps
BEGIN SELECT RAISE(ABORT, 'append-only: note_steps'); END;
