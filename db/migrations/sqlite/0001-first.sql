CREATE TABLE `ledger_revisions` (
	`revision` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`action` text NOT NULL,
	CONSTRAINT "ledger_revisions_at_shape" CHECK(at like '____-__-__T__:__:__.___Z')
) STRICT;

CREATE TABLE `audit_rows` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`payload` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_rows_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "audit_rows_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "audit_rows_payload_json" CHECK(json_valid(payload)),
	CONSTRAINT "audit_rows_hash_length" CHECK(length(hash) = 64 and length(previous_hash) = 64)
) STRICT;

CREATE UNIQUE INDEX `audit_rows_one_a_revision` ON `audit_rows` (`revision`);

CREATE INDEX `audit_rows_by_entity` ON `audit_rows` (`entity`);

CREATE TABLE `workspaces` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`today` text,
	CONSTRAINT "workspaces_kind_word" CHECK(kind in ('demonstration', 'production')),
	CONSTRAINT "workspaces_created_at_shape" CHECK(created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "workspaces_today_shape" CHECK(today like '____-__-__'),
	CONSTRAINT "workspaces_one_row" CHECK(id = 1),
	CONSTRAINT "workspaces_own_clock" CHECK((kind = 'demonstration') = (today is not null))
) STRICT;

CREATE TABLE `jurisdictions` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`valid_from` text,
	`valid_to` text,
	FOREIGN KEY (`parent_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "jurisdictions_kind_word" CHECK(kind in ('nation', 'province', 'prefecture', 'county', 'zone')),
	CONSTRAINT "jurisdictions_valid_from_shape" CHECK(valid_from like '____-__-__'),
	CONSTRAINT "jurisdictions_valid_to_shape" CHECK(valid_to like '____-__-__'),
	CONSTRAINT "jurisdictions_nation_alone_has_no_parent" CHECK((kind = 'nation') = (parent_id is null))
) STRICT;

CREATE UNIQUE INDEX `jurisdictions_code` ON `jurisdictions` (`code`);

CREATE INDEX `jurisdictions_by_parent` ON `jurisdictions` (`parent_id`);

CREATE TABLE `departments` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	`jurisdiction_id` integer NOT NULL,
	`members_are_complete` integer NOT NULL,
	FOREIGN KEY (`jurisdiction_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "departments_kind_word" CHECK(kind in ('government', 'bureau', 'party', 'zone', 'institution', 'headquarters', 'enterprise', 'group')),
	CONSTRAINT "departments_members_are_complete_flag" CHECK(members_are_complete in (0, 1))
) STRICT;

CREATE UNIQUE INDEX `departments_key` ON `departments` (`key`);

CREATE INDEX `departments_by_jurisdiction` ON `departments` (`jurisdiction_id`);

CREATE TABLE `department_members` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`from_month` text,
	`to_month` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "department_members_from_month_shape" CHECK(from_month like '____-__'),
	CONSTRAINT "department_members_to_month_shape" CHECK(to_month like '____-__'),
	CONSTRAINT "department_members_not_itself" CHECK(group_id <> member_id)
) STRICT;

CREATE INDEX `department_members_by_group` ON `department_members` (`group_id`);

CREATE INDEX `department_members_by_member` ON `department_members` (`member_id`);

CREATE TABLE `plans` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`document_number` text,
	`issuer_id` integer NOT NULL,
	`jurisdiction_id` integer NOT NULL,
	`market_entity_word` text NOT NULL,
	`issued_on` text NOT NULL,
	`published_on` text,
	`effective_from` text,
	`expires_on` text,
	`frequency` text NOT NULL,
	`first_period` text NOT NULL,
	`due_day` integer NOT NULL,
	`calendar_reason_zh` text,
	`calendar_reason_en` text,
	`content_hash` text NOT NULL,
	FOREIGN KEY (`issuer_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`jurisdiction_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plans_market_entity_word_word" CHECK(market_entity_word in ('市场主体', '经营主体')),
	CONSTRAINT "plans_frequency_word" CHECK(frequency in ('month', 'quarter')),
	CONSTRAINT "plans_issued_on_shape" CHECK(issued_on like '____-__-__'),
	CONSTRAINT "plans_published_on_shape" CHECK(published_on like '____-__-__'),
	CONSTRAINT "plans_effective_from_shape" CHECK(effective_from like '____-__-__'),
	CONSTRAINT "plans_expires_on_shape" CHECK(expires_on like '____-__-__'),
	CONSTRAINT "plans_first_period_shape" CHECK(first_period like '____-__'),
	CONSTRAINT "plans_due_day_range" CHECK(due_day between 1 and 28)
) STRICT;

