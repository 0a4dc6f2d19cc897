CREATE TABLE "ledger_revisions" (
	"revision" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"action" text NOT NULL,
	CONSTRAINT "ledger_revisions_at_shape" CHECK (at like '____-__-__T__:__:__.___Z')
);

CREATE TABLE "audit_rows" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"payload" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_rows_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "audit_rows_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "audit_rows_payload_json" CHECK (payload is null or payload::json is not null),
	CONSTRAINT "audit_rows_hash_length" CHECK (length(hash) = 64 and length(previous_hash) = 64)
);

CREATE TABLE "workspaces" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" text NOT NULL,
	"today" text,
	CONSTRAINT "workspaces_kind_word" CHECK (kind in ('demonstration', 'production')),
	CONSTRAINT "workspaces_created_at_shape" CHECK (created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "workspaces_today_shape" CHECK (today like '____-__-__'),
	CONSTRAINT "workspaces_one_row" CHECK (id = 1),
	CONSTRAINT "workspaces_own_clock" CHECK ((kind = 'demonstration') = (today is not null))
);

CREATE TABLE "jurisdictions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" bigint,
	"valid_from" text,
	"valid_to" text,
	CONSTRAINT "jurisdictions_code" UNIQUE("code"),
	CONSTRAINT "jurisdictions_kind_word" CHECK (kind in ('nation', 'province', 'prefecture', 'county', 'zone')),
	CONSTRAINT "jurisdictions_valid_from_shape" CHECK (valid_from like '____-__-__'),
	CONSTRAINT "jurisdictions_valid_to_shape" CHECK (valid_to like '____-__-__'),
	CONSTRAINT "jurisdictions_nation_alone_has_no_parent" CHECK ((kind = 'nation') = (parent_id is null))
);

CREATE TABLE "departments" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"jurisdiction_id" bigint NOT NULL,
	"members_are_complete" boolean NOT NULL,
	CONSTRAINT "departments_key" UNIQUE("key"),
	CONSTRAINT "departments_kind_word" CHECK (kind in ('government', 'bureau', 'party', 'zone', 'institution', 'headquarters', 'enterprise', 'group'))
);

CREATE TABLE "department_members" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"group_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"from_month" text,
	"to_month" text,
	"position" bigint NOT NULL,
	CONSTRAINT "department_members_from_month_shape" CHECK (from_month like '____-__'),
	CONSTRAINT "department_members_to_month_shape" CHECK (to_month like '____-__'),
	CONSTRAINT "department_members_not_itself" CHECK (group_id <> member_id)
);

CREATE TABLE "plans" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"document_number" text,
	"issuer_id" bigint NOT NULL,
	"jurisdiction_id" bigint NOT NULL,
	"market_entity_word" text NOT NULL,
	"issued_on" text NOT NULL,
	"published_on" text,
	"effective_from" text,
	"expires_on" text,
	"frequency" text NOT NULL,
	"first_period" text NOT NULL,
	"due_day" bigint NOT NULL,
	"calendar_reason_zh" text,
	"calendar_reason_en" text,
	"content_hash" text NOT NULL,
	CONSTRAINT "plans_key" UNIQUE("key"),
	CONSTRAINT "plans_market_entity_word_word" CHECK (market_entity_word in ('市场主体', '经营主体')),
	CONSTRAINT "plans_frequency_word" CHECK (frequency in ('month', 'quarter')),
	CONSTRAINT "plans_issued_on_shape" CHECK (issued_on like '____-__-__'),
	CONSTRAINT "plans_published_on_shape" CHECK (published_on like '____-__-__'),
	CONSTRAINT "plans_effective_from_shape" CHECK (effective_from like '____-__-__'),
	CONSTRAINT "plans_expires_on_shape" CHECK (expires_on like '____-__-__'),
	CONSTRAINT "plans_first_period_shape" CHECK (first_period like '____-__'),
	CONSTRAINT "plans_due_day_range" CHECK (due_day between 1 and 28)
);

CREATE TABLE "plan_departments" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"position" bigint NOT NULL
);

CREATE TABLE "department_aliases" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"alias" text NOT NULL
);

