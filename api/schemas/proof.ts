import { z } from 'zod';
import type { Proof } from '../../domain/events';
import { CHANNELS, PROOF_KINDS } from '../../domain/words';
import type { Write } from '../hand-over';
import { fields, instant, longText } from './basics';

/** How the customer gave his word, and where the proof of it is (HA-8, CO-9). */
export const proofSchema = fields({
  kind: z.enum(PROOF_KINDS).describe('凭证种类'),
  who: z.enum(['complainant', 'agent']).default('complainant'),
  channel: z.enum(CHANNELS),
  occurredAt: instant().describe('客户表态的时间'),
  text: longText().describe('凭证在何处：文件名、录音编号等'),
}).meta({ id: 'Proof' });

/** The proof as the action carries it: its words are stored, their id travels. */
export const proofOf = ({ text, occurredAt, ...proof }: z.output<typeof proofSchema>, write: Write): Proof => ({
  ...proof,
  occurredAt: Date.parse(occurredAt),
  ref: write('proof', text),
});
