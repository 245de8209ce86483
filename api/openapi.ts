import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { RefusalCode } from '../domain/refusals';
import type { ProblemCode } from '../templates/problems';
import { REFUSAL_STATUS } from './http/problem';
import { PROBLEM_STATUS } from './http/problem-status';
import { changes } from './http/route';
import type { Route } from './http/route';

type Code = ProblemCode | RefusalCode;

const problemSchema = z
  .looseObject({
    type: z.string().describe('urn:huiyin:problem:<代码>'),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    detail: z.string(),
    detailEn: z.string(),
    instance: z.string().describe('本次请求的编号'),
    errors: z
      .array(
        z.object({
          path: z.string().describe('哪一项；$ 为整个正文'),
          given: z.unknown(),
          allowed: z.string(),
          allowedEn: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

const keySchema = z
  .string()
  .regex(/^[\x20-\x7e]{1,200}$/)
  .describe('调用方自定；重试时用同一个，不会重复办理');
const ifMatchSchema = z
  .string()
  .regex(/^"\d{1,9}"$/)
  .optional()
  .describe('只在投诉仍是这个版本时办理（ETag）');

/** The OpenAPI 3.1 description, made from the routes that Express serves. */
export function describe(routes: readonly Route[]): ReturnType<OpenApiGeneratorV31['generateDocument']> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  for (const route of routes) registry.registerPath(pathOf(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '回音 Huiyin API',
      version: '1',
      description: '客户投诉从受理到归档。错误一律为 RFC 9457 文档；每次写入都带 Idempotency-Key。',
    },
  });
}

function pathOf(route: Route): RouteConfig {
  const { method, path, tag, summary, who, clauses, params, query, body, answer, status = 200, conditional } = route;
  const headers = z.object({
    ...(changes(route) ? { 'Idempotency-Key': keySchema } : {}),
    ...(conditional ? { 'If-Match': ifMatchSchema } : {}),
  });
  return {
    method,
    path,
    operationId: `${method}${path.replace(/[{}]/g, '').replace(/[^\w]+(\w)/g, (_, next: string) => next.toUpperCase())}`,
    tags: [tag],
    summary: `${summary.zh} / ${summary.en}`,
    ...(clauses.length > 0 && { description: `条款 ${clauses.join('、')}` }),
    security: who === 'staff' ? [{ bearer: [] }] : [],
    request: {
      ...(params && { params: params as never }),
      ...(query && { query: query as never }),
      ...(changes(route) && { headers }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body as never } } } }),
    },
    responses: {
      [status]: { description: summary.zh, content: { 'application/json': { schema: answer as never } } },
      ...problemsOf(route),
    },
  };
}

/** Which problems stand behind which status. */
function problemsOf(route: Route): RouteConfig['responses'] {
  const byStatus = new Map<number, Code[]>();
  for (const code of new Set([...route.problems, ...generalProblems(route)])) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(' · '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

/** What follows from the shape of a route. */
function generalProblems(route: Route): Code[] {
  const { who, body, params, conditional } = route;
  return [
    ...(params ? (['malformed_url'] as const) : []),
    'invalid_query',
    ...(who === 'staff' ? (['unauthenticated', 'database_away'] as const) : []),
    ...(changes(route) ? (['idempotency_key_wanted'] as const) : []),
    ...(body ? (['malformed_json', 'invalid_body', 'too_large', 'wrong_media_type'] as const) : []),
    ...(conditional ? (['if_match_malformed'] as const) : []),
    'unexpected',
  ];
}

const statusOf = (code: Code): number =>
  code in PROBLEM_STATUS ? PROBLEM_STATUS[code as ProblemCode] : REFUSAL_STATUS[code as RefusalCode];
