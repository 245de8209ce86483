CREATE TABLE "matter_additions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"matched" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matter_additions" ADD CONSTRAINT "matter_additions_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matter_additions_waiting" ON "matter_additions" USING btree ("id") WHERE not matched;--> statement-breakpoint
drop trigger complaint_matters_append_only on complaint_matters;
