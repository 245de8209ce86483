import { createHash, createHmac } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The one-time code by which one person may answer one review, for instance `7KQ2M-PX4RT-9BWCD` (75 bits).
 * Derived, not stored: Postgres keeps its hash, the inbox shows it to its owner only.
 */
export function approvalCode(secret: string, complaint: string, duty: string, staffId: string): string {
  const digest = createHmac('sha256', secret).update(`approval\n${complaint}\n${duty}\n${staffId}`).digest();
  const letters = [...digest.subarray(0, 15)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

/** How a code is looked up: upper case, without the dashes that people may leave out. */
export const approvalCodeHash = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');

/** How a bearer token is looked up. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