CREATE UNIQUE INDEX `plans_key` ON `plans` (`key`);

CREATE INDEX `plans_by_jurisdiction` ON `plans` (`jurisdiction_id`);

CREATE TABLE `plan_departments` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX `plan_departments_once` ON `plan_departments` (`plan_id`,`department_id`);

CREATE INDEX `plan_departments_by_department` ON `plan_departments` (`department_id`);

CREATE TABLE `department_aliases` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`alias` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX `department_aliases_once` ON `department_aliases` (`plan_id`,`alias`);

CREATE TABLE `subjects` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`clause` text NOT NULL,
	`park_zh` text,
	`park_en` text,
	`lead_enterprise_zh` text,
	`lead_enterprise_en` text,
	`directions` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subjects_kind_word" CHECK(kind in ('headline', 'chain', 'task')),
	CONSTRAINT "subjects_directions_json" CHECK(json_valid(directions))
) STRICT;

CREATE UNIQUE INDEX `subjects_key` ON `subjects` (`plan_id`,`key`);

CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`role` text NOT NULL,
	`is_reporting` integer NOT NULL,
	`is_implied` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_role_word" CHECK(role in ('lead', 'responsible')),
	CONSTRAINT "assignments_is_reporting_flag" CHECK(is_reporting in (0, 1)),
	CONSTRAINT "assignments_is_implied_flag" CHECK(is_implied in (0, 1))
) STRICT;

CREATE UNIQUE INDEX `assignments_once` ON `assignments` (`subject_id`,`department_id`,`role`);

CREATE INDEX `assignments_by_department` ON `assignments` (`department_id`);

CREATE TABLE `light_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`from_month` text NOT NULL,
	`mode` text NOT NULL,
	`tolerance_percent` integer NOT NULL,
	`is_inclusive` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "light_rules_mode_word" CHECK(mode in ('points', 'ratio')),
	CONSTRAINT "light_rules_is_inclusive_flag" CHECK(is_inclusive in (0, 1)),
	CONSTRAINT "light_rules_from_month_shape" CHECK(from_month like '____-__'),
	CONSTRAINT "light_rules_tolerance_range" CHECK(tolerance_percent between 0 and 100)
) STRICT;

CREATE UNIQUE INDEX `light_rules_once` ON `light_rules` (`plan_id`,`from_month`);

CREATE TABLE `entry_calendars` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`monthly_percent` text NOT NULL,
	`year_weights` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_calendars_monthly_percent_json" CHECK(json_valid(monthly_percent)),
	CONSTRAINT "entry_calendars_year_weights_json" CHECK(json_valid(year_weights))
) STRICT;

CREATE UNIQUE INDEX `entry_calendars_once` ON `entry_calendars` (`plan_id`);

CREATE TABLE `incentives` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incentives_payload_json" CHECK(json_valid(payload))
) STRICT;

CREATE UNIQUE INDEX `incentives_key` ON `incentives` (`plan_id`,`key`);

CREATE TABLE `indicators` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`unit_zh` text NOT NULL,
	`unit_en` text NOT NULL,
	`decimals` integer NOT NULL,
	`is_indivisible` integer NOT NULL,
	`definition_zh` text,
	`definition_en` text,
	CONSTRAINT "indicators_is_indivisible_flag" CHECK(is_indivisible in (0, 1)),
	CONSTRAINT "indicators_decimals_range" CHECK(decimals between 0 and 6)
) STRICT;

CREATE UNIQUE INDEX `indicators_key` ON `indicators` (`key`);

CREATE TABLE `measures` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`subject_id` integer NOT NULL,
	`key` text NOT NULL,
	`indicator_id` integer NOT NULL,
	`nature` text NOT NULL,
	`scope_kind` text,
	`scope_key` text,
	`scope_name_zh` text,
	`scope_name_en` text,
	`opening_month` text,
	`opening_amount` integer,
	`opening_implied_zh` text,
	`opening_implied_en` text,
	`reporting_department_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporting_department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measures_nature_word" CHECK(nature in ('population', 'tally', 'yearly-flow', 'level', 'rate', 'milestone')),
	CONSTRAINT "measures_scope_kind_word" CHECK(scope_kind in ('place', 'firm', 'product', 'unit')),
	CONSTRAINT "measures_opening_month_shape" CHECK(opening_month like '____-__'),
	CONSTRAINT "measures_opening_amount_exact" CHECK(opening_amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "measures_scope_whole" CHECK((scope_kind is null) = (scope_key is null)),
	CONSTRAINT "measures_opening_whole" CHECK((opening_month is null) = (opening_amount is null))
) STRICT;

