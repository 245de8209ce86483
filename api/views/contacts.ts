import { z } from 'zod';
import type { messagesToCustomer, turnsWith } from '../../db/queries/reading';
import type { Event } from '../../domain/events';
import type { NoticeKey } from '../../domain/notices';
import type { scriptsOf } from '../../db/queries/texts';
import { CHANNELS, CONTACT_PURPOSES } from '../../domain/words';
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

/** Words with the customer that are told as a step of the procedure, and the events that they stand in. */
const IN_THE_COURSE = {
  evidence_asked: '请客户提供材料',
  waiting_ended: '客户答复所等事项',
  proposal_answered: '客户答复方案',
} as const;
const STEPS = Object.keys(IN_THE_COURSE) as (keyof typeof IN_THE_COURSE)[];

/** The events that the log is read from. */
export const OF_CONTACTS = ['contacted', 'call_promised', ...STEPS] as const satisfies Event['type'][];

/** One word between the company and the customer (HA-13): by staff, or by the system itself. */
export const contactSchema = z
  .object({
    at: utc().describe('何时'),
    recordedAt: utc().describe('何时记录'),
    by: z.object({ id: z.string(), name: z.string() }).describe('system：系统自动发送'),
    direction: z.enum(['inbound', 'outbound']),
    channel: z.enum(CHANNELS).nullable().describe('没有记录渠道的为空'),
    with: z.enum(['complainant', 'agent']),
    purpose: z.enum([...CONTACT_PURPOSES, ...STEPS, ...FROM_THE_SYSTEM]),
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
      const said = wordIn(event, at);
      if (!said) return [];
      const { ref, ...word } = said;
      return [
        {
          recordedAt: at.toISOString(),
          by: { id: by, name: nameIn(names)(by) },
          ...word,
          text: (ref && texts.get(ref)) ?? null,
          script: (ref && scripts.get(ref)) || null,
        },
      ];
    }),
  );
  return [...talks, ...messages.map(messageView)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

type Word = Omit<ContactEntry, 'recordedAt' | 'by' | 'text' | 'script'> & { ref?: string | undefined };

/** The word with the customer that an event tells of, if it does. */
function wordIn(event: Event, at: Date): Word | undefined {
  switch (event.type) {
    case 'contacted': {
      const { occurredAt, direction, channel, with: whom, purpose, reached, ref } = event;
      const said = { direction, channel, with: whom, purpose, purposeZh: PURPOSE_ZH[purpose], reached, ref };
      return { at: new Date(occurredAt).toISOString(), ...said };
    }
    case 'call_promised': {
      const purpose = 'promised_call';
      return { ...atOnce(event, at, 'outbound'), purpose, purposeZh: PURPOSE_ZH[purpose] };
    }
    case 'evidence_asked':
      return event.of === 'customer' ? inTheCourse(event, at, 'outbound') : undefined;
    case 'waiting_ended':
      return event.because === 'customer_replied' ? inTheCourse(event, at, 'inbound') : undefined;
    case 'proposal_answered': {
      const { channel, who, occurredAt, ref } = event.proof;
      return { ...inTheCourse({ ref, ...event }, new Date(occurredAt), 'inbound'), channel, with: who };
    }
    default:
      return undefined;
  }
}

type Direction = ContactEntry['direction'];

const inTheCourse = (
  { type, ref }: { type: keyof typeof IN_THE_COURSE; ref?: string },
  at: Date,
  direction: Direction,
): Word => ({ ...atOnce({ ref }, at, direction), purpose: type, purposeZh: IN_THE_COURSE[type] });

/** A word that reached him at that time; by which channel is not on record. */
const atOnce = ({ ref }: { ref?: string | undefined }, at: Date, direction: Direction) => ({
  at: at.toISOString(),
  direction,
  channel: null,
  with: 'complainant' as const,
  reached: true,
  ref,
});

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
