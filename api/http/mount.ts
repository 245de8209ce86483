import type { Express, RequestHandler } from 'express';
import { fields } from '../schemas/basics';
import type { Dependencies } from '../dependencies';
import { authenticated } from './authenticate';
import { jsonBody } from './body';
import { idempotencyKeyOf, ifMatchOf } from './headers';
import { bodyHashOf } from './idempotency';
import { parsed, parsedParams } from './parse';
import { Problem } from './problem';
import { reply } from './reply';
import { changes } from './route';
import type { Call, Route, Who } from './route';

/** What a route takes that takes nothing: a misspelt filter is refused, never ignored. */
const NO_FIELDS = fields({});

/** `/complaints/{number}` as Express writes it. */
const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Puts every route of the registry on the application, and answers other methods of the same addresses with 405. */
export function mount(app: Express, routes: readonly Route[], deps: Dependencies): void {
  for (const route of routes) {
    app[route.method](expressPath(route.path), letIn(route, deps), jsonBody(route), run(route, deps));
  }
  for (const path of new Set(routes.map(({ path }) => path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(expressPath(path), otherMethods(methods.includes('GET') ? [...methods, 'HEAD'] : methods));
  }
}

/** Before the body is read: who nobody knows sends nothing that is looked at. */
function letIn({ who }: Route, { database }: Dependencies): RequestHandler {
  return async (req, res, next) => {
    const receivedAt = Date.now();
    res.locals['receivedAt'] = receivedAt;
    if (who === 'staff') res.locals['caller'] = await authenticated(database, req.get('authorization'), receivedAt);
    next();
  };
}

/** Parse, hand over, answer. */
function run(route: Route, deps: Dependencies): RequestHandler {
  const keyed = changes(route);
  return async (req, res) => {
    const key = keyed ? idempotencyKeyOf(req.get('idempotency-key')) : '';
    const expects = route.conditional ? ifMatchOf(req.get('if-match')) : undefined;
    const params = parsedParams(route.params, req.params as Record<string, string>, req.method, route.absent);
    const query = parsed(route.query ?? NO_FIELDS, req.query, 'invalid_query');
    const body = parsed(route.body, req.body ?? {}, 'invalid_body');
    const bodyHash = keyed ? bodyHashOf(`${route.method} ${route.path}`, params, body) : '';
    const call = { ...res.locals, deps, params, query, body, key, bodyHash, expects };
    reply(route, res, await route.handle(call as unknown as Call<Who, never, never, never>), deps.checkAnswers);
  };
}

function otherMethods(allowed: string[]): RequestHandler {
  const headers = { Allow: allowed.join(', ') };
  return (req, res) => {
    if (req.method !== 'OPTIONS') throw Problem.of('method_not_allowed', { method: req.method, allowed }, { headers });
    res.set(headers).status(204).end();
  };
}
