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
	"decision_ref" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
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
ALTER TABLE "contact_ways" ADD COLUMN "key_hash" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "module" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "new_product" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "follows_up" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "direct_contact" text;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_staff_id_fk" FOREIGN KEY ("staff") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_deputy_staff_id_fk" FOREIGN KEY ("deputy") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_cluster_clusters_id_fk" FOREIGN KEY ("cluster") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_opened_by_complaints_number_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_matters" ADD CONSTRAINT "complaint_matters_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_keys" ADD CONSTRAINT "contact_keys_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_revocations" ADD CONSTRAINT "link_revocations_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_other_complaints_number_fk" FOREIGN KEY ("other") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_changes" ADD CONSTRAINT "staff_changes_staff_staff_id_fk" FOREIGN KEY ("staff") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "links_by_complaint" ON "links" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "links_by_other" ON "links" USING btree ("other");--> statement-breakpoint
CREATE INDEX "staff_changes_by_staff" ON "staff_changes" USING btree ("staff");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_one_lead" ON "teams" USING btree ("lead") WHERE lead;--> statement-breakpoint
CREATE INDEX "contact_ways_by_hash" ON "contact_ways" USING btree ("key_hash");
--> statement-breakpoint
create trigger contact_keys_append_only before update or delete on contact_keys for each row execute function refuse_change();
--> statement-breakpoint
create trigger complaint_matters_append_only before update or delete on complaint_matters for each row execute function refuse_change();
--> statement-breakpoint
create trigger links_append_only before update or delete on links for each row execute function refuse_change();
--> statement-breakpoint
create trigger link_revocations_append_only before update or delete on link_revocations for each row execute function refuse_change();
--> statement-breakpoint
create trigger cluster_members_append_only before update or delete on cluster_members for each row execute function refuse_change();
--> statement-breakpoint
create trigger staff_changes_append_only before update or delete on staff_changes for each row execute function refuse_change();
