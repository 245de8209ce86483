import { z } from 'zod';
import { peopleOf } from '../../db/queries/reading';
import type { Proof } from '../../domain/events';
import { CHANNELS, PROOF_KINDS } from '../../domain/words';
import type { Dependencies } from '../dependencies';
import type { Write } from '../hand-over';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { fields, instant, longText } from './basics';

/** How the customer gave his word, and where the proof of it is (HA-8, CO-9). */
export const proofSchema = fields({
  kind: z.enum(PROOF_KINDS).describe('凭证种类'),
  who: z.enum(['complainant', 'agent']).default('complainant'),
  channel: z.enum(CHANNELS),
  occurredAt: instant().describe('客户表态的时间'),
  text: longText().describe('凭证在何处：文件名、录音编号等'),
}).meta({ id: 'Proof' });

/** Only an agent on record speaks for the complainant. */
export async function agentKnown(
  { deps, params }: OnComplaint,
  who: Proof['who'],
  path: (string | number)[],
): Promise<void> {
  if (who !== 'agent') return;
  const people = await peopleOf(deps.database.queries, params.number);
  if (people.some(({ role }) => role === 'agent')) return;
  const [zh, en] = ['complainant（本人）；这件投诉没有登记代理人', 'complainant; no agent is on record here'];
  throw Problem.of('invalid_body', {}, { errors: [fieldError([...path, 'who'], who, zh, en)] });
}

type OnComplaint = { deps: Dependencies; params: { number: string } };

/** The proof as the action carries it: its words are stored, their id travels. */
export const proofOf = ({ text, occurredAt, ...proof }: z.output<typeof proofSchema>, write: Write): Proof => ({
  ...proof,
  occurredAt: Date.parse(occurredAt),
  ref: write('proof', text),
});
