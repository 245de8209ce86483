import { z } from 'zod';
import { calendarInForce } from '../../db/queries/calendars';
import { rulesOf } from '../../db/queries/policies';
import { policyNames } from '../../db/queries/reading';
import type { Queries } from '../../db/client';
import { inHoursOf } from '../../domain/channels';
import type { Situation } from '../../domain/condition';
import { dueTime } from '../../domain/due-time';
import { lengthErrors } from '../../domain/length';
import type { Length, Prompt } from '../../domain/length';
import { lengthFor } from '../../domain/policy';
import { CHANNELS, DUTY_KINDS, LEVELS, PRIORITIES, REQUEST_TYPES } from '../../domain/words';
import type { DutyKind, Level } from '../../domain/words';
import { dueSentence, dueSentenceEn } from '../../templates/due-sentence';
import { localTime } from '../../templates/local-time';
import { wordEn } from '../../templates/words-en';
import { DUTY_FROM_ZH } from '../../templates/words-zh';
import { knownTeam } from '../calendar';
import { allows, fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { fields, instantInAddress, numberInAddress, text, utc } from '../schemas/basics';

/** The clocks as an address names them, each with what it makes of an amount. */
const CLOCKS = {
  wall: (minutes: number): Length => ({ clock: 'wall', minutes }),
  business: (minutes: number): Length => ({ clock: 'business', minutes }),
  working_days: (working: number): Length => ({ clock: 'days', working }),
  calendar_days: (calendar: number): Length => ({ clock: 'days', calendar }),
  within_calendar_days: (withinCalendar: number): Length => ({ clock: 'days', withinCalendar }),
};
type Clock = keyof typeof CLOCKS;

const MOST_MINUTES = 5_270_400;

const questionSchema = fields({
  from: instantInAddress().describe('从何时起算'),
  team: text(64).optional().describe('按哪个团队的日历；不填即公司日历'),
  clock: z
    .enum(Object.keys(CLOCKS) as [Clock, ...Clock[]])
    .optional()
    .describe('自然时间、营业时间（分钟）· 工作日 · 自然日（遇休顺延）· 自然日内最后一个工作日'),
  amount: numberInAddress(MOST_MINUTES).optional().describe('多少分钟或多少天'),
  policy: text(64).optional().describe('或按一套流程：流程名'),
  edition: numberInAddress(100_000).optional().describe('哪一版；不填即最新'),
  duty: z.enum(DUTY_KINDS).optional().describe('哪个时限事项'),
  level: z
    .enum(['1', '2', '3'])
    .transform((given): Level => LEVELS.find((level) => String(level) === given) ?? 1)
    .default(1),
  priority: z.enum(PRIORITIES).default('normal'),
  requestType: z.enum(REQUEST_TYPES).default('complaint'),
  channel: z.enum(CHANNELS).optional().describe('来件渠道；有的时限按渠道而定'),
}).refine(
  ({ clock, amount, policy, duty }) =>
    (clock !== undefined && amount !== undefined && !policy && !duty) ||
    (policy !== undefined && duty !== undefined && !clock && amount === undefined),
  {
    path: ['clock'],
    error: allows('clock 与 amount，或 policy 与 duty', 'clock and amount, or policy and duty'),
  },
);
type Question = z.output<typeof questionSchema>;

/** A length to be counted, its reminders, and what it counts from in both languages. */
type Counted = { length: Length; prompts: Prompt[]; event: string; eventEn: string };

/** A due time computed and explained, without any complaint. */
export const dueTimeRoutes = [
  route({
    method: 'get',
    path: '/due-times',
    tag: 'calendar',
    summary: { zh: '计算一个时限并说明由来', en: 'a due time, computed and explained' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    query: questionSchema,
    answer: z.object({
      from: utc(),
      dueAt: utc().describe('时限；正好在这一刻完成算按时'),
      local: z.string().describe('上海时间'),
      promptsAt: z.array(utc()).describe('提醒'),
      lastDayOpensAt: utc().describe('最后一天开始营业'),
      length: z.record(z.string(), z.unknown()).describe('时长'),
      sentence: z.string().describe('时限的由来'),
      sentenceEn: z.string(),
      provisional: z.boolean(),
      calendar: z.string().describe('所据日历版本'),
    }),
    problems: ['no_such_team'],
    handle: async ({ deps, query }) => {
      const db = deps.database.queries;
      const calendar = await calendarInForce(db, query.team === undefined ? '' : await knownTeam(db, query.team));
      const { length, prompts, event, eventEn } = await countedFor(db, query);
      const { dueAt, promptsAt, lastDayOpensAt, explanation } = dueTime(calendar, query.from, length, prompts);
      return {
        body: {
          from: iso(query.from),
          dueAt: iso(dueAt),
          local: localTime(dueAt),
          promptsAt: promptsAt.map(iso),
          lastDayOpensAt: iso(lastDayOpensAt),
          length: { ...length },
          sentence: dueSentence(explanation, { event }),
          sentenceEn: dueSentenceEn(explanation, { event: eventEn }),
          provisional: explanation.provisional,
          calendar: explanation.edition,
        },
      };
    },
  }),
];

const iso = (ms: number): string => new Date(ms).toISOString();

async function countedFor(db: Queries, question: Question): Promise<Counted> {
  const { clock, amount, policy, duty } = question;
  if (policy !== undefined && duty !== undefined) return byPolicy(db, question, policy, duty);
  const length = CLOCKS[clock ?? 'wall'](amount ?? 0);
  const [wrong] = lengthErrors(length);
  if (wrong) throw badQuery('amount', amount, '3660 天以内', 'at most 3660 days');
  return { length, prompts: [], event: '', eventEn: 'start' };
}

/** A complaint of the level and priority that are asked about, in its first round, whose customer can be reached. */
const situationOf = ({ level, priority, requestType, channel }: Question): Situation => ({
  level,
  priority,
  channel: channel ?? null,
  requestType,
  marks: [],
  lacking: [],
  facts: [],
  reachable: true,
  round: 1,
  cluster: null,
});

async function byPolicy(db: Queries, question: Question, policy: string, duty: DutyKind): Promise<Counted> {
  const { edition, channel } = question;
  const names = await policyNames(db, policy);
  if (!names.includes(policy))
    throw badQuery('policy', policy, `可选：${names.join('、')}`, `one of: ${names.join(', ')}`);
  const rules = await rulesOf(db, policy, edition);
  if (!rules) throw badQuery('edition', edition, '该流程已发布的版次', 'an edition of this policy');
  const rule = rules.duties[duty];
  const length = rule && lengthFor(rule, situationOf(question));
  if (!rule || !length) {
    const kinds = DUTY_KINDS.filter((kind) => rules.duties[kind]?.within);
    throw badQuery(
      'duty',
      duty,
      `该流程有时长的事项：${kinds.join('、')}`,
      `a duty that has a length there: ${kinds.join(', ')}`,
    );
  }
  const counted = rule.inChannelHours && channel ? inHoursOf(rules, channel, length) : length;
  return { length: counted, prompts: rule.prompts, event: DUTY_FROM_ZH[duty], eventEn: wordEn(duty) };
}

const badQuery = (field: string, given: unknown, zh: string, en: string): Problem =>
  Problem.of('invalid_query', {}, { errors: [fieldError([field], given, zh, en)] });