CREATE TABLE "subjects" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"clause" text NOT NULL,
	"park_zh" text,
	"park_en" text,
	"lead_enterprise_zh" text,
	"lead_enterprise_en" text,
	"directions" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "subjects_kind_word" CHECK (kind in ('headline', 'chain', 'task')),
	CONSTRAINT "subjects_directions_json" CHECK (directions is null or directions::json is not null)
);

CREATE TABLE "assignments" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"subject_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"role" text NOT NULL,
	"is_reporting" boolean NOT NULL,
	"is_implied" boolean NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "assignments_role_word" CHECK (role in ('lead', 'responsible'))
);

CREATE TABLE "light_rules" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"from_month" text NOT NULL,
	"mode" text NOT NULL,
	"tolerance_percent" bigint NOT NULL,
	"is_inclusive" boolean NOT NULL,
	CONSTRAINT "light_rules_mode_word" CHECK (mode in ('points', 'ratio')),
	CONSTRAINT "light_rules_from_month_shape" CHECK (from_month like '____-__'),
	CONSTRAINT "light_rules_tolerance_range" CHECK (tolerance_percent between 0 and 100)
);

CREATE TABLE "entry_calendars" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"monthly_percent" text NOT NULL,
	"year_weights" text,
	CONSTRAINT "entry_calendars_once" UNIQUE("plan_id"),
	CONSTRAINT "entry_calendars_monthly_percent_json" CHECK (monthly_percent is null or monthly_percent::json is not null),
	CONSTRAINT "entry_calendars_year_weights_json" CHECK (year_weights is null or year_weights::json is not null)
);

CREATE TABLE "incentives" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"key" text NOT NULL,
	"payload" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "incentives_payload_json" CHECK (payload is null or payload::json is not null)
);

CREATE TABLE "indicators" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"unit_zh" text NOT NULL,
	"unit_en" text NOT NULL,
	"decimals" bigint NOT NULL,
	"is_indivisible" boolean NOT NULL,
	"definition_zh" text,
	"definition_en" text,
	CONSTRAINT "indicators_key" UNIQUE("key"),
	CONSTRAINT "indicators_decimals_range" CHECK (decimals between 0 and 6)
);

CREATE TABLE "measures" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"subject_id" bigint NOT NULL,
	"key" text NOT NULL,
	"indicator_id" bigint NOT NULL,
	"nature" text NOT NULL,
	"scope_kind" text,
	"scope_key" text,
	"scope_name_zh" text,
	"scope_name_en" text,
	"opening_month" text,
	"opening_amount" bigint,
	"opening_implied_zh" text,
	"opening_implied_en" text,
	"reporting_department_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "measures_nature_word" CHECK (nature in ('population', 'tally', 'yearly-flow', 'level', 'rate', 'milestone')),
	CONSTRAINT "measures_scope_kind_word" CHECK (scope_kind in ('place', 'firm', 'product', 'unit')),
	CONSTRAINT "measures_opening_month_shape" CHECK (opening_month like '____-__'),
	CONSTRAINT "measures_opening_amount_exact" CHECK (opening_amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "measures_scope_whole" CHECK ((scope_kind is null) = (scope_key is null)),
	CONSTRAINT "measures_opening_whole" CHECK ((opening_month is null) = (opening_amount is null))
);

