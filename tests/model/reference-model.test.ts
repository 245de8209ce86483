import * as fc from 'fast-check';
import { ACTION_NAMES } from '../../domain/decide';
import { STAGES } from '../../domain/words';
import { shanghai } from '../support/files';
import { happen, lives } from './life';
import { CODES_GIVEN } from './refusal-codes';
import { SideBySide } from './side-by-side';

/** How many lives are compared, and from which seed: `LIVES=5000 LIVES_SEED=7 npm test -- tests/model`. */
const LIVES = Number(process.env.LIVES ?? 400);
const SEED = Number(process.env.LIVES_SEED ?? 20_261_122);
/** The retelling counts on a table of working days that ends with 2026. */
const LAST = shanghai('2026-08-01 00:00');

const ALL_SIGHTS = [
  ...[...STAGES, 'closed'].flatMap((stage) => ACTION_NAMES.map((name) => `${name} at ${stage}`)),
  ...ACTION_NAMES.map((name) => `done ${name}`),
  ...CODES_GIVEN.map((code) => `refused ${code}`),
];

describe('the procedure and a plain retelling of it', () => {
  const figures = { lives: 0, steps: 0, asked: 0 };
  const seen = new Set<string>();
  afterAll(() => console.log(JSON.stringify(figures)));

  it(
    `agree at every step of ${LIVES} lives: on stage, level, owner, duties with their times, and on who may do what`,
    async () => {
      await fc.assert(
        fc.asyncProperty(lives, async (life) => {
          const both = await SideBySide.begin(life);
          for (const step of life.steps) {
            if (both.now < LAST) await happen(both, step);
          }
          figures.lives += 1;
          figures.steps += life.steps.length;
          figures.asked += both.asked;
          for (const sight of both.seen) seen.add(sight);
        }),
        { numRuns: LIVES, seed: SEED },
      );
    },
    600_000 + LIVES * 200,
  );

  it('were asked about every action at every step, and all was done or refused with its reason', () => {
    expect(ALL_SIGHTS.filter((sight) => !seen.has(sight))).toEqual([]);
  });
});
