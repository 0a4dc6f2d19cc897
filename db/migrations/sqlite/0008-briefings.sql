CREATE TABLE `briefings` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`month` text NOT NULL,
	`horizon` text NOT NULL,
	`basis` text NOT NULL,
	`edition` integer NOT NULL,
	`hash` text NOT NULL,
	`skeleton` integer NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "briefings_basis_word" CHECK(basis in ('department', 'statistics')),
	CONSTRAINT "briefings_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "briefings_month_shape" CHECK(month like '____-__'),
	CONSTRAINT "briefings_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "briefings_hash_length" CHECK(length(hash) = 64)
) STRICT;

CREATE UNIQUE INDEX `briefings_by_number` ON `briefings` (`plan_id`,`year`,`number`);

CREATE TABLE `briefing_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`briefing_id` integer NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "briefing_files_hash_length" CHECK(length(sha256) = 64)
) STRICT;

CREATE UNIQUE INDEX `briefing_files_by_name` ON `briefing_files` (`briefing_id`,`name`);

CREATE TABLE `briefing_skeletons` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`version` integer NOT NULL,
	`skeleton` text NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "briefing_skeletons_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "briefing_skeletons_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "briefing_skeletons_skeleton_json" CHECK(json_valid(skeleton))
) STRICT;

CREATE UNIQUE INDEX `briefing_skeletons_by_version` ON `briefing_skeletons` (`plan_id`,`version`);

CREATE TRIGGER briefings_no_update BEFORE UPDATE ON briefings
BEGIN SELECT RAISE(ABORT, 'append-only: briefings'); END;

CREATE TRIGGER briefings_no_delete BEFORE DELETE ON briefings
BEGIN SELECT RAISE(ABORT, 'append-only: briefings'); END;

CREATE TRIGGER briefing_files_no_update BEFORE UPDATE ON briefing_files
BEGIN SELECT RAISE(ABORT, 'append-only: briefing_files'); END;

CREATE TRIGGER briefing_files_no_delete BEFORE DELETE ON briefing_files
BEGIN SELECT RAISE(ABORT, 'append-only: briefing_files'); END;

CREATE TRIGGER briefing_skeletons_no_update BEFORE UPDATE ON briefing_skeletons
BEGIN SELECT RAISE(ABORT, 'append-only: briefing_skeletons'); END;

CREATE TRIGGER briefing_skeletons_no_delete BEFORE DELETE ON briefing_skeletons
BEGIN SELECT RAISE(ABORT, 'append-only: briefing_skeletons'); END;