CREATE TABLE "targets" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"measure_id" bigint NOT NULL,
	"key" text NOT NULL,
	"reading" text NOT NULL,
	"comparator" text NOT NULL,
	"direction" text NOT NULL,
	"origin" text NOT NULL,
	"deadline" text,
	"horizon" text NOT NULL,
	"is_yearly" boolean NOT NULL,
	"hardness" text NOT NULL,
	"clause" text NOT NULL,
	"curve" text NOT NULL,
	"curve_points" text,
	"ambiguous_zh" text,
	"ambiguous_en" text,
	"implied_zh" text,
	"implied_en" text,
	"is_made_of_parts" boolean NOT NULL,
	"made_of_note_zh" text,
	"made_of_note_en" text,
	"position" bigint NOT NULL,
	CONSTRAINT "targets_reading_word" CHECK (reading in ('new', 'net', 'total', 'growth', 'cumulative', 'level', 'gain', 'annual-growth', 'rate', 'done')),
	CONSTRAINT "targets_comparator_word" CHECK (comparator in ('>=', '>', '<=', '<', '=', 'range')),
	CONSTRAINT "targets_direction_word" CHECK (direction in ('rising', 'falling')),
	CONSTRAINT "targets_hardness_word" CHECK (hardness in ('committed', 'aspirational')),
	CONSTRAINT "targets_curve_word" CHECK (curve in ('linear', 'batch', 'custom', 'none')),
	CONSTRAINT "targets_origin_shape" CHECK (origin like '____-__'),
	CONSTRAINT "targets_deadline_shape" CHECK (deadline like '____-__'),
	CONSTRAINT "targets_curve_points_json" CHECK (curve_points is null or curve_points::json is not null),
	CONSTRAINT "targets_horizon_names_deadline" CHECK (horizon = coalesce(deadline, 'standing')),
	CONSTRAINT "targets_points_for_custom" CHECK ((curve = 'custom') = (curve_points is not null))
);

CREATE TABLE "target_parts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"target_id" bigint NOT NULL,
	"part_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "target_parts_not_itself" CHECK (target_id <> part_id)
);

CREATE TABLE "submissions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"period" text NOT NULL,
	"kind" text NOT NULL,
	"corrects_id" bigint,
	"number" bigint NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "submissions_kind_word" CHECK (kind in ('report', 'correction', 'confirmation')),
	CONSTRAINT "submissions_period_shape" CHECK (period like '____-__'),
	CONSTRAINT "submissions_created_at_shape" CHECK (created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "submissions_number_from_one" CHECK (number >= 1),
	CONSTRAINT "submissions_correction_corrects" CHECK ((kind = 'correction') = (corrects_id is not null))
);

