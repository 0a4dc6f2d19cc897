CREATE TABLE "briefings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"year" bigint NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"month" text NOT NULL,
	"horizon" text NOT NULL,
	"basis" text NOT NULL,
	"edition" bigint NOT NULL,
	"hash" text NOT NULL,
	"skeleton" bigint NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "briefings_basis_word" CHECK (basis in ('department', 'statistics')),
	CONSTRAINT "briefings_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "briefings_month_shape" CHECK (month like '____-__'),
	CONSTRAINT "briefings_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "briefings_hash_length" CHECK (length(hash) = 64)
);

CREATE TABLE "briefing_files" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"briefing_id" bigint NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "briefing_files_hash_length" CHECK (length(sha256) = 64)
);

CREATE TABLE "briefing_skeletons" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"plan_id" bigint NOT NULL,
	"version" bigint NOT NULL,
	"skeleton" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "briefing_skeletons_actor_role_word" CHECK (actor_role in ('reporter', 'head', 'office', 'statistics', 'leader', 'security', 'admin', 'auditor', 'system')),
	CONSTRAINT "briefing_skeletons_at_shape" CHECK (at like '____-__-__T__:__:__.___Z'),
	CONSTRAINT "briefing_skeletons_skeleton_json" CHECK (skeleton is null or skeleton::json is not null)
);

ALTER TABLE "briefings" ADD CONSTRAINT "briefings_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "briefing_files" ADD CONSTRAINT "briefing_files_briefing_id_briefings_id_fk" FOREIGN KEY ("briefing_id") REFERENCES "public"."briefings"("id") ON DELETE no action ON UPDATE no action;

ALTER TABLE "briefing_skeletons" ADD CONSTRAINT "briefing_skeletons_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;

CREATE UNIQUE INDEX "briefings_by_number" ON "briefings" USING btree ("plan_id","year","number");

CREATE UNIQUE INDEX "briefing_files_by_name" ON "briefing_files" USING btree ("briefing_id","name");

CREATE UNIQUE INDEX "briefing_skeletons_by_version" ON "briefing_skeletons" USING btree ("plan_id","version");

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;

CREATE TRIGGER briefings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON briefings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER briefing_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON briefing_files
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER briefing_skeletons_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON briefing_skeletons
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
