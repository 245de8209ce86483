ALTER TABLE "complaints" ADD COLUMN "respondents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "about" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "complaints" SET "respondents" = coalesce("file" -> 'respondents', '[]'::jsonb);
