import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Naming } from './named';
import { Problem } from './problem';
import { logged, problemOf } from './translate';

const REQUEST_ID = 'X-Request-Id';

/** Gives each call an id, the caller's own if it is a plain one, and writes one line when it is over: no address, no body, no names. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const given = req.get(REQUEST_ID);
    res.set(REQUEST_ID, given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID());
    res.set('Cache-Control', 'private, no-cache');
    const began = performance.now();
    res.on('close', () => {
      // The route's pattern, not the address: what people search for may be a name.
      const route = (req.route as { path?: unknown } | undefined)?.path;
      log.info({
        requestId: requestIdOf(res),
        method: req.method,
        route: typeof route === 'string' ? route : null,
        status: res.statusCode,
        ms: Math.round(performance.now() - began),
        ...(res.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
}

const requestIdOf = (res: Response): string => String(res.get(REQUEST_ID));

/** What no route has answered. */
export const noSuchRoute: RequestHandler = (req) => {
  throw Problem.of('no_such_route', { method: req.method });
};

/** The one place where something that went wrong becomes an answer. Four parameters: by these Express knows it. */
export function writeProblem(log: Logger, named: Naming): ErrorRequestHandler {
  return async (error: unknown, _req, res, next) => {
    const problem = await named(problemOf(error));
    const requestId = requestIdOf(res);
    if (problem.status >= 500) log.error({ requestId, problem: problem.code, error: logged(error) });
    if (res.headersSent) return next(error);
    res
      .status(problem.status)
      .set(problem.more.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problem.document(requestId)));
  };
}
