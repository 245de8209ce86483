import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '../domain/refusals';
import { MOVED, REFUSED } from './contract';

/** The failure that tells a caller why his action is not allowed. Codes and words only. */
export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ message: refusal.code, type: REFUSED, nonRetryable: true, details: [refusal] });

/** The failure that tells a caller to send the same action again. */
export const moved = (): ApplicationFailure =>
  ApplicationFailure.create({ message: 'begun again from the record', type: MOVED, nonRetryable: true });
