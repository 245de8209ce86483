import { createHash } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with its keys in order: equal contents give equal text, however they were written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, given: unknown) =>
    given !== null && typeof given === 'object' && !Array.isArray(given)
      ? Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)))
      : given,
  );
}

/** The fingerprint of a call: the same key with another one is refused. */
export const bodyHashOf = (route: string, params: unknown, body: unknown): string =>
  sha256(canonicalJson({ route, params, body }));

/** The id of an action's update: two people who use the same key, or one who uses it for two complaints, do not meet. */
export const updateIdOf = (principal: string, key: string, number: string): string =>
  sha256(`${principal}\n${number}\n${key}`);

/**
 * The id of a text: the same for a repeated call, so that it is stored once. Another wording under the same key (after a
 * refusal) is another text.
 */
export const textIdOf = (updateId: string, bodyHash: string, field: string): string =>
  sha256(`${updateId}\n${bodyHash}\n${field}`).slice(0, 32);
