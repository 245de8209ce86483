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
CREATE TABLE "obligation_moves" (
	"complaint" text NOT NULL,
	"seq" integer NOT NULL,
	"duty" text NOT NULL,
	"was" timestamp (3) with time zone NOT NULL,
	"now" timestamp (3) with time zone NOT NULL,
	"edition" integer NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "obligation_moves_complaint_seq_duty_pk" PRIMARY KEY("complaint","seq","duty")
);
--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "scope" text DEFAULT 'state' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "team" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "years" jsonb;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "by" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "reason" text DEFAULT '随产品发布' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "by" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reason" text DEFAULT '随产品发布' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_moves" ADD CONSTRAINT "obligation_moves_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_items_waiting" ON "batch_items" USING btree ("batch","tries","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "batch_items_refused" ON "batch_items" USING btree ("batch","complaint") WHERE state = 'refused';--> statement-breakpoint
CREATE INDEX "batches_unfinished" ON "batches" USING btree ("id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "batches_newest" ON "batches" USING btree ("recorded_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calendars_by_scope" ON "calendars" USING btree ("scope","team","edition");