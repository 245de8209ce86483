CREATE TABLE "api_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approval_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"duty" text NOT NULL,
	"staff_id" text NOT NULL,
	"used_seq" integer
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"edition" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendars_edition_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"label" text NOT NULL,
	"calendar" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaint_people" (
	"complaint" text NOT NULL,
	"role" text NOT NULL,
	"kind" text,
	"anonymous" boolean DEFAULT false NOT NULL,
	"name" text,
	"contacts" jsonb NOT NULL,
	"preferred_channel" text,
	"customer_no" text,
	"tier" text,
	"tags" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "complaint_people_complaint_role_pk" PRIMARY KEY("complaint","role")
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"number" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"started" boolean DEFAULT false NOT NULL,
	"policy" text NOT NULL,
	"edition" integer NOT NULL,
	"level" integer NOT NULL,
	"priority" text NOT NULL,
	"nature" text,
	"request_type" text NOT NULL,
	"stage" text,
	"round" integer NOT NULL,
	"owner_id" text NOT NULL,
	"team" text NOT NULL,
	"channel" text NOT NULL,
	"order_no" text,
	"product" text,
	"shop" text,
	"registered_by" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"overdue" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"closed_at" timestamp (3) with time zone,
	"file" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contents" (
	"id" text PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"principal" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_principal_key_pk" PRIMARY KEY("principal","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"staff_id" text NOT NULL,
	"outbox_id" integer NOT NULL,
	"complaint" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "inbox_staff_id_outbox_id_pk" PRIMARY KEY("staff_id","outbox_id")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"complaint" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"demands" jsonb NOT NULL,
	"demand_text" text,
	"occurred_at" timestamp (3) with time zone,
	"place" text,
	"cause" text,
	"shop" text,
	"staff_involved" text,
	"subject" text,
	"product" text,
	"product_code" text,
	"order_no" text,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"day" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"complaint" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"of" text NOT NULL,
	"round" integer NOT NULL,
	"step" integer,
	"person" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"counted_from" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"missed_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"provisional" boolean NOT NULL,
	"calendar_edition" text NOT NULL,
	"explanation" jsonb NOT NULL,
	CONSTRAINT "obligations_complaint_id_pk" PRIMARY KEY("complaint","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"complaint" text NOT NULL,
	"key" text NOT NULL,
	"notice" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"params" jsonb NOT NULL,
	"duty" text,
	"at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"dropped" boolean DEFAULT false NOT NULL,
	"error" text,
	"subject" text,
	"body" text,
	CONSTRAINT "outbox_key" UNIQUE("complaint","key")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"name" text NOT NULL,
	"edition" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "policies_name_edition_pk" PRIMARY KEY("name","edition")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"team" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"complaint" text NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"body_hash" text,
	"by" text NOT NULL,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"events" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "turns_complaint_seq_pk" PRIMARY KEY("complaint","seq"),
	CONSTRAINT "turns_key" UNIQUE("complaint","key")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_codes" ADD CONSTRAINT "approval_codes_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_codes" ADD CONSTRAINT "approval_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_people" ADD CONSTRAINT "complaint_people_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contents" ADD CONSTRAINT "contents_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_complaint_complaints_number_fk" FOREIGN KEY ("complaint") REFERENCES "public"."complaints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_not_started" ON "complaints" USING btree ("number") WHERE not started;--> statement-breakpoint
CREATE INDEX "complaints_open_by_owner" ON "complaints" USING btree ("owner_id","next_due_at","number") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "complaints_open_by_team" ON "complaints" USING btree ("team","next_due_at","number") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "complaints_open_by_stage" ON "complaints" USING btree ("stage","next_due_at","number") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "complaints_by_receipt" ON "complaints" USING btree ("received_at" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contents_by_complaint" ON "contents" USING btree ("complaint");--> statement-breakpoint
CREATE INDEX "obligations_open_by_due" ON "obligations" USING btree ("due_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("not_before","id") WHERE sent_at is null and not dropped;--> statement-breakpoint
CREATE INDEX "staff_by_roles" ON "staff" USING gin ("roles");