import { Problem } from './problem';

/** The caller's own name for this call: repeated with it, the call has the same answer and is not done twice. */
export function idempotencyKeyOf(header: string | undefined): string {
  if (header !== undefined && /^[\x20-\x7e]{1,200}$/.test(header)) return header;
  throw Problem.of('idempotency_key_wanted', { given: header ?? null });
}

/** The `seq` in an If-Match header; nothing if there is none, or if any state will do (`*`). */
export function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const seq = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (seq === undefined) throw Problem.of('if_match_malformed', { given: header.slice(0, 100) });
  return Number(seq);
}
