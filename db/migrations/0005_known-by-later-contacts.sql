ALTER TABLE "contact_ways" ADD COLUMN "key_hash" text;--> statement-breakpoint
CREATE INDEX "contact_ways_by_hash" ON "contact_ways" USING btree ("key_hash");