CREATE TABLE "submission_moves" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"submission_id" bigint NOT NULL,
	"move" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	"reason" text,
	"revision" bigint NOT NULL,
	CONSTRAINT "submission_moves_move_word" CHECK (move in ('save', 'submit', 'return', 'accept')),
	CONSTRAINT "submission_moves_from_state_word" CHECK (from_state in ('open', 'draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "submission_moves_to_state_word" CHECK (to_state in ('open', 'draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "submission_moves_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "submission_moves_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "submission_moves_return_has_reason" CHECK (move <> 'return' or reason is not null)
);

CREATE TABLE "submission_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"submission_id" bigint NOT NULL,
	"round" bigint NOT NULL,
	"measure_id" bigint NOT NULL,
	"basis" text NOT NULL,
	"entries" bigint,
	"exits" bigint,
	"stock" bigint,
	"amount" bigint,
	"done_on" text,
	"is_unchanged" boolean NOT NULL,
	"note" text,
	"reason" text,
	"revision" bigint NOT NULL,
	CONSTRAINT "submission_lines_basis_word" CHECK (basis in ('department', 'statistics')),
	CONSTRAINT "submission_lines_done_on_shape" CHECK (done_on like '____-__-__'),
	CONSTRAINT "submission_lines_entries_exact" CHECK (entries between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_exits_exact" CHECK (exits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_stock_exact" CHECK (stock between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_amount_exact" CHECK (amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "submission_lines_round_from_one" CHECK (round >= 1)
);

CREATE TABLE "target_revisions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"target_id" bigint NOT NULL,
	"from_month" text NOT NULL,
	"digits" bigint NOT NULL,
	"decimals" bigint NOT NULL,
	"stretch_digits" bigint,
	"stretch_decimals" bigint,
	"reason" text,
	"document" text,
	"known_at" text NOT NULL,
	"revision" bigint NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "target_revisions_from_month_shape" CHECK (from_month like '____-__'),
	CONSTRAINT "target_revisions_known_at_shape" CHECK (known_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "target_revisions_digits_exact" CHECK (digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "target_revisions_stretch_digits_exact" CHECK (stretch_digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "target_revisions_decimals_range" CHECK (decimals between 0 and 15 and stretch_decimals between 0 and 15),
	CONSTRAINT "target_revisions_stretch_whole" CHECK ((stretch_digits is null) = (stretch_decimals is null))
);

CREATE TABLE "observations" (
	"measure_id" bigint NOT NULL,
	"basis" text NOT NULL,
	"month" text NOT NULL,
	"number" bigint NOT NULL,
	"entries" bigint,
	"exits" bigint,
	"stock" bigint,
	"amount" bigint,
	"done_on" text,
	"submission_id" bigint,
	"reported_by" text NOT NULL,
	"reported_at" text NOT NULL,
	"accepted_by" text NOT NULL,
	"known_at" text NOT NULL,
	"revision" bigint NOT NULL,
	"reason" text,
	"note" text,
	CONSTRAINT "observations_measure_id_basis_month_number_pk" PRIMARY KEY("measure_id","basis","month","number"),
	CONSTRAINT "observations_basis_word" CHECK (basis in ('department', 'statistics')),
	CONSTRAINT "observations_month_shape" CHECK (month like '____-__'),
	CONSTRAINT "observations_done_on_shape" CHECK (done_on like '____-__-__'),
	CONSTRAINT "observations_reported_at_shape" CHECK (reported_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "observations_known_at_shape" CHECK (known_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "observations_entries_exact" CHECK (entries between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_exits_exact" CHECK (exits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_stock_exact" CHECK (stock between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_amount_exact" CHECK (amount between -9007199254740991 and 9007199254740991),
	CONSTRAINT "observations_says_something" CHECK (coalesce(entries, exits, stock, amount) is not null),
	CONSTRAINT "observations_number_from_one" CHECK (number >= 1),
	CONSTRAINT "observations_correction_has_reason" CHECK (number = 1 or reason is not null)
);

CREATE TABLE "headline_rows" (
	"indicator" text NOT NULL,
	"reading" text NOT NULL,
	"horizon" text NOT NULL,
	"basis" text NOT NULL,
	"month" text NOT NULL,
	"target_id" bigint NOT NULL,
	"row" text NOT NULL,
	CONSTRAINT "headline_rows_indicator_reading_horizon_basis_month_target_id_pk" PRIMARY KEY("indicator","reading","horizon","basis","month","target_id"),
	CONSTRAINT "headline_rows_reading_word" CHECK (reading in ('new', 'net', 'total', 'growth', 'cumulative', 'level', 'gain', 'annual-growth', 'rate', 'done')),
	CONSTRAINT "headline_rows_basis_word" CHECK (basis in ('department', 'statistics')),
	CONSTRAINT "headline_rows_month_shape" CHECK (month like '____-__'),
	CONSTRAINT "headline_rows_row_json" CHECK (row is null or row::json is not null)
);

ALTER TABLE "audit_rows" ADD CONSTRAINT "audit_rows_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "jurisdictions" ADD CONSTRAINT "jurisdictions_parent_id_jurisdictions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."jurisdictions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "departments" ADD CONSTRAINT "departments_jurisdiction_id_jurisdictions_id_fk" FOREIGN KEY ("jurisdiction_id") REFERENCES "public"."jurisdictions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "department_members" ADD CONSTRAINT "department_members_group_id_departments_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "department_members" ADD CONSTRAINT "department_members_member_id_departments_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plans" ADD CONSTRAINT "plans_issuer_id_departments_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plans" ADD CONSTRAINT "plans_jurisdiction_id_jurisdictions_id_fk" FOREIGN KEY ("jurisdiction_id") REFERENCES "public"."jurisdictions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plan_departments" ADD CONSTRAINT "plan_departments_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plan_departments" ADD CONSTRAINT "plan_departments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "subjects" ADD CONSTRAINT "subjects_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "assignments" ADD CONSTRAINT "assignments_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "assignments" ADD CONSTRAINT "assignments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "light_rules" ADD CONSTRAINT "light_rules_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "entry_calendars" ADD CONSTRAINT "entry_calendars_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "incentives" ADD CONSTRAINT "incentives_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "measures" ADD CONSTRAINT "measures_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "measures" ADD CONSTRAINT "measures_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "measures" ADD CONSTRAINT "measures_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "measures" ADD CONSTRAINT "measures_reporting_department_id_departments_id_fk" FOREIGN KEY ("reporting_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "targets" ADD CONSTRAINT "targets_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "targets" ADD CONSTRAINT "targets_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "target_parts" ADD CONSTRAINT "target_parts_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "target_parts" ADD CONSTRAINT "target_parts_part_id_targets_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submissions" ADD CONSTRAINT "submissions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submissions" ADD CONSTRAINT "submissions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submissions" ADD CONSTRAINT "submissions_corrects_id_submissions_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submission_moves" ADD CONSTRAINT "submission_moves_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submission_moves" ADD CONSTRAINT "submission_moves_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submission_lines" ADD CONSTRAINT "submission_lines_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submission_lines" ADD CONSTRAINT "submission_lines_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "submission_lines" ADD CONSTRAINT "submission_lines_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "target_revisions" ADD CONSTRAINT "target_revisions_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "target_revisions" ADD CONSTRAINT "target_revisions_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "observations" ADD CONSTRAINT "observations_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "observations" ADD CONSTRAINT "observations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "observations" ADD CONSTRAINT "observations_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "headline_rows" ADD CONSTRAINT "headline_rows_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;

CREATE UNIQUE INDEX "audit_rows_one_a_revision" ON "audit_rows" USING btree ("revision");

CREATE INDEX "audit_rows_by_entity" ON "audit_rows" USING btree ("entity");

CREATE INDEX "jurisdictions_by_parent" ON "jurisdictions" USING btree ("parent_id");

CREATE INDEX "departments_by_jurisdiction" ON "departments" USING btree ("jurisdiction_id");

CREATE INDEX "department_members_by_group" ON "department_members" USING btree ("group_id");

CREATE INDEX "department_members_by_member" ON "department_members" USING btree ("member_id");

CREATE INDEX "plans_by_jurisdiction" ON "plans" USING btree ("jurisdiction_id");

CREATE UNIQUE INDEX "plan_departments_once" ON "plan_departments" USING btree ("plan_id","department_id");

CREATE INDEX "plan_departments_by_department" ON "plan_departments" USING btree ("department_id");

CREATE UNIQUE INDEX "department_aliases_once" ON "department_aliases" USING btree ("plan_id","alias");

CREATE UNIQUE INDEX "subjects_key" ON "subjects" USING btree ("plan_id","key");

CREATE UNIQUE INDEX "assignments_once" ON "assignments" USING btree ("subject_id","department_id","role");

CREATE INDEX "assignments_by_department" ON "assignments" USING btree ("department_id");

CREATE UNIQUE INDEX "light_rules_once" ON "light_rules" USING btree ("plan_id","from_month");

CREATE UNIQUE INDEX "incentives_key" ON "incentives" USING btree ("plan_id","key");

CREATE UNIQUE INDEX "measures_key" ON "measures" USING btree ("plan_id","key");

CREATE INDEX "measures_by_subject" ON "measures" USING btree ("subject_id");

CREATE INDEX "measures_by_indicator" ON "measures" USING btree ("indicator_id");

CREATE INDEX "measures_by_department" ON "measures" USING btree ("reporting_department_id");

CREATE UNIQUE INDEX "targets_key" ON "targets" USING btree ("plan_id","key");

CREATE INDEX "targets_by_measure" ON "targets" USING btree ("measure_id");

CREATE UNIQUE INDEX "target_parts_once" ON "target_parts" USING btree ("target_id","part_id");

CREATE INDEX "target_parts_by_part" ON "target_parts" USING btree ("part_id");

CREATE UNIQUE INDEX "submissions_number" ON "submissions" USING btree ("plan_id","period","department_id","number");

CREATE UNIQUE INDEX "submissions_one_report" ON "submissions" USING btree ("plan_id","period","department_id") WHERE kind = 'report';

CREATE INDEX "submissions_by_department" ON "submissions" USING btree ("department_id");

CREATE INDEX "submission_moves_by_submission" ON "submission_moves" USING btree ("submission_id");

CREATE INDEX "submission_lines_by_submission" ON "submission_lines" USING btree ("submission_id");

CREATE INDEX "target_revisions_by_target" ON "target_revisions" USING btree ("target_id","from_month");

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER ledger_revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_revisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_rows_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_rows
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submissions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submission_moves_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_moves
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submission_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_lines
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER target_revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON target_revisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER observations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON observations
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