CREATE UNIQUE INDEX `measures_key` ON `measures` (`plan_id`,`key`);

CREATE INDEX `measures_by_subject` ON `measures` (`subject_id`);

CREATE INDEX `measures_by_indicator` ON `measures` (`indicator_id`);

CREATE INDEX `measures_by_department` ON `measures` (`reporting_department_id`);

CREATE TABLE `targets` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`key` text NOT NULL,
	`reading` text NOT NULL,
	`comparator` text NOT NULL,
	`direction` text NOT NULL,
	`origin` text NOT NULL,
	`deadline` text,
	`horizon` text NOT NULL,
	`is_yearly` integer NOT NULL,
	`hardness` text NOT NULL,
	`clause` text NOT NULL,
	`curve` text NOT NULL,
	`curve_points` text,
	`ambiguous_zh` text,
	`ambiguous_en` text,
	`implied_zh` text,
	`implied_en` text,
	`is_made_of_parts` integer NOT NULL,
	`made_of_note_zh` text,
	`made_of_note_en` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_reading_word" CHECK(reading in ('new', 'net', 'total', 'growth', 'cumulative', 'level', 'gain', 'annual-growth', 'rate', 'done')),
	CONSTRAINT "targets_comparator_word" CHECK(comparator in ('>=', '>', '<=', '<', '=', 'range')),
	CONSTRAINT "targets_direction_word" CHECK(direction in ('rising', 'falling')),
	CONSTRAINT "targets_is_yearly_flag" CHECK(is_yearly in (0, 1)),
	CONSTRAINT "targets_hardness_word" CHECK(hardness in ('committed', 'aspirational')),
	CONSTRAINT "targets_curve_word" CHECK(curve in ('linear', 'batch', 'custom', 'none')),
	CONSTRAINT "targets_is_made_of_parts_flag" CHECK(is_made_of_parts in (0, 1)),
	CONSTRAINT "targets_origin_shape" CHECK(origin like '____-__'),
	CONSTRAINT "targets_deadline_shape" CHECK(deadline like '____-__'),
	CONSTRAINT "targets_curve_points_json" CHECK(json_valid(curve_points)),
	CONSTRAINT "targets_horizon_names_deadline" CHECK(horizon = coalesce(deadline, 'standing')),
	CONSTRAINT "targets_points_for_custom" CHECK((curve = 'custom') = (curve_points is not null))
) STRICT;

CREATE UNIQUE INDEX `targets_key` ON `targets` (`plan_id`,`key`);

CREATE INDEX `targets_by_measure` ON `targets` (`measure_id`);

CREATE TABLE `target_parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`target_id` integer NOT NULL,
	`part_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_parts_not_itself" CHECK(target_id <> part_id)
) STRICT;

CREATE UNIQUE INDEX `target_parts_once` ON `target_parts` (`target_id`,`part_id`);

