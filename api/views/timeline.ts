import { z } from 'zod';
import type { movesOf } from '../../db/queries/moves';
import type { turnsOf } from '../../db/queries/reading';
import type { Rules } from '../../domain/policy';
import { localTime } from '../../templates/local-time';
import { eventSentence, moveSentence, VIA_ZH } from '../../templates/timeline';
import { utc } from '../schemas/basics';
import { textSchema, textsIn } from './texts';

/** One turn: what somebody did, or what the clock put on file. */
export const turnSchema = z
  .object({
    seq: z.int(),
    at: utc(),
    local: z.string().describe('上海时间'),
    by: z.object({ id: z.string(), name: z.string() }).describe('实际办理人'),
    for: z.object({ id: z.string(), name: z.string() }).nullable().describe('代哪位缺勤的同事办理'),
    via: z.enum(['intake', 'api', 'signal', 'clock']),
    viaZh: z.string(),
    lines: z.array(z.object({ sentence: z.string(), texts: z.array(textSchema) })),
  })
  .meta({ id: 'Turn' });

type MoveRow = Awaited<ReturnType<typeof movesOf>>[number];
type TurnRow = Awaited<ReturnType<typeof turnsOf>>[number];

/** Names for those who are not on the staff: the clock, the product, the customer, and whoever sent a signal without a valid code. */
const NOBODY = new Map([
  ['clock', '系统'],
  ['system', '系统'],
  ['customer', '客户'],
  ['unknown', '身份不明'],
]);

/** The name of whoever acted. */
export const nameIn =
  (names: Map<string, string>) =>
  (id: string): string =>
    names.get(id) ?? NOBODY.get(id) ?? id;

/** A turn with its sentences; `names` by staff id, `texts` by their ids, `rules` the complaint's own; `moves` are those of all turns. */
export function turnView(
  { seq, at, by, via, events }: TurnRow,
  names: Map<string, string>,
  texts: Map<string, string>,
  rules: Rules,
  moves: MoveRow[],
): z.output<typeof turnSchema> {
  const nameOf = nameIn(names);
  const absent = events.find((event) => event.type === 'stood_in')?.for;
  const lines = events.flatMap((event) => {
    const sentence = eventSentence(event, nameOf, rules);
    return sentence === null ? [] : [{ sentence, texts: textsIn(event, texts) }];
  });
  const moved = moves
    .filter((move) => move.seq === seq && move.was.getTime() !== move.now.getTime())
    .map(({ duty, was, now, team }) => moveSentence({ duty, was: was.getTime(), now: now.getTime(), team }));
  return {
    seq,
    at: at.toISOString(),
    local: localTime(Math.floor(at.getTime() / 1000) * 1000),
    by: { id: by, name: nameOf(by) },
    for: absent === undefined ? null : { id: absent, name: nameOf(absent) },
    via,
    viaZh: VIA_ZH[via],
    lines: [...lines, ...moved.map((sentence) => ({ sentence, texts: [] }))],
  };
}
