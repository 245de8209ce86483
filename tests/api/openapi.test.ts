import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../api/routes';
import { ACTION_NAMES, ACTION_RULES } from '../../domain/decide';
import { wordEn } from '../../templates/words-en';
import { testApi } from '../support/api';
import type { TestApi } from '../support/api';

type Operation = {
  operationId: string;
  summary: string;
  security: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content: Record<string, object> }>;
};

let api: TestApi;
let paths: Record<string, Record<string, Operation>>;
let text: string;
beforeAll(async () => {
  api = await testApi();
  const { body, text: raw } = await api.get('/openapi.json');
  paths = body.paths;
  text = raw;
}, 30_000);
afterAll(() => api.close());

const operations = () => Object.values(paths).flatMap((path) => Object.values(path));

test('describes every route that is served, and no other', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted());
  expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(ROUTES.length);
});

test('has a route for every action of the staff, and for none of the customer or of the system', () => {
  const ours = ACTION_NAMES.filter((name) => !['customer', 'system'].includes(String(ACTION_RULES[name].by)));
  const served = ROUTES.filter(({ tag }) => tag === 'action').flatMap(({ summary }) => summary.en.split(' or '));
  expect(served.toSorted()).toEqual(ours.map(wordEn).toSorted());
});

test('says in Chinese and in English what each route is for', () => {
  for (const { summary } of operations()) expect(summary).toMatch(/[\u4e00-\u9fff].* \/ [\w ,]+/);
});

test('asks for an idempotency key wherever something is changed', () => {
  const questions = ROUTES.filter(({ asks }) => asks).map(({ path }) => path);
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      const asks = parameters.some(({ name, required }) => name === 'Idempotency-Key' && required === true);
      expect([method, path, asks]).toEqual([method, path, method !== 'get' && !questions.includes(path)]);
    }
  }
});

test('names the problems behind each status', () => {
  const { responses } = paths['/complaints/{number}/review']!['put']!;
  expect(responses['403']?.description).toContain('handled_before');
  expect(responses['412']?.description).toBe('seen_outdated');
  expect(Object.keys(responses['409']?.content ?? {})).toEqual(['application/problem+json']);
});

test('refuses unknown fields in the description as well as in the check', () => {
  const { schema } = paths['/complaints']!['post']!.requestBody!.content['application/json']!;
  expect(schema).toMatchObject({ additionalProperties: false });
  expect(text).not.toContain('$/u"');
});

test('lets nobody in without a token, but customers by their links, and what watches the process or reads this', () => {
  const open = ROUTES.filter(({ who }) => who === 'anyone');
  const ofCustomers = open.filter(({ tag }) => tag === 'customer').map(({ path }) => path);
  expect(open.filter(({ tag }) => tag !== 'customer').map(({ path }) => path)).toEqual([
    '/channels',
    '/healthz',
    '/readyz',
    '/openapi.json',
  ]);
  // Who has a link has its secret.
  for (const path of ofCustomers) expect(path).toContain('{token}');
});

test('is shown as a page from the disk: nothing comes from outside', async () => {
  const page = await api.get('/docs/');
  expect([page.status, page.type]).toEqual([200, 'text/html']);
  expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  const [initializer, bundle] = await Promise.all([
    api.get('/docs/swagger-initializer.js'),
    api.get('/docs/swagger-ui-bundle.js'),
  ]);
  expect(initializer.text).toContain("'/openapi.json'");
  expect(bundle.status).toBe(200);
  expect((await api.get('/docs')).headers['location']).toBe('/docs/');
});

test('routes speak to the gateway: no route file imports Temporal', () => {
  const folder = join(__dirname, '../../api/routes');
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('@temporalio');
});
