import { z } from 'zod';
import type { messagesToCustomer, turnsWith } from '../../db/queries/reading';
import type { Event } from '../../domain/events';
import type { NoticeKey } from '../../domain/notices';
import type { scriptsOf } from '../../db/queries/texts';
import { CHANNELS, CONTACT_PURPOSES } from '../../domain/words';
import type { Channel } from '../../domain/words';
import { PURPOSE_ZH } from '../../templates/timeline-words';
import { utc } from '../schemas/basics';
import { nameIn } from './timeline';

/** What the system itself says to customers. */
const FROM_THE_SYSTEM = [
  'acknowledgement',
  'acknowledgement_undated',
  'handler_changed',
  'survey_invitation',
  'farewell',
] as const satisfies NoticeKey[];

/** One word between the company and the customer (HA-13): by staff, or by the system itself. */
export const contactSchema = z
  .object({
    at: utc().describe('何时'),
    recordedAt: utc().describe('何时记录'),
    by: z.object({ id: z.string(), name: z.string() }).describe('system：系统自动发送'),
    direction: z.enum(['inbound', 'outbound']),
    channel: z.enum(CHANNELS).nullable(),
    with: z.enum(['complainant', 'agent']),
    purpose: z.enum([...CONTACT_PURPOSES, ...FROM_THE_SYSTEM]),
    purposeZh: z.string(),
    reached: z.boolean().describe('是否联系到；系统消息：是否已发出'),
    text: z.string().nullable(),
    script: z
      .object({ id: z.string(), version: z.int(), lang: z.string() })
      .nullable()
      .describe('所用的标准话术与版本'),
  })
  .meta({ id: 'Contact' });

type ContactEntry = z.output<typeof contactSchema>;
type Turns = Awaited<ReturnType<typeof turnsWith>>;
type Messages = Awaited<ReturnType<typeof messagesToCustomer>>;

const NOTICE_ZH: Partial<Record<NoticeKey, string>> = {
  acknowledgement: '受理回执',
  acknowledgement_undated: '受理回执',
  handler_changed: '受理人变更',
  survey_invitation: '邀请评价',
  farewell: '办结告知',
};

/** The communication log, in the order in which things happened. */
export function contactsView(
  turns: Turns,
  messages: Messages,
  names: Map<string, string>,
  texts: Map<string, string>,
  scripts: Awaited<ReturnType<typeof scriptsOf>>,
): ContactEntry[] {
  const talks = turns.flatMap(({ at, by, events }) =>
    events.flatMap((event): ContactEntry[] => {
      const talk = talkOf(event, at);
      if (!talk) return [];
      const { occurredAt, direction, channel, with: whom, purpose, reached, ref } = talk;
      return [
        {
          at: new Date(occurredAt).toISOString(),
          recordedAt: at.toISOString(),
          by: { id: by, name: nameIn(names)(by) },
          direction,
          channel,
          with: whom,
          purpose,
          purposeZh: PURPOSE_ZH[purpose],
          reached,
          text: (ref && texts.get(ref)) ?? null,
          script: (ref && scripts.get(ref)) || null,
        },
      ];
    }),
  );
  return [...talks, ...messages.map(messageView)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

type Talk = Omit<Extract<Event, { type: 'contacted' }>, 'type' | 'channel'> & { channel: Channel | null };

/** What was said to the customer with an event; of a promised call (IN-12) it is not on record by which channel. */
function talkOf(event: Event, at: Date): Talk | null {
  if (event.type === 'contacted') return event;
  if (event.type !== 'call_promised') return null;
  const { ref } = event;
  const said = { direction: 'outbound', reached: true, with: 'complainant', purpose: 'promised_call' } as const;
  return { ...said, channel: null, occurredAt: at.getTime(), ref };
}

function messageView({ notice, params, at, sentAt, body }: Messages[number]): ContactEntry {
  return {
    at: at.toISOString(),
    recordedAt: at.toISOString(),
    by: { id: 'system', name: '系统' },
    direction: 'outbound',
    channel: params.channel ?? null,
    with: 'complainant',
    purpose: notice as ContactEntry['purpose'],
    purposeZh: NOTICE_ZH[notice] ?? notice,
    reached: sentAt !== null,
    text: body,
    script: null,
  };
}
