CREATE TABLE "plan_edits" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"entity" text NOT NULL,
	"from_month" text,
	"reason" text NOT NULL,
	"document" text,
	"known_at" text NOT NULL,
	"revision" bigint NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "plan_edits_kind_word" CHECK (kind in ('add-unit', 'add-alias', 'assign-unit')),
	CONSTRAINT "plan_edits_from_month_shape" CHECK (from_month like '____-__'),
	CONSTRAINT "plan_edits_known_at_shape" CHECK (known_at like '____-__-__T__:__:__.___Z')
);

ALTER TABLE "plan_departments" ADD COLUMN "edit_id" bigint;

ALTER TABLE "department_aliases" ADD COLUMN "edit_id" bigint;

ALTER TABLE "assignments" ADD COLUMN "edit_id" bigint;

ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_revision_ledger_revisions_revision_fk" FOREIGN KEY ("revision") REFERENCES "public"."ledger_revisions"("revision") ON DELETE no action ON UPDATE no action;

CREATE INDEX "plan_edits_by_plan" ON "plan_edits" USING btree ("plan_id");

ALTER TABLE "plan_departments" ADD CONSTRAINT "plan_departments_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "assignments" ADD CONSTRAINT "assignments_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER plan_edits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_edits
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
