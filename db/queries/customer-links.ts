import { and, eq, sql } from 'drizzle-orm';
import { tokenHash } from '../approval-code';
import type { Queries } from '../client';
import { customerLinks } from '../schema';
import type { LinkKind } from '../customer-link';

/** Makes a link valid until an instant. Sent a second time it is the same one, and opens for longer. */
export async function saveCustomerLink(
  tx: Queries,
  { token, ...link }: { token: string; complaint: string; kind: LinkKind; round: number; expiresAt: Date },
): Promise<void> {
  await tx
    .insert(customerLinks)
    .values({ tokenHash: tokenHash(token), ...link })
    .onConflictDoUpdate({
      target: customerLinks.tokenHash,
      set: { expiresAt: sql`greatest(${customerLinks.expiresAt}, excluded.expires_at)` },
    });
}

/** What a link opens, if it is one of ours. */
export async function customerLink(db: Queries, token: string, kind: LinkKind) {
  const [row] = await db
    .select({ complaint: customerLinks.complaint, round: customerLinks.round, expiresAt: customerLinks.expiresAt })
    .from(customerLinks)
    .where(and(eq(customerLinks.tokenHash, tokenHash(token)), eq(customerLinks.kind, kind)));
  return row;
}