CREATE INDEX `target_parts_by_part` ON `target_parts` (`part_id`);

CREATE TABLE `submissions` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`corrects_id` integer,
	`number` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_kind_word" CHECK(kind in ('report', 'correction', 'confirmation')),
	CONSTRAINT "submissions_period_shape" CHECK(period like '____-__'),
	CONSTRAINT "submissions_created_at_shape" CHECK(created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "submissions_number_from_one" CHECK(number >= 1),
	CONSTRAINT "submissions_correction_corrects" CHECK((kind = 'correction') = (corrects_id is not null))
) STRICT;

CREATE UNIQUE INDEX `submissions_number` ON `submissions` (`plan_id`,`period`,`department_id`,`number`);

CREATE UNIQUE INDEX `submissions_one_report` ON `submissions` (`plan_id`,`period`,`department_id`) WHERE kind = 'report';

CREATE INDEX `submissions_by_department` ON `submissions` (`department_id`);

CREATE TABLE `submission_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`move` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`at` text NOT NULL,
	`reason` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_moves_move_word" CHECK(move in ('save', 'submit', 'return', 'accept')),
	CONSTRAINT "submission_moves_from_state_word" CHECK(from_state in ('open', 'draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "submission_moves_to_state_word" CHECK(to_state in ('open', 'draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "submission_moves_actor_role_word" CHECK(actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "submission_moves_at_shape" CHECK(at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "submission_moves_return_has_reason" CHECK(move <> 'return' or reason is not null)
) STRICT;

CREATE INDEX `submission_moves_by_submission` ON `submission_moves` (`submission_id`);

CREATE TABLE `submission_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`round` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`basis` text NOT NULL,
	`entries` integer,
	`exits` integer,
	`stock` integer,
	`amount` integer,
	`done_on` text,
	`is_unchanged` integer NOT NULL,
	`note` text,
	`reason` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_lines_basis_word" CHECK(basis in ('department', 'statistics')),
	CONSTRAINT "submission_lines_is_unchanged_flag" CHECK(is_unchanged in (0, 1)),
	CONSTRAINT "submission_lines_done_on_shape" CHECK(done_on like '____-__-__'),
	CONSTRAINT "submission_lines_entries_exact" CHECK(entries between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_exits_exact" CHECK(exits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_stock_exact" CHECK(stock between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_amount_exact" CHECK(amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_round_from_one" CHECK(round >= 1)
) STRICT;

CREATE INDEX `submission_lines_by_submission` ON `submission_lines` (`submission_id`);

CREATE TABLE `target_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`target_id` integer NOT NULL,
	`from_month` text NOT NULL,
	`digits` integer NOT NULL,
	`decimals` integer NOT NULL,
	`stretch_digits` integer,
	`stretch_decimals` integer,
	`reason` text,
	`document` text,
	`known_at` text NOT NULL,
	`revision` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_revisions_from_month_shape" CHECK(from_month like '____-__'),
	CONSTRAINT "target_revisions_known_at_shape" CHECK(known_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "target_revisions_digits_exact" CHECK(digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "target_revisions_stretch_digits_exact" CHECK(stretch_digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "target_revisions_decimals_range" CHECK(decimals between 0 and 15 and stretch_decimals between 0 and 15),
	CONSTRAINT "target_revisions_stretch_whole" CHECK((stretch_digits is null) = (stretch_decimals is null))
) STRICT;

CREATE INDEX `target_revisions_by_target` ON `target_revisions` (`target_id`,`from_month`);

CREATE TABLE `observations` (
	`measure_id` integer NOT NULL,
	`basis` text NOT NULL,
	`month` text NOT NULL,
	`number` integer NOT NULL,
	`entries` integer,
	`exits` integer,
	`stock` integer,
	`amount` integer,
	`done_on` text,
	`submission_id` integer,
	`reported_by` text NOT NULL,
	`reported_at` text NOT NULL,
	`accepted_by` text NOT NULL,
	`known_at` text NOT NULL,
	`revision` integer NOT NULL,
	`reason` text,
	`note` text,
	PRIMARY KEY(`measure_id`, `basis`, `month`, `number`),
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `ledger_revisions`(`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observations_basis_word" CHECK(basis in ('department', 'statistics')),
	CONSTRAINT "observations_month_shape" CHECK(month like '____-__'),
	CONSTRAINT "observations_done_on_shape" CHECK(done_on like '____-__-__'),
	CONSTRAINT "observations_reported_at_shape" CHECK(reported_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "observations_known_at_shape" CHECK(known_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "observations_entries_exact" CHECK(entries between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_exits_exact" CHECK(exits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_stock_exact" CHECK(stock between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_amount_exact" CHECK(amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_says_something" CHECK(coalesce(entries, exits, stock, amount) is not null),
	CONSTRAINT "observations_number_from_one" CHECK(number >= 1),
	CONSTRAINT "observations_correction_has_reason" CHECK(number = 1 or reason is not null)
) STRICT, WITHOUT ROWID;

CREATE TABLE `headline_rows` (
	`indicator` text NOT NULL,
	`reading` text NOT NULL,
	`horizon` text NOT NULL,
	`basis` text NOT NULL,
	`month` text NOT NULL,
	`target_id` integer NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`indicator`, `reading`, `horizon`, `basis`, `month`, `target_id`),
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "headline_rows_reading_word" CHECK(reading in ('new', 'net', 'total', 'growth', 'cumulative', 'level', 'gain', 'annual-growth', 'rate', 'done')),
	CONSTRAINT "headline_rows_basis_word" CHECK(basis in ('department', 'statistics')),
	CONSTRAINT "headline_rows_month_shape" CHECK(month like '____-__'),
	CONSTRAINT "headline_rows_row_json" CHECK(json_valid(row))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_revisions_no_update BEFORE UPDATE ON ledger_revisions
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_revisions'); END;

CREATE TRIGGER ledger_revisions_no_delete BEFORE DELETE ON ledger_revisions
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_revisions'); END;

CREATE TRIGGER audit_rows_no_update BEFORE UPDATE ON audit_rows
BEGIN SELECT RAISE(ABORT, 'append-only: audit_rows'); END;

CREATE TRIGGER audit_rows_no_delete BEFORE DELETE ON audit_rows
BEGIN SELECT RAISE(ABORT, 'append-only: audit_rows'); END;

CREATE TRIGGER submissions_no_update BEFORE UPDATE ON submissions
BEGIN SELECT RAISE(ABORT, 'append-only: submissions'); END;

CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions
BEGIN SELECT RAISE(ABORT, 'append-only: submissions'); END;

CREATE TRIGGER submission_moves_no_update BEFORE UPDATE ON submission_moves
BEGIN SELECT RAISE(ABORT, 'append-only: submission_moves'); END;

CREATE TRIGGER submission_moves_no_delete BEFORE DELETE ON submission_moves
BEGIN SELECT RAISE(ABORT, 'append-only: submission_moves'); END;

CREATE TRIGGER submission_lines_no_update BEFORE UPDATE ON submission_lines
BEGIN SELECT RAISE(ABORT, 'append-only: submission_lines'); END;

CREATE TRIGGER submission_lines_no_delete BEFORE DELETE ON submission_lines
BEGIN SELECT RAISE(ABORT, 'append-only: submission_lines'); END;

CREATE TRIGGER target_revisions_no_update BEFORE UPDATE ON target_revisions
BEGIN SELECT RAISE(ABORT, 'append-only: target_revisions'); END;

CREATE TRIGGER target_revisions_no_delete BEFORE DELETE ON target_revisions
BEGIN SELECT RAISE(ABORT, 'append-only: target_revisions'); END;

CREATE TRIGGER observations_no_update BEFORE UPDATE ON observations
BEGIN SELECT RAISE(ABORT, 'append-only: observations'); END;

CREATE TRIGGER observations_no_delete BEFORE DELETE ON observations
BEGIN SELECT RAISE(ABORT, 'append-only: observations'); END;
