CREATE TABLE "absences" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"staff" text NOT NULL,
	"deputy" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_items" (
	"batch" text NOT NULL,
	"complaint" text NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"refusal" jsonb,
	"seq" integer,
	"tries" integer DEFAULT 0 NOT NULL,
	"error" text,
	"at" timestamp (3) with time zone,
	CONSTRAINT "batch_items_batch_complaint_pk" PRIMARY KEY("batch","complaint")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"data" jsonb NOT NULL,
	"by" jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"pace" jsonb,
	"started" boolean DEFAULT false NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cluster_members" (
	"cluster" text NOT NULL,
	"complaint" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cluster_members_cluster_complaint_pk" PRIMARY KEY("cluster","complaint")
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"days" integer NOT NULL,
	"state" text NOT NULL,
	"decision" jsonb,
	"decided_at" timestamp (3) with time zone,
	"ended_by" text,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaint_matters" (
	"complaint" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "complaint_matters_complaint_kind_pk" PRIMARY KEY("complaint","kind")
);
--> statement-breakpoint
CREATE TABLE "contact_keys" (
	"complaint" text NOT NULL,
	"role" text NOT NULL,
	"key_hash" text NOT NULL,
	CONSTRAINT "contact_keys_complaint_role_key_hash_pk" PRIMARY KEY("complaint","role","key_hash")
);
--> statement-breakpoint
CREATE TABLE "contact_ways" (
	"ref" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"key_hash" text,
	"by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "improvement_duties" (
	"improvement" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"person" text,
	"round" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"counted_from" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"missed_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"provisional" boolean NOT NULL,
	"calendar_edition" text NOT NULL,
	"explanation" jsonb NOT NULL,
	CONSTRAINT "improvement_duties_improvement_id_pk" PRIMARY KEY("improvement","id")
);
--> statement-breakpoint
CREATE TABLE "improvement_turns" (
	"improvement" text NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"body_hash" text,
	"by" text NOT NULL,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"events" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "improvement_turns_improvement_seq_pk" PRIMARY KEY("improvement","seq"),
	CONSTRAINT "improvement_turns_key" UNIQUE("improvement","key")
);
--> statement-breakpoint
CREATE TABLE "improvements" (
	"id" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"seq" integer NOT NULL,
	"started" boolean DEFAULT false NOT NULL,
	"what" text NOT NULL,
	"measure" text NOT NULL,
	"target" jsonb NOT NULL,
	"department" text NOT NULL,
	"person" text NOT NULL,
	"set_by" text NOT NULL,
	"set_role" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"team" text NOT NULL,
	"state" text NOT NULL,
	"round" integer NOT NULL,
	"due_date" text NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"overdue" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"file" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_revocations" (
	"link" bigint PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"other" text NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matter_additions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"matched" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_steps" (
	"message" integer NOT NULL,
	"no" integer NOT NULL,
	"step" text NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"complaint" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "message_steps_message_no_pk" PRIMARY KEY("message","no"),
	CONSTRAINT "message_steps_key" UNIQUE("by","key")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"external_id" text NOT NULL,
	"sender" text NOT NULL,
	"body" text NOT NULL,
	"team" text NOT NULL,
	"policy" text NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"answer_due_at" timestamp (3) with time zone,
	"explanation" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"complaint" text,
	"claimed_for" text,
	"handled_by" text,
	"handled_at" timestamp (3) with time zone,
	"reason" text,
	"about" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "messages_external_id" UNIQUE("channel","external_id")
);
--> statement-breakpoint
CREATE TABLE "obligation_moves" (
	"complaint" text NOT NULL,
	"seq" integer NOT NULL,
	"duty" text NOT NULL,
	"was" timestamp (3) with time zone NOT NULL,
	"now" timestamp (3) with time zone NOT NULL,
	"edition" integer,
	"team" text,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "obligation_moves_complaint_seq_duty_pk" PRIMARY KEY("complaint","seq","duty")
);
--> statement-breakpoint
CREATE TABLE "penalties" (
	"id" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"breach" text NOT NULL,
	"clause" text NOT NULL,
	"cause" text NOT NULL,
	"what" text NOT NULL,
	"offender" text NOT NULL,
	"offender_role" text NOT NULL,
	"offender_team" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"least" integer NOT NULL,
	"most" integer NOT NULL,
	"fen" integer NOT NULL,
	"state" text NOT NULL,
	"confirmed_by" text,
	"confirmed_role" text,
	"appeal_until" timestamp (3) with time zone,
	"appeal_explanation" jsonb,
	"last_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "penalties_breach" UNIQUE("complaint","breach")
);
--> statement-breakpoint
CREATE TABLE "penalty_steps" (
	"penalty" text NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"role" text,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"fen" integer NOT NULL,
	"key" text NOT NULL,
	"body_hash" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "penalty_steps_penalty_no_pk" PRIMARY KEY("penalty","no"),
	CONSTRAINT "penalty_steps_key" UNIQUE("penalty","key")
);
--> statement-breakpoint
CREATE TABLE "staff_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"staff" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"change" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"modules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"duties" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_key";--> statement-breakpoint
ALTER TABLE "inbox" ALTER COLUMN "complaint" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "complaint" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "scope" text DEFAULT 'state' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "team" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "years" jsonb;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "by" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "reason" text DEFAULT '随产品发布' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "respondents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contents" ADD COLUMN "script_id" text;--> statement-breakpoint
ALTER TABLE "contents" ADD COLUMN "script_version" integer;--> statement-breakpoint
ALTER TABLE "contents" ADD COLUMN "script_lang" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "module" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "new_product" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "follows_up" text;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "task" integer;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "account" integer;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "department" text;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "by" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reason" text DEFAULT '随产品发布' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "direct_contact" text;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_staff_id_fk" FOREIGN KEY ("staff") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_deputy_staff_id_fk" FOREIGN KEY ("deputy") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_cluster_clusters_id_fk" FOREIGN KEY ("cluster") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_opened_by_complaints_number_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_matters" ADD CONSTRAINT "complaint_matters_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_keys" ADD CONSTRAINT "contact_keys_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_ways" ADD CONSTRAINT "contact_ways_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_duties" ADD CONSTRAINT "improvement_duties_improvement_improvements_id_fk" FOREIGN KEY ("improvement") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_turns" ADD CONSTRAINT "improvement_turns_improvement_improvements_id_fk" FOREIGN KEY ("improvement") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_revocations" ADD CONSTRAINT "link_revocations_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_other_complaints_number_fk" FOREIGN KEY ("other") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_additions" ADD CONSTRAINT "matter_additions_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_steps" ADD CONSTRAINT "message_steps_message_messages_id_fk" FOREIGN KEY ("message") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_steps" ADD CONSTRAINT "message_steps_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_claimed_for_complaints_number_fk" FOREIGN KEY ("claimed_for") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_moves" ADD CONSTRAINT "obligation_moves_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalties_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalty_steps" ADD CONSTRAINT "penalty_steps_penalty_penalties_id_fk" FOREIGN KEY ("penalty") REFERENCES "public"."penalties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_changes" ADD CONSTRAINT "staff_changes_staff_staff_id_fk" FOREIGN KEY ("staff") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_staff" ON "absences" USING btree ("staff","until");--> statement-breakpoint
CREATE INDEX "absences_by_deputy" ON "absences" USING btree ("deputy","until");--> statement-breakpoint
CREATE INDEX "batch_items_waiting" ON "batch_items" USING btree ("batch","tries","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "batch_items_refused" ON "batch_items" USING btree ("batch","complaint") WHERE state = 'refused';--> statement-breakpoint
CREATE INDEX "batches_unfinished" ON "batches" USING btree ("id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "batches_newest" ON "batches" USING btree ("recorded_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "cluster_members_by_complaint" ON "cluster_members" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "clusters_by_opening" ON "clusters" USING btree ("opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_matters_by_key" ON "complaint_matters" USING btree ("kind","key","received_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contact_keys_by_hash" ON "contact_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "contact_ways_by_complaint" ON "contact_ways" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "contact_ways_by_hash" ON "contact_ways" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "improvements_not_started" ON "improvements" USING btree ("id") WHERE not started;--> statement-breakpoint
CREATE INDEX "improvements_by_complaint" ON "improvements" USING btree ("complaint","id");--> statement-breakpoint
CREATE INDEX "improvements_open_by_due" ON "improvements" USING btree ("due_date","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "links_by_complaint" ON "links" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "links_by_other" ON "links" USING btree ("other");--> statement-breakpoint
CREATE INDEX "matter_additions_waiting" ON "matter_additions" USING btree ("id") WHERE not matched;--> statement-breakpoint
CREATE INDEX "messages_by_arrival" ON "messages" USING btree ("arrived_at","id");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("arrived_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "messages_by_complaint" ON "messages" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "penalties_by_offender" ON "penalties" USING btree ("offender","proposed_at");--> statement-breakpoint
CREATE INDEX "penalties_by_time" ON "penalties" USING btree ("proposed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "staff_changes_by_staff" ON "staff_changes" USING btree ("staff");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_one_lead" ON "teams" USING btree ("lead") WHERE lead;--> statement-breakpoint
CREATE INDEX "calendars_by_scope" ON "calendars" USING btree ("scope","team","edition");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_key" UNIQUE NULLS NOT DISTINCT("complaint","key");
--> statement-breakpoint
UPDATE "complaints" SET "respondents" = coalesce("file" -> 'respondents', '[]'::jsonb);
--> statement-breakpoint
create trigger message_steps_append_only before update or delete on message_steps for each row execute function refuse_change();
--> statement-breakpoint
create trigger contact_ways_append_only before update or delete on contact_ways for each row execute function refuse_change();
--> statement-breakpoint
-- By what a person is found again: each way to reach him without its dress (+86, blanks, case), and his customer number.
create function reach_keys(contacts jsonb, customer_no text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct key), '{}') from (
    select case
        when address ~ '^\+?[\d() -]{7,}$' then right(regexp_replace(address, '\D', '', 'g'), 11)
        else lower(trim(address))
      end as key
    from (select contact ->> 'address' as address from jsonb_array_elements(contacts) as contact) as addresses
    union all select 'no:' || lower(trim(customer_no))
  ) as keys where key <> ''
$$;
--> statement-breakpoint
create index complaint_people_by_reach on complaint_people using gin (reach_keys(contacts, customer_no));
--> statement-breakpoint
create trigger improvement_turns_append_only before update or delete on improvement_turns for each row execute function refuse_change();
--> statement-breakpoint
create trigger penalty_steps_append_only before update or delete on penalty_steps for each row execute function refuse_change();
--> statement-breakpoint
create trigger improvements_standard_stays before update of complaint, what, measure, target, set_by, set_at or delete on improvements for each row execute function refuse_change();
--> statement-breakpoint
create trigger contact_keys_append_only before update or delete on contact_keys for each row execute function refuse_change();
--> statement-breakpoint
create trigger links_append_only before update or delete on links for each row execute function refuse_change();
--> statement-breakpoint
create trigger link_revocations_append_only before update or delete on link_revocations for each row execute function refuse_change();
--> statement-breakpoint
create trigger cluster_members_append_only before update or delete on cluster_members for each row execute function refuse_change();
--> statement-breakpoint
create trigger staff_changes_append_only before update or delete on staff_changes for each row execute function refuse_change();
--> statement-breakpoint
create trigger obligation_moves_append_only before update or delete on obligation_moves for each row execute function refuse_change();
--> statement-breakpoint
-- What a batch is to do is never changed; how far it is, is told by its items.
create function refuse_other_batch() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.action, new.data, new."by", new.requested_by, new.reason, new."at") is distinct from
     (old.id, old.kind, old.action, old.data, old."by", old.requested_by, old.reason, old."at") then
    raise exception 'a batch is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger batches_unchanged before update on batches for each row execute function refuse_other_batch();
--> statement-breakpoint
create trigger batches_kept before delete on batches for each row execute function refuse_change();
--> statement-breakpoint
-- These ids mean something else than a person (RESERVED_IDS of domain/people.ts): nobody may act under them.
alter table staff add constraint staff_id_not_reserved check (id not in ('system', 'customer', 'clock', 'unknown', 'owner'));
