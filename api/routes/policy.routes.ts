import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { once } from '../../db/queries/once';
import { listPolicies, policyEditions, publishRules, rulesOf } from '../../db/queries/policies';
import { policyNames } from '../../db/queries/reading';
import type { Queries } from '../../db/client';
import { validateRules } from '../../domain/validate-policy';
import { actionRoute } from '../action-route';
import { mustHold } from '../authority';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { count, fields, longText, numberInAddress, shortText, text, utc } from '../schemas/basics';
import { rulesSchema } from '../schemas/rules';
import { nameIn } from '../views/timeline';

const MOST_EDITIONS = 100_000;

const editionSchema = z
  .object({
    edition: z.int(),
    by: z.object({ id: z.string(), name: z.string() }),
    at: utc(),
    reason: z.string(),
    openComplaints: z.int().describe('按此版办理、尚未结案的投诉件数'),
  })
  .meta({ id: 'PolicyEdition' });

const policyParams = fields({ name: text(64) });

/** The policies: their rules, their editions, and a complaint that goes over to another edition. */
export const policyRoutes = [
  route({
    method: 'get',
    path: '/policies',
    tag: 'policy',
    summary: { zh: '各套流程', en: 'the policies' },
    who: 'staff',
    clauses: [],
    answer: z.object({
      policies: z.array(
        z.object({ name: z.string(), edition: z.int().describe('最新版次，新投诉按此办理'), editions: z.int() }),
      ),
    }),
    problems: [],
    handle: async ({ deps }) => ({ body: { policies: await listPolicies(deps.database.queries) } }),
  }),
  route({
    method: 'get',
    path: '/policies/{name}',
    tag: 'policy',
    summary: { zh: '一套流程：规则与各版', en: 'one policy: its rules and its editions' },
    who: 'staff',
    clauses: [],
    params: policyParams,
    query: fields({ edition: numberInAddress(MOST_EDITIONS).optional().describe('看哪一版的规则；不填即最新') }),
    answer: z.object({
      name: z.string(),
      rules: z.record(z.string(), z.unknown()).describe('规则，可原样修改后作为新版发布'),
      editions: z.array(editionSchema),
    }),
    problems: ['no_such_policy'],
    handle: async ({ deps, params: { name }, query: { edition } }) => {
      const db = deps.database.queries;
      await knownPolicy(db, name);
      const [rules, rows, names] = await Promise.all([
        rulesOf(db, name, edition),
        policyEditions(db, name),
        namesOfStaff(db),
      ]);
      if (!rules) throw Problem.of('invalid_query', {}, { errors: [noSuchEdition(edition, rows)] });
      const editions = rows.map(({ by, at, ...row }) => ({
        ...row,
        by: { id: by, name: nameIn(names)(by) },
        at: at.toISOString(),
      }));
      return { body: { name, rules: { ...rules }, editions } };
    },
  }),
  route({
    method: 'post',
    path: '/policies/{name}/editions',
    tag: 'policy',
    summary: { zh: '发布流程的新版次', en: 'publish a new edition of a policy' },
    who: 'staff',
    clauses: [],
    params: policyParams,
    body: fields({ rules: rulesSchema, reason: shortText().describe('为什么发布') }),
    answer: z.object({ name: z.string(), edition: z.int() }),
    status: 201,
    problems: ['role_needed', 'no_such_policy', 'key_used_otherwise'],
    handle: async ({ deps, caller, key, bodyHash, receivedAt, params: { name }, body: { rules, reason } }) => {
      mustHold(caller, 'admin');
      await knownPolicy(deps.database.queries, name);
      mustBeSound(name, rules);
      const publication = { by: caller.id, reason, at: new Date(receivedAt) };
      const { answer, bodyHash: theirs } = await once(
        deps.database,
        { principal: caller.id, key, bodyHash },
        async (tx) => ({ name, edition: await publishRules(tx, name, rules, publication) }),
      );
      if (theirs !== bodyHash) throw Problem.of('key_used_otherwise', {});
      return { body: answer, location: `/policies/${encodeURIComponent(name)}?edition=${answer.edition}` };
    },
  }),
  actionRoute({
    names: ['adopt_policy'],
    method: 'put',
    path: '/policy',
    refusals: ['role_needed', 'other_policy', 'edition_not_newer', 'stage_not_in_edition', 'steps_behind_differ'],
    body: fields({
      edition: count(1, MOST_EDITIONS).optional().describe('改用同一流程的哪一版；不填即最新'),
      reason: longText().describe('为什么改用'),
    }),
    send: async ({ edition, reason }, { write, file, call }) => {
      const db = call.deps.database.queries;
      const { policy } = file.rules;
      const rules = await rulesOf(db, policy, edition);
      if (rules) return { name: 'adopt_policy', data: { rules, ref: write('reason', reason) } };
      const errors = [noSuchEdition(edition, await policyEditions(db, policy))];
      throw Problem.of('invalid_body', {}, { errors });
    },
  }),
];

async function knownPolicy(db: Queries, name: string): Promise<void> {
  const names = await policyNames(db, name);
  if (!names.includes(name)) throw Problem.of('no_such_policy', { name, names });
}

/** What is wrong with rules is said sentence by sentence, in the words of whoever has to mend them. */
function mustBeSound(name: string, rules: z.output<typeof rulesSchema>): void {
  if (rules.policy !== undefined && rules.policy !== name) {
    const error = fieldError(['rules', 'policy'], rules.policy, `${name}（或不填）`, `${name}, or nothing`);
    throw Problem.of('invalid_body', {}, { errors: [error] });
  }
  const problems = validateRules({ ...rules, policy: name, edition: 1 });
  const errors = problems.map(({ zh, en }) => fieldError(['rules'], null, zh, en));
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
}

function noSuchEdition(edition: number | undefined, rows: { edition: number }[]) {
  const known = rows.map((row) => row.edition).reverse();
  return fieldError(['edition'], edition, `可选：${known.join('、')}`, `one of: ${known.join(', ')}`);
}
