import * as fc from 'fast-check';
import { shanghai } from '../support/files';
import { happen, lives } from './life';
import { SideBySide } from './side-by-side';

/** How many lives are compared, and from which seed: `LIVES=5000 LIVES_SEED=7 npm test -- tests/model`. */
const LIVES = Number(process.env.LIVES ?? 500);
const SEED = Number(process.env.LIVES_SEED ?? 20_261_122);
/** The retelling counts on a table of working days that ends with 2026. */
const LAST = shanghai('2026-08-01 00:00');

describe('the procedure and a plain retelling of it', () => {
  const figures = { lives: 0, steps: 0, asked: 0 };
  afterAll(() => console.log(JSON.stringify(figures)));

  it(`agree at every step of ${LIVES} lives: on stage, level, owner, duties with their times, and on who may do what`, async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const both = await SideBySide.begin(life);
        for (const step of life.steps) {
          if (both.now < LAST) await happen(both, step);
        }
        figures.lives += 1;
        figures.steps += life.steps.length;
        figures.asked += both.asked;
      }),
      { numRuns: LIVES, seed: SEED },
    );
  }, 600_000);
});
