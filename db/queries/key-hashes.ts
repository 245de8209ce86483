import { createHash } from 'node:crypto';
import { personKeys } from '../../domain/matching';
import type { Identity } from '../../domain/matching';

/**
 * The fingerprints by which somebody is known again (IN-9). Addresses themselves stand nowhere but in the tables of people and
 * their contacts (docs/decisions/0007).
 */
export const keyHashesOf = (identity: Identity): string[] =>
  personKeys(identity).map((key) => createHash('sha256').update(key).digest('base64url'));
