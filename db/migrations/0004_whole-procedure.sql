CREATE TABLE "contact_ways" (
	"ref" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
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
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "messages_external_id" UNIQUE("channel","external_id")
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
ALTER TABLE "contents" ADD COLUMN "script_id" text;--> statement-breakpoint
ALTER TABLE "contents" ADD COLUMN "script_version" integer;--> statement-breakpoint
ALTER TABLE "contents" ADD COLUMN "script_lang" text;--> statement-breakpoint
ALTER TABLE "contact_ways" ADD CONSTRAINT "contact_ways_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_steps" ADD CONSTRAINT "message_steps_message_messages_id_fk" FOREIGN KEY ("message") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_steps" ADD CONSTRAINT "message_steps_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_claimed_for_complaints_number_fk" FOREIGN KEY ("claimed_for") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_ways_by_complaint" ON "contact_ways" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "messages_by_arrival" ON "messages" USING btree ("arrived_at","id");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("arrived_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "messages_by_complaint" ON "messages" USING btree ("complaint");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_key" UNIQUE NULLS NOT DISTINCT("complaint","key");--> statement-breakpoint
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
