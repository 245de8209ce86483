import { createHmac } from 'node:crypto';

/** What a customer's link opens: where his complaint stands (IN-15), or the questions of the callback of one round (CO-1). */
export type LinkKind = 'tracking' | 'survey';

/**
 * The secret part of a customer's link: 256 bits, bound to complaint, kind and round. Derived, not stored: Postgres keeps its
 * hash, and the customer alone is sent it.
 */
export const customerToken = (secret: string, complaint: string, kind: LinkKind, round: number): string =>
  createHmac('sha256', secret).update(`customer link\n${complaint}\n${kind}\n${round}`).digest('base64url');
