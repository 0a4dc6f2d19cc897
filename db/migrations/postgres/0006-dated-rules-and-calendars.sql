ALTER TABLE "entry_calendars" DROP CONSTRAINT "entry_calendars_once";

ALTER TABLE "plan_edits" DROP CONSTRAINT "plan_edits_kind_word";

DROP INDEX "light_rules_once";

ALTER TABLE "light_rules" ADD COLUMN "edit_id" bigint;

ALTER TABLE "entry_calendars" ADD COLUMN "from_month" text;

ALTER TABLE "entry_calendars" ADD COLUMN "edit_id" bigint;

ALTER TABLE "light_rules" ADD CONSTRAINT "light_rules_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "entry_calendars" ADD CONSTRAINT "entry_calendars_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "light_rules_by_plan" ON "light_rules" USING btree ("plan_id");

CREATE INDEX "entry_calendars_by_plan" ON "entry_calendars" USING btree ("plan_id");

ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_kind_word" CHECK (kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure', 'add-light-rule', 'add-entry-calendar'));

ALTER TABLE "entry_calendars" ADD CONSTRAINT "entry_calendars_from_month_shape" CHECK (from_month like '____-__');

CREATE TRIGGER light_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON light_rules
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER entry_calendars_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry_calendars
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
