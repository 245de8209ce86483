import { z } from 'zod';
import { peopleOf } from '../../db/queries/reading';
import type { Proof } from '../../domain/events';
import { CHANNELS, PROOF_KINDS } from '../../domain/words';
import type { Channel, ProofKind } from '../../domain/words';
import type { Dependencies } from '../dependencies';
import type { Write } from '../hand-over';
import { allows, fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { fields, instant, longText } from './basics';

const WRITTEN: readonly Channel[] = ['letter', 'fax', 'email'];
const SAID: readonly Channel[] = ['phone', 'walk_in'];

/** What can be had of a word by each channel: only a call is recorded as one, and what is said leaves no chat behind. */
const FITS: Record<ProofKind, (channel: Channel) => boolean> = {
  call_recording: (channel) => channel === 'phone',
  chat_record: (channel) => !SAID.includes(channel) && channel !== 'letter' && channel !== 'fax',
  letter: (channel) => WRITTEN.includes(channel) || channel === 'walk_in',
  signature: (channel) => channel !== 'phone',
};

/** How the customer gave his word, and where the proof of it is (HA-8, CO-9). */
export const proofSchema = fields({
  kind: z.enum(PROOF_KINDS).describe('凭证种类'),
  who: z.enum(['complainant', 'agent']).default('complainant'),
  channel: z.enum(CHANNELS),
  occurredAt: instant().describe('客户表态的时间'),
  text: longText().describe('凭证在何处：文件名、录音编号等'),
})
  .refine(({ kind, channel }) => FITS[kind](channel), {
    path: ['kind'],
    error: allows(
      '与渠道相符的凭证：通话录音只来自电话，聊天记录不来自电话、面谈、信函或传真，书面函件来自信函、传真、邮件或面交，签字不来自电话',
      'a proof that the channel can give: a call recording by phone only; a chat record not by phone, walk-in, letter or fax; a letter by letter, fax, e-mail or handed over; a signature not by phone',
    ),
  })
  .meta({ id: 'Proof' });

/** Only an agent on record speaks for the complainant, and is spoken to. `path`: the field that names him. */
export async function agentKnown(
  { deps, params }: OnComplaint,
  who: Proof['who'],
  path: (string | number)[],
): Promise<void> {
  if (who !== 'agent') return;
  const people = await peopleOf(deps.database.queries, params.number);
  if (people.some(({ role }) => role === 'agent')) return;
  const [zh, en] = ['complainant（本人）；这件投诉没有登记代理人', 'complainant; no agent is on record here'];
  throw Problem.of('invalid_body', {}, { errors: [fieldError(path, who, zh, en)] });
}

type OnComplaint = { deps: Dependencies; params: { number: string } };

/** The proof as the action carries it: its words are stored, their id travels. */
export const proofOf = ({ text, occurredAt, ...proof }: z.output<typeof proofSchema>, write: Write): Proof => ({
  ...proof,
  occurredAt: Date.parse(occurredAt),
  ref: write('proof', text),
});
