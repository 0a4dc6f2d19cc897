CREATE TABLE "appraisal_rules" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"subject_id" bigint NOT NULL,
	"from_month" text NOT NULL,
	"edit_id" bigint NOT NULL,
	CONSTRAINT "appraisal_rules_from_month_shape" CHECK (from_month like '____-__')
);

CREATE TABLE "appraised_indicators" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"rule_id" bigint NOT NULL,
	"indicator_id" bigint NOT NULL,
	"method" text NOT NULL,
	"full_marks" bigint NOT NULL,
	"base_digits" bigint,
	"base_decimals" bigint,
	"cap_percent" bigint,
	"step_marks" bigint,
	"position" bigint NOT NULL,
	CONSTRAINT "appraised_indicators_method_word" CHECK (method in ('against-base', 'against-best', 'by-rank')),
	CONSTRAINT "appraised_indicators_base_digits_exact" CHECK (base_digits between -9007199254740991 and 9007199254740991),
	CONSTRAINT "appraised_indicators_marks_range" CHECK (full_marks between 1 and 100000),
	CONSTRAINT "appraised_indicators_base_for_method" CHECK ((method = 'against-base') = (base_digits is not null and base_decimals is not null and cap_percent is not null)),
	CONSTRAINT "appraised_indicators_base_above_nothing" CHECK (base_digits > 0 and base_decimals between 0 and 6),
	CONSTRAINT "appraised_indicators_cap_range" CHECK (cap_percent between 100 and 200),
	CONSTRAINT "appraised_indicators_step_for_method" CHECK ((method = 'by-rank') = (step_marks is not null)),
	CONSTRAINT "appraised_indicators_step_range" CHECK (step_marks between 1 and full_marks)
);

CREATE TABLE "appraised_units" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"rule_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"position" bigint NOT NULL
);

ALTER TABLE "plan_edits" DROP CONSTRAINT "plan_edits_kind_word";

ALTER TABLE "appraisal_rules" ADD CONSTRAINT "appraisal_rules_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraisal_rules" ADD CONSTRAINT "appraisal_rules_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraisal_rules" ADD CONSTRAINT "appraisal_rules_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraised_indicators" ADD CONSTRAINT "appraised_indicators_rule_id_appraisal_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."appraisal_rules"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraised_indicators" ADD CONSTRAINT "appraised_indicators_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraised_units" ADD CONSTRAINT "appraised_units_rule_id_appraisal_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."appraisal_rules"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "appraised_units" ADD CONSTRAINT "appraised_units_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "appraisal_rules_by_plan" ON "appraisal_rules" USING btree ("plan_id");

CREATE UNIQUE INDEX "appraised_indicators_once" ON "appraised_indicators" USING btree ("rule_id","indicator_id");

CREATE UNIQUE INDEX "appraised_units_once" ON "appraised_units" USING btree ("rule_id","department_id");

ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_kind_word" CHECK (kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure', 'add-light-rule', 'add-entry-calendar', 'add-appraisal-rule'));

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER appraisal_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appraisal_rules
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER appraised_indicators_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appraised_indicators
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER appraised_units_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appraised_units
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
