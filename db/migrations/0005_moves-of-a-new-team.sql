ALTER TABLE "obligation_moves" ALTER COLUMN "edition" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "obligation_moves" ADD COLUMN "team" text;