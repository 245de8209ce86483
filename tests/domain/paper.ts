import type { ComplaintFile, Duty } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import type { Birth } from '../../domain/opening';
import type { Actor } from '../../domain/people';
import type { DutyKind } from '../../domain/words';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { aComplaint, STAFF, wall } from '../support/files';
import type { Born } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';

type Given = Partial<Birth> & { now?: number };

/** A complaint under 002 alone: levels, one working day, word every week, review, rounds, and nothing that others add. */
export const bornOf002 = (given: Given = {}): Born => aComplaint({ rules: RETAIL_FRANCHISE, ...given });
export const of002 = (given: Given = {}): Promise<PaperComplaint> => PaperComplaint.begin(bornOf002(given));

/** A complaint of the standard, unless another policy is told. */
export const begun = (given: Parameters<typeof aComplaint>[0] = {}): Promise<PaperComplaint> =>
  PaperComplaint.begin(aComplaint(given));

/** Whoever answers for it now, as he acts. */
export function ownerOf({ file }: PaperComplaint): Actor {
  const id = file.owners.at(-1)?.id;
  return Object.values(STAFF).find((somebody) => somebody.id === id) ?? { id: id ?? '', roles: [], team: file.team };
}

/** When the only open duty of a kind is due, as it reads on the wall. */
export const due = (complaint: PaperComplaint, kind: DutyKind): string => wall(complaint.dueAt(kind));

/** What is owed now, each with its due time: `review 2026-03-03 18:00`. */
export const owed = ({ file }: { file: ComplaintFile }): string[] =>
  file.duties.map(({ kind, dueAt }) => `${kind} ${wall(dueAt)}`);

/** Which duties were owed at any time. */
export const everOwed = ({ events }: PaperComplaint): DutyKind[] => [
  ...new Set(events.flatMap((event) => (event.type === 'owed' ? [event.kind] : []))),
];

const kindOf = (id: string): string => id.replace(/-\d+$/, '');

/** How duties ended, in the order of the record: `missed first_contact`. */
export const story = ({ events }: { events: Event[] }, ...kinds: DutyKind[]): string[] =>
  events.flatMap((event) =>
    (event.type === 'missed' || event.type === 'met' || event.type === 'voided') &&
    (kinds.length === 0 || kinds.includes(kindOf(event.duty) as DutyKind))
      ? [`${event.type} ${kindOf(event.duty)}`]
      : [],
  );

/** What was missed, and by whom: `review null`. */
export const misses = ({ events }: PaperComplaint, ...kinds: DutyKind[]): string[] =>
  events.flatMap((event) =>
    event.type === 'missed' && (kinds.length === 0 || kinds.includes(kindOf(event.duty) as DutyKind))
      ? [`${kindOf(event.duty)} ${event.by}`]
      : [],
  );

/** The events of a kind, as they stand in the record. */
export const eventsOf = <T extends Event['type']>({ events }: PaperComplaint, type: T): Extract<Event, { type: T }>[] =>
  events.filter((event): event is Extract<Event, { type: T }> => event.type === type);

/** The one open duty of a kind. */
export function duty(complaint: PaperComplaint, kind: DutyKind): Duty {
  const [one, ...more] = complaint.duties(kind);
  if (!one || more.length > 0) throw new Error(`There is no one '${kind}': ${JSON.stringify(complaint.duties(kind))}`);
  return one;
}
