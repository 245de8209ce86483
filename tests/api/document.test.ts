import { z } from 'zod';
import { registered, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

type Content = Record<string, { schema: object }>;
type Operation = { responses: Record<string, { content: Content }> };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };

let api: TestApi;
let raw: string;
let document: Document;
beforeAll(async () => {
  api = await testApi();
  raw = (await api.get('/openapi.json')).text.replaceAll('#/components/schemas/', '#/$defs/');
  document = JSON.parse(raw) as Document;
}, 30_000);
afterAll(() => api.close());

/** What the document says of an answer, read as a stranger reads it. */
function described(method: string, path: string, status = '200') {
  const { schema } = document.paths[path]![method]!.responses[status]!.content['application/json']!;
  return z.fromJSONSchema({ ...schema, $defs: document.components.schemas } as never);
}
const faults = (schema: z.ZodType, answer: unknown) => schema.safeParse(answer).error?.issues ?? [];

const COMPLAINANTS = [1, 2, 3].map((level) => ({
  level,
  grounds: level === 1 ? [] : [level === 2 ? 'emotional' : 'regulator_12315'],
  contacts: [{ channel: 'phone', address: `1390004000${level}` }],
}));

describe('CL-3 the document says what the API answers, at every level', () => {
  test.each(COMPLAINANTS)('level $level', async ({ level, grounds, contacts }) => {
    const complaint = await registered(api, {
      channel: 'phone',
      requestType: 'complaint',
      complainant: { kind: 'consumer', name: '某客户', contacts },
      words: `第 ${level} 级的事`,
      grounds,
    });
    expect(complaint.level).toBe(level);
    expect(faults(described('post', '/complaints', '201'), complaint)).toEqual([]);
    for (const path of ['', '/timeline', '/obligations', '/actions', '/contacts', '/links', '/questions']) {
      const { body } = await api.get(`/complaints/${complaint.number}${path}`, 'HANDLER');
      expect([path, faults(described('get', `/complaints/{number}${path}`), body)]).toEqual([path, []]);
    }
  });

  test('in the list of complaints', async () => {
    const { body } = await api.get('/complaints', 'MANAGER');
    expect(faults(described('get', '/complaints'), body)).toEqual([]);
    const { body: rules } = await api.get('/policies/standard', 'MANAGER');
    expect(faults(described('get', '/policies/{name}'), rules)).toEqual([]);
  });

  test('a level is one of three wherever it is described, and a date is one', () => {
    expect(raw).not.toContain('"enum":[1]');
    expect(
      faults(described('get', '/calendar'), { team: null, calendar: 'x', days: [{ date: '1. Mai' }] }).map(
        ({ path }) => path,
      ),
    ).toContainEqual(['days', 0, 'date']);
  });
});
