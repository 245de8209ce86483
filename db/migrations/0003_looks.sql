CREATE TABLE "looks" (
	"by" text NOT NULL,
	"key" text NOT NULL,
	"complaint" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "looks_by_key_complaint_pk" PRIMARY KEY("by","key","complaint")
);
--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "looks_by_complaint" ON "looks" USING btree ("complaint");--> statement-breakpoint
create trigger looks_append_only before update or delete on looks for each row execute function refuse_change();
