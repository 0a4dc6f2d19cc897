CREATE TABLE `returned_lines` (
	`move_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`move_id`, `measure_id`),
	FOREIGN KEY (`move_id`) REFERENCES `submission_moves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`password_changed_at` text,
	`must_change_password` integer NOT NULL,
	`second_factor_secret` text,
	`second_factor_counter` integer,
	`single_sign_on_subject` text,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`version` integer NOT NULL,
	CONSTRAINT "accounts_role_word" CHECK(role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "accounts_must_change_password_flag" CHECK(must_change_password in (0, 1)),
	CONSTRAINT "accounts_password_changed_at_shape" CHECK(password_changed_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_created_at_shape" CHECK(created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_disabled_at_shape" CHECK(disabled_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_not_the_product" CHECK(role <> 'system'),
	CONSTRAINT "accounts_counter_of_a_factor" CHECK(second_factor_counter is null or second_factor_secret is not null)
) STRICT;

CREATE UNIQUE INDEX `accounts_key` ON `accounts` (`key`);

CREATE UNIQUE INDEX `accounts_single_sign_on_subject` ON `accounts` (`single_sign_on_subject`);

CREATE TABLE `account_departments` (
	`account_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	PRIMARY KEY(`account_id`, `department_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer,
	`data` text NOT NULL,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_created_at_shape" CHECK(created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "sessions_seen_at_shape" CHECK(seen_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "sessions_data_json" CHECK(json_valid(data)),
	CONSTRAINT "sessions_token_hashed" CHECK(length(token_hash) = 64)
) STRICT;

CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`);

CREATE TABLE `refused_sign_ins` (
	`id` integer PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`failure` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "refused_sign_ins_failure_word" CHECK(failure in ('password', 'second-factor', 'set-up-code')),
	CONSTRAINT "refused_sign_ins_at_shape" CHECK(at like '____-__-__T__:__:__.___Z')
) STRICT;

CREATE INDEX `refused_sign_ins_by_account` ON `refused_sign_ins` (`account`,`at`);

CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "settings_changed_at_shape" CHECK(changed_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "settings_value_json" CHECK(json_valid(value))
) STRICT;

CREATE TABLE `answered_requests` (
	`account` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`account`, `key`),
	CONSTRAINT "answered_requests_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "answered_requests_answer_json" CHECK(json_valid(answer)),
	CONSTRAINT "answered_requests_digest_length" CHECK(length(digest) = 64)
) STRICT;

CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`basis` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_kind_word" CHECK(kind in ('report', 'correction', 'confirmation')),
	CONSTRAINT "drafts_basis_word" CHECK(basis in ('department', 'statistics')),
	CONSTRAINT "drafts_period_shape" CHECK(period like '____-__'),
	CONSTRAINT "drafts_created_at_shape" CHECK(created_at like '____-__-__T__:__:__.___Z')
) STRICT;

CREATE UNIQUE INDEX `drafts_one_a_paper` ON `drafts` (`plan_id`,`department_id`,`period`,`kind`,`basis`);

CREATE TABLE `draft_lines` (
	`draft_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`typed` text NOT NULL,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` text NOT NULL,
	PRIMARY KEY(`draft_id`, `measure_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_lines_typed_json" CHECK(json_valid(typed)),
	CONSTRAINT "draft_lines_written_at_shape" CHECK(written_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "draft_lines_version_from_one" CHECK(version >= 1)
) STRICT;

CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`period` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`content` blob NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_period_shape" CHECK(period like '____-__'),
	CONSTRAINT "evidence_added_at_shape" CHECK(added_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "evidence_hash_length" CHECK(length(sha256) = 64)
) STRICT;

CREATE INDEX `evidence_by_measure` ON `evidence` (`measure_id`,`period`);

CREATE TABLE `evidence_of_lines` (
	`line_id` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	PRIMARY KEY(`line_id`, `evidence_id`),
	FOREIGN KEY (`line_id`) REFERENCES `submission_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `month_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`month` text NOT NULL,
	`move` text NOT NULL,
	`edition` integer NOT NULL,
	`hash` text,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	`reason` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "month_moves_move_word" CHECK(move in ('close', 'ask-reopening', 'reopen', 'keep-closed')),
	CONSTRAINT "month_moves_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "month_moves_month_shape" CHECK(month like '____-__'),
	CONSTRAINT "month_moves_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "month_moves_edition_from_one" CHECK(edition >= 1),
	CONSTRAINT "month_moves_edition_hashed" CHECK((move = 'close') = (hash is not null)),
	CONSTRAINT "month_moves_reopening_has_reason" CHECK(move <> 'ask-reopening' or reason is not null)
) STRICT;

CREATE INDEX `month_moves_by_month` ON `month_moves` (`plan_id`,`month`);

CREATE TABLE `extensions` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer,
	`period` text NOT NULL,
	`due_on` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`at` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extensions_period_shape" CHECK(period like '____-__'),
	CONSTRAINT "extensions_due_on_shape" CHECK(due_on like '____-__-__'),
	CONSTRAINT "extensions_at_shape" CHECK(at like '____-__-__T__:__:__.___Z')
) STRICT;

CREATE INDEX `extensions_by_period` ON `extensions` (`plan_id`,`period`);

CREATE TRIGGER returned_lines_no_update BEFORE UPDATE ON returned_lines
BEGIN SELECT RAISE(ABORT, 'append-only: returned_lines'); END;

CREATE TRIGGER returned_lines_no_delete BEFORE DELETE ON returned_lines
BEGIN SELECT RAISE(ABORT, 'append-only: returned_lines'); END;

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'append-only: evidence'); END;

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'append-only: evidence'); END;

CREATE TRIGGER evidence_of_lines_no_update BEFORE UPDATE ON evidence_of_lines
BEGIN SELECT RAISE(ABORT, 'append-only: evidence_of_lines'); END;

CREATE TRIGGER evidence_of_lines_no_delete BEFORE DELETE ON evidence_of_lines
BEGIN SELECT RAISE(ABORT, 'append-only: evidence_of_lines'); END;

CREATE TRIGGER month_moves_no_update BEFORE UPDATE ON month_moves
BEGIN SELECT RAISE(ABORT, 'append-only: month_moves'); END;

CREATE TRIGGER month_moves_no_delete BEFORE DELETE ON month_moves
BEGIN SELECT RAISE(ABORT, 'append-only: month_moves'); END;

CREATE TRIGGER extensions_no_update BEFORE UPDATE ON extensions
BEGIN SELECT RAISE(ABORT, 'append-only: extensions'); END;

CREATE TRIGGER extensions_no_delete BEFORE DELETE ON extensions
BEGIN SELECT RAISE(ABORT, 'append-only: extensions'); END;
