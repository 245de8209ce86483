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
ALTER TABLE "improvement_duties" ADD CONSTRAINT "improvement_duties_improvement_improvements_id_fk" FOREIGN KEY ("improvement") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_turns" ADD CONSTRAINT "improvement_turns_improvement_improvements_id_fk" FOREIGN KEY ("improvement") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalties_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalty_steps" ADD CONSTRAINT "penalty_steps_penalty_penalties_id_fk" FOREIGN KEY ("penalty") REFERENCES "public"."penalties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvements_not_started" ON "improvements" USING btree ("id") WHERE not started;--> statement-breakpoint
CREATE INDEX "improvements_by_complaint" ON "improvements" USING btree ("complaint","id");--> statement-breakpoint
CREATE INDEX "improvements_open_by_due" ON "improvements" USING btree ("due_date","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "penalties_by_offender" ON "penalties" USING btree ("offender","proposed_at");--> statement-breakpoint
CREATE INDEX "penalties_by_time" ON "penalties" USING btree ("proposed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
create trigger improvement_turns_append_only before update or delete on improvement_turns for each row execute function refuse_change();--> statement-breakpoint
create trigger penalty_steps_append_only before update or delete on penalty_steps for each row execute function refuse_change();--> statement-breakpoint
-- What is to improve, and by what it is measured, is said once: another standard is another improvement.
create trigger improvements_standard_stays before update of complaint, what, measure, target, set_by, set_at or delete on improvements for each row execute function refuse_change();
