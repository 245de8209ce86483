import { isDeepStrictEqual } from 'node:util';
import type { Response } from 'express';
import type { Reply, Route } from './route';

/** Writes an answer. With `check` an answer that its description does not fit is an error: so the tests keep the two together. */
export function reply(route: Route, res: Response, { body, etag, location }: Reply<unknown>, check = false): void {
  if (check) assertDescribed(route, body);
  if (etag !== undefined) res.set('ETag', `"${etag}"`);
  if (location !== undefined) res.set('Location', location);
  res.status(route.status ?? 200).json(body);
}

function assertDescribed({ answer, method, path }: Route, body: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(body));
  const result = answer.safeParse(sent);
  if (result.success && isDeepStrictEqual(result.data, sent)) return;
  const why = result.success ? 'it has fields that are not described' : JSON.stringify(result.error.issues);
  throw new Error(`The answer of ${method} ${path} is not as described: ${why}`);
}
