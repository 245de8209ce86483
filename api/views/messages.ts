import { z } from 'zod';
import type { MessageRow, StepRow } from '../../db/queries/messages';
import { MESSAGE_STATES, MESSAGE_STEPS } from '../../domain/messages';
import { CHANNELS } from '../../domain/words';
import { dueSentence } from '../../templates/due-sentence';
import { MESSAGE_STATE_ZH, MESSAGE_STEP_ZH } from '../../templates/messages';
import { CHANNEL_ZH } from '../../templates/words-zh';
import { allows } from '../http/issues';
import { maskedAddress } from '../masking';
import { utc } from '../schemas/basics';

const listed = {
  id: z.int(),
  channel: z.enum(CHANNELS),
  channelZh: z.string(),
  externalId: z.string(),
  sender: z.string().describe('隐去部分'),
  team: z.string(),
  policy: z.string(),
  arrivedAt: utc().describe('到达时间；立案后即收到投诉的时间'),
  answerDueAt: utc().nullable().describe('首次回复的时限，自到达起算'),
  late: z.boolean().describe('过了时限仍待处理，或处理时已过时限'),
  state: z.enum(MESSAGE_STATES),
  stateZh: z.string(),
  complaint: z.string().nullable().describe('归入的投诉'),
  handledBy: z.string().nullable(),
  handledAt: utc().nullable(),
  reason: z.string().nullable().describe('不立案的理由'),
};

/** A message in a list: the beginning of what it says. */
export const listedMessageSchema = z.object({ ...listed, excerpt: z.string() }).meta({ id: 'ListedMessage' });

const stepSchema = z.object({
  step: z.enum(MESSAGE_STEPS),
  zh: z.string(),
  at: utc(),
  by: z.object({ id: z.string(), name: z.string() }),
  reason: z.string().nullable(),
  complaint: z.string().nullable(),
});

/** A message as a whole, with the sentence that explains its due time, and everything that happened to it. */
export const messageSchema = z
  .object({ ...listed, body: z.string(), sentence: z.string().nullable(), history: z.array(stepSchema) })
  .meta({ id: 'Message' });

const EXCERPT = 80;

function sharedView(row: MessageRow, now: number) {
  const { id, channel, externalId, sender, team, policy, arrivedAt, answerDueAt } = row;
  const { state, complaint, handledBy, handledAt, reason } = row;
  return {
    id,
    channel,
    channelZh: CHANNEL_ZH[channel],
    externalId,
    sender: maskedAddress(channel, sender),
    team,
    policy,
    arrivedAt: arrivedAt.toISOString(),
    answerDueAt: answerDueAt?.toISOString() ?? null,
    late: answerDueAt !== null && (handledAt?.getTime() ?? now) > answerDueAt.getTime(),
    state,
    stateZh: MESSAGE_STATE_ZH[state],
    complaint,
    handledBy,
    handledAt: handledAt?.toISOString() ?? null,
    reason,
  };
}

/** A message in a list, as it stands at an instant (ms, UTC). */
export function listedMessageView(row: MessageRow, now: number): z.output<typeof listedMessageSchema> {
  const letters = Array.from(row.body);
  const excerpt = letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : row.body;
  return { ...sharedView(row, now), excerpt };
}

/** A message as a whole; `names` by staff id. */
export function messageView(
  row: MessageRow,
  steps: StepRow[],
  names: Map<string, string>,
  now: number,
): z.output<typeof messageSchema> {
  return {
    ...sharedView(row, now),
    body: row.body,
    sentence: row.explanation && dueSentence(row.explanation, { event: '收到来信' }),
    history: steps.map(({ step, at, by, reason, complaint }) => ({
      step,
      zh: MESSAGE_STEP_ZH[step],
      at: at.toISOString(),
      by: { id: by, name: names.get(by) ?? by },
      reason,
      complaint,
    })),
  };
}

/** Where a page ends, as the next call repeats it: `1764900000000~12`. */
export const messagePlaceSchema = z
  .string()
  .regex(/^\d{1,14}~\d{1,9}$/, { error: allows('上一页给出的 next', 'the `next` of the page before') })
  .transform((given) => {
    const [at = '', id = ''] = given.split('~');
    return { at: Number(at), id: Number(id) };
  });

/** Where the page ends whose last row this is. */
export const messagePlaceAfter = ({ arrivedAt, id }: MessageRow): string => `${arrivedAt.getTime()}~${id}`;
