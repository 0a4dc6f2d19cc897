ALTER TABLE "plan_edits" DROP CONSTRAINT "plan_edits_kind_word";

ALTER TABLE "subjects" ADD COLUMN "edit_id" bigint;

ALTER TABLE "measures" ADD COLUMN "edit_id" bigint;

ALTER TABLE "subjects" ADD CONSTRAINT "subjects_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "measures" ADD CONSTRAINT "measures_edit_id_plan_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."plan_edits"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_kind_word" CHECK (kind in ('add-unit', 'add-alias', 'assign-unit', 'add-subject', 'add-measure'));
