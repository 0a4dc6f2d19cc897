CREATE TABLE "notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"month" text NOT NULL,
	"subject_id" bigint,
	"target_id" bigint,
	"text" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "notes_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "notes_month_shape" CHECK (month like '____-__'),
	CONSTRAINT "notes_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "notes_target_of_subject" CHECK (target_id is null or subject_id is not null)
);

CREATE TABLE "note_steps" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"note_id" bigint NOT NULL,
	"step" text NOT NULL,
	"department_id" bigint,
	"text" text,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "note_steps_step_word" CHECK (step in ('answer', 'settle', 'withdraw')),
	CONSTRAINT "note_steps_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "note_steps_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "note_steps_answer_of_unit" CHECK ((step = 'answer') = (department_id is not null)),
	CONSTRAINT "note_steps_answer_has_text" CHECK (step <> 'answer' or text is not null)
);

CREATE TABLE "visits" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"begun_at" text NOT NULL,
	"audit_row" bigint NOT NULL,
	"previous_at" text,
	"previous_row" bigint,
	CONSTRAINT "visits_begun_at_shape" CHECK (begun_at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "visits_previous_at_shape" CHECK (previous_at like '____-__-__T__:__:__.___Z')
);

ALTER TABLE "notes" ADD CONSTRAINT "notes_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "notes" ADD CONSTRAINT "notes_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "notes" ADD CONSTRAINT "notes_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "note_steps" ADD CONSTRAINT "note_steps_note_id_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "note_steps" ADD CONSTRAINT "note_steps_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "visits" ADD CONSTRAINT "visits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "notes_by_month" ON "notes" USING btree ("plan_id","month");

CREATE INDEX "note_steps_by_note" ON "note_steps" USING btree ("note_id");

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER notes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notes
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER note_steps_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON note_steps
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
