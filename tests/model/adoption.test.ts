import * as fc from 'fast-check';
import { validateRules } from '../../domain/validate-policy';
import type { Rules } from '../../domain/policy';
import type { Stage } from '../../domain/words';
import { STANDARD } from '../../policies/standard';
import { aComplaint } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { happen, lives } from './life';
import { EVERYBODY } from './people-and-data';

const LIVES = Number(process.env.LIVES ?? 1200);
const SEED = Number(process.env.LIVES_SEED ?? 20_261_122);

/** Steps that an edition may lack and still be a policy that can work. */
const OPTIONAL: Stage[] = ['classification', 'verification', 'callback', 'meeting', 'review'];

/** An edition of the standard policy that lacks some steps, and may have other reviewers. */
function variant(edition: number, lacks: Stage[], strict: boolean): Rules {
  const stages = Object.fromEntries(Object.entries(STANDARD.stages).filter(([name]) => !lacks.includes(name as Stage)));
  const [last, ...higher] = STANDARD.handling.toReversed();
  const stricter = [...higher.toReversed(), { ...last!, reviewers: ['sales_director' as const] }];
  return { ...STANDARD, edition, stages, handling: strict ? stricter : STANDARD.handling };
}

const editions = fc.array(
  fc.record({ lacks: fc.subarray(OPTIONAL), strict: fc.boolean(), after: fc.nat({ max: 40 }) }),
  { minLength: 2, maxLength: 5 },
);

/** Somebody who may adopt one, and about whom nobody complains. */
const MANAGER = EVERYBODY.find(({ id }) => id === 'manager-2')!;

/** Walks a life in which editions come up, and begins the procedure again from the record after each that is adopted. */
async function walk(
  life: typeof lives extends fc.Arbitrary<infer L> ? L : never,
  planned: { lacks: Stage[]; strict: boolean; after: number }[],
) {
  const [first, ...others] = planned;
  const complaint = await PaperComplaint.begin(aComplaint({ rules: variant(1, first!.lacks, first!.strict) }));
  const seen: string[] = [];
  // Far beyond the editions that people try by chance.
  let [left, edition] = [others[0]?.after ?? 0, 1_000];
  for (const step of life.steps) {
    await happen(complaint, step).catch((error: unknown) => {
      // The crew knows no way on where an edition has none: a dissatisfied customer of level 3 without a meeting, say.
      if (!String(error).includes('Nobody can')) throw error;
    });
    if (complaint.file.closed || others.length === 0 || (left -= 1) > 0) continue;
    const { lacks, strict } = others.shift()!;
    left = others[0]?.after ?? 0;
    const reply = await complaint.try(MANAGER, 'adopt_policy', {
      rules: variant((edition += 1_000), lacks, strict),
    });
    seen.push('refused' in reply ? reply.refused.code : 'adopted');
    const before = complaint.record.text;
    await complaint.restart();
    if (complaint.record.text !== before) throw new Error('Broken: to begin again decides nothing.');
  }
  return { complaint, seen };
}

test(`wherever an edition is adopted, a run that begins again stands where it stood (${LIVES} lives)`, async () => {
  const seen = new Set<string>();
  for (const { lacks, strict } of fc.sample(editions, 20).flat())
    expect(validateRules(variant(2, lacks, strict))).toEqual([]);
  await fc.assert(
    fc.asyncProperty(lives, editions, async (life, planned) => {
      const walked = await walk(life, planned);
      for (const sight of walked.seen) seen.add(sight);
    }),
    { numRuns: LIVES, seed: SEED, endOnFailure: false },
  );
  expect([...seen].toSorted()).toEqual(['adopted', 'stage_not_in_edition', 'steps_behind_differ']);
}, 300_000);
