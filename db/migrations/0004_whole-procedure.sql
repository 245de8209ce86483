CREATE TABLE "contact_ways" (
	"ref" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"by" text NOT NULL,
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
ALTER TABLE "contact_ways" ADD CONSTRAINT "contact_ways_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_ways_by_complaint" ON "contact_ways" USING btree ("complaint");--> statement-breakpoint
create trigger contact_ways_append_only before update or delete on contact_ways for each row execute function refuse_change();
