import fc from 'fast-check';
import { addDays, dayOf, localDate, validateCalendar } from '../../domain/calendar';
import type { Calendar, DayException, Slot } from '../../domain/calendar';
import { dueTime } from '../../domain/due-time';
import type { Length, Prompt } from '../../domain/due-time';
import { aCalendar } from './due-time-cases';
import { oracle } from './minute-oracle';

const FIRST_DATE = '2026-09-15';
const SPAN_DAYS = 45;
const first = Date.parse(`${FIRST_DATE}T00:00:00Z`);

/** One to three slots, sometimes touching, sometimes reaching midnight. */
const slots: fc.Arbitrary<Slot[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 540, 720, 1440)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((cuts) => cuts.toSorted((a, b) => a - b))
  .map((cuts) => cuts.flatMap((opens, i) => (i % 2 === 0 && cuts[i + 1] ? [{ opens, closes: cuts[i + 1] ?? 0 }] : [])));

const exception: fc.Arbitrary<DayException> = fc.oneof(
  fc.constant<DayException>({ working: false, name: '停业', scope: 'company' }),
  fc.constant<DayException>({ working: true, name: '调休', scope: 'state' }),
  slots.map<DayException>((own) => ({ working: true, name: '半天', scope: 'team', slots: own })),
);

const calendars: fc.Arbitrary<Calendar> = fc.record({
  edition: fc.constant('random'),
  utcOffsetMinutes: fc.constantFrom(480, 0, -300, 345, 840),
  hours: fc.oneof(fc.constant(aCalendar().hours), slots),
  restDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
  exceptions: fc.dictionary(
    fc.integer({ min: -2, max: SPAN_DAYS + 15 }).map((days) => addDays(FIRST_DATE, days)),
    exception,
    { maxKeys: 30 },
  ),
  officialFrom: fc.constant('2024-01-01'),
  provisionalFrom: fc.constant('2026-12-25'),
});

/** Half of the events fall on a whole minute or on an opening or closing, where the mistakes are. */
const instants = fc.oneof(
  fc.integer({ min: first, max: first + SPAN_DAYS * 86_400_000 }),
  fc.integer({ min: 0, max: SPAN_DAYS * 1440 }).map((minutes) => first + minutes * 60_000),
  fc
    .tuple(fc.integer({ min: 0, max: SPAN_DAYS }), fc.constantFrom(60, 240, 330, 600, 960))
    .map(([days, minute]) => first + days * 86_400_000 + minute * 60_000),
);

const minutes = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(180, 270, 450, 900, 1440));
const days = fc.integer({ min: 1, max: 12 });
/** Business time in hours of a channel's own (IN-1). */
const inHours = fc
  .record({ amount: minutes, hours: slots })
  .map(({ amount, hours }): Length => ({ clock: 'business', minutes: amount, hours }));
const lengths: fc.Arbitrary<Length> = fc.oneof(
  inHours,
  minutes.map((amount): Length => ({ clock: 'wall', minutes: amount })),
  minutes.map((amount): Length => ({ clock: 'wall', seconds: amount * 60 })),
  minutes.map((amount): Length => ({ clock: 'business', minutes: amount })),
  days.map((amount): Length => ({ clock: 'days', working: amount })),
  days.map((amount): Length => ({ clock: 'days', calendar: amount })),
  days.map((amount): Length => ({ clock: 'days', withinCalendar: amount })),
);
const prompts: fc.Arbitrary<Prompt[]> = fc.array(
  fc.oneof(
    fc.constantFrom<Prompt>('openingOfFirstWorkingDay', 'openingOfLastDay'),
    minutes.map((amount): Prompt => ({ businessMinutesBefore: amount })),
    minutes.map((amount): Prompt => ({ wallMinutesBefore: amount })),
  ),
  { maxLength: 3 },
);

describe('on random calendars, events and lengths', () => {
  it('the due time, its prompts and the opening of its last day are those of the minute-by-minute oracle', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, prompts, (calendar, from, length, wanted) => {
        const { dueAt, promptsAt, lastDayOpensAt } = dueTime(calendar, from, length, wanted);
        expect({ dueAt, promptsAt, lastDayOpensAt }).toEqual(oracle(calendar, from, length, wanted));
      }),
      { numRuns: 400 },
    );
  });

  it('the calendars tried here are valid ones', () => {
    fc.assert(fc.property(calendars, (calendar) => expect(validateCalendar(calendar)).toEqual([])));
  });

  it('a later event is never due earlier, nor a longer length of working days or minutes', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, fc.nat(86_400_000 * 3), (calendar, from, length, later) => {
        const { dueAt } = dueTime(calendar, from, length, []);
        expect(dueTime(calendar, from + later, length, []).dueAt).toBeGreaterThanOrEqual(dueAt);
        const [unit, amount] = Object.entries(length).find(([, value]) => typeof value === 'number') as [
          string,
          number,
        ];
        const longer: Length = { ...length, [unit]: amount + 1 };
        expect(dueTime(calendar, from, longer, []).dueAt).toBeGreaterThanOrEqual(dueAt);
      }),
    );
  });

  it('IN-1 hours of its own that are the ordinary ones change nothing, on any day, half days included', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, prompts, (calendar, from, amount, wanted) => {
        const plain = dueTime(calendar, from, { clock: 'business', minutes: amount }, wanted);
        const own = dueTime(calendar, from, { clock: 'business', minutes: amount, hours: calendar.hours }, wanted);
        expect({ ...own, explanation: { ...own.explanation, length: plain.explanation.length } }).toEqual(plain);
      }),
    );
  });

  it('business minutes add up: a, and b from where a ended, are a + b', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, minutes, (calendar, from, a, b) => {
        const business = (start: number, amount: number): number =>
          dueTime(calendar, start, { clock: 'business', minutes: amount }, []).dueAt;
        expect(business(business(from, a), b)).toBe(business(from, a + b));
      }),
    );
  });

  it('HA-1 the explanation accounts for every day: those not skipped are exactly the N that counted', () => {
    fc.assert(
      fc.property(calendars, instants, days, (calendar, from, working) => {
        const { explanation } = dueTime(calendar, from, { clock: 'days', working }, []);
        const skipped = new Set<string>();
        for (const run of explanation.skipped) {
          for (let date = run.first; date <= run.last; date = addDays(date, 1)) {
            const { working, name } = dayOf(calendar, date);
            expect({ working, name }).toEqual({ working: false, name: run.name });
            expect(skipped.has(date)).toBe(false);
            skipped.add(date);
          }
        }
        const counted: string[] = [];
        for (let date = localDate(calendar, from); date !== explanation.dueDate;) {
          date = addDays(date, 1);
          if (!skipped.has(date)) counted.push(date);
        }
        expect(counted).toHaveLength(working);
        expect(counted.every((date) => dayOf(calendar, date).working)).toBe(true);
      }),
    );
  });
});
