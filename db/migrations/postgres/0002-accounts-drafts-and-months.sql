CREATE TABLE "returned_lines" (
	"move_id" bigint NOT NULL,
	"measure_id" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "returned_lines_move_id_measure_id_pk" PRIMARY KEY("move_id","measure_id")
);

CREATE TABLE "accounts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"password_changed_at" text,
	"must_change_password" boolean NOT NULL,
	"second_factor_secret" text,
	"second_factor_counter" bigint,
	"single_sign_on_subject" text,
	"created_at" text NOT NULL,
	"disabled_at" text,
	"version" bigint NOT NULL,
	CONSTRAINT "accounts_key" UNIQUE("key"),
	CONSTRAINT "accounts_single_sign_on_subject" UNIQUE("single_sign_on_subject"),
	CONSTRAINT "accounts_role_word" CHECK (role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "accounts_password_changed_at_shape" CHECK (password_changed_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_created_at_shape" CHECK (created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_disabled_at_shape" CHECK (disabled_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "accounts_not_the_product" CHECK (role <> 'system'),
	CONSTRAINT "accounts_counter_of_a_factor" CHECK (second_factor_counter is null or second_factor_secret is not null)
);

CREATE TABLE "account_departments" (
	"account_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	CONSTRAINT "account_departments_account_id_department_id_pk" PRIMARY KEY("account_id","department_id")
);

CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" bigint,
	"data" text NOT NULL,
	"created_at" text NOT NULL,
	"seen_at" text NOT NULL,
	CONSTRAINT "sessions_created_at_shape" CHECK (created_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "sessions_seen_at_shape" CHECK (seen_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "sessions_data_json" CHECK (data is null or data::json is not null),
	CONSTRAINT "sessions_token_hashed" CHECK (length(token_hash) = 64)
);

CREATE TABLE "refused_sign_ins" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"failure" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "refused_sign_ins_failure_word" CHECK (failure in ('password', 'second-factor', 'set-up-code')),
	CONSTRAINT "refused_sign_ins_at_shape" CHECK (at like '____-__-__T__:__:__.___Z')
);

CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"changed_at" text NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "settings_changed_at_shape" CHECK (changed_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "settings_value_json" CHECK (value is null or value::json is not null)
);

CREATE TABLE "answered_requests" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"answer" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "answered_requests_account_key_pk" PRIMARY KEY("account","key"),
	CONSTRAINT "answered_requests_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "answered_requests_answer_json" CHECK (answer is null or answer::json is not null),
	CONSTRAINT "answered_requests_digest_length" CHECK (length(digest) = 64)
);

CREATE TABLE "drafts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"period" text NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "drafts_kind_word" CHECK (kind in ('report', 'correction', 'confirmation')),
	CONSTRAINT "drafts_basis_word" CHECK (basis in ('department', 'statistics')),
	CONSTRAINT "drafts_period_shape" CHECK (period like '____-__'),
	CONSTRAINT "drafts_created_at_shape" CHECK (created_at like '____-__-__T__:__:__.___Z')
);

CREATE TABLE "draft_lines" (
	"draft_id" bigint NOT NULL,
	"measure_id" bigint NOT NULL,
	"typed" text NOT NULL,
	"version" bigint NOT NULL,
	"written_by" text NOT NULL,
	"written_at" text NOT NULL,
	CONSTRAINT "draft_lines_draft_id_measure_id_pk" PRIMARY KEY("draft_id","measure_id"),
	CONSTRAINT "draft_lines_typed_json" CHECK (typed is null or typed::json is not null),
	CONSTRAINT "draft_lines_written_at_shape" CHECK (written_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "draft_lines_version_from_one" CHECK (version >= 1)
);

CREATE TABLE "evidence" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"measure_id" bigint NOT NULL,
	"period" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" text NOT NULL,
	"added_at" text NOT NULL,
	CONSTRAINT "evidence_period_shape" CHECK (period like '____-__'),
	CONSTRAINT "evidence_added_at_shape" CHECK (added_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "evidence_hash_length" CHECK (length(sha256) = 64)
);

CREATE TABLE "evidence_of_lines" (
	"line_id" bigint NOT NULL,
	"evidence_id" bigint NOT NULL,
	CONSTRAINT "evidence_of_lines_line_id_evidence_id_pk" PRIMARY KEY("line_id","evidence_id")
);

CREATE TABLE "month_moves" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"month" text NOT NULL,
	"move" text NOT NULL,
	"edition" bigint NOT NULL,
	"hash" text,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	"reason" text,
	"revision" bigint NOT NULL,
	CONSTRAINT "month_moves_move_word" CHECK (move in ('close', 'ask-reopening', 'reopen', 'keep-closed')),
	CONSTRAINT "month_moves_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "month_moves_month_shape" CHECK (month like '____-__'),
	CONSTRAINT "month_moves_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "month_moves_edition_from_one" CHECK (edition >= 1),
	CONSTRAINT "month_moves_edition_hashed" CHECK ((move = 'close') = (hash is not null)),
	CONSTRAINT "month_moves_reopening_has_reason" CHECK (move <> 'ask-reopening' or reason is not null)
);

CREATE TABLE "extensions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"department_id" bigint,
	"period" text NOT NULL,
	"due_on" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" text NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "extensions_period_shape" CHECK (period like '____-__'),
	CONSTRAINT "extensions_due_on_shape" CHECK (due_on like '____-__-__'),
	CONSTRAINT "extensions_at_shape" CHECK (at like '____-__-__T__:__:__.___Z')
);

ALTER TABLE "returned_lines" ADD CONSTRAINT "returned_lines_move_id_submission_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."submission_moves"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "returned_lines" ADD CONSTRAINT "returned_lines_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "account_departments" ADD CONSTRAINT "account_departments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "account_departments" ADD CONSTRAINT "account_departments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "drafts" ADD CONSTRAINT "drafts_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "drafts" ADD CONSTRAINT "drafts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "draft_lines" ADD CONSTRAINT "draft_lines_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "draft_lines" ADD CONSTRAINT "draft_lines_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "evidence_of_lines" ADD CONSTRAINT "evidence_of_lines_line_id_submission_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."submission_lines"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "evidence_of_lines" ADD CONSTRAINT "evidence_of_lines_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "month_moves" ADD CONSTRAINT "month_moves_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "month_moves" ADD CONSTRAINT "month_moves_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

CREATE INDEX "sessions_by_account" ON "sessions" USING btree ("account_id");

CREATE INDEX "refused_sign_ins_by_account" ON "refused_sign_ins" USING btree ("account","at");

CREATE UNIQUE INDEX "drafts_one_a_paper" ON "drafts" USING btree ("plan_id","department_id","period","kind","basis");

CREATE INDEX "evidence_by_measure" ON "evidence" USING btree ("measure_id","period");

CREATE INDEX "month_moves_by_month" ON "month_moves" USING btree ("plan_id","month");

CREATE INDEX "extensions_by_period" ON "extensions" USING btree ("plan_id","period");

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER returned_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON returned_lines
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER evidence_of_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_of_lines
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER month_moves_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON month_moves
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER extensions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON extensions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
