import { isUtf8 } from 'node:buffer';
import express from 'express';
import type { Request, RequestHandler } from 'express';
import { Problem } from './problem';
import type { Route } from './route';

/** More than any form of the procedure needs; files do not travel in bodies. */
export const BODY_LIMIT_KB = 256;

const json = express.json({
  limit: `${BODY_LIMIT_KB}kb`,
  strict: true,
  type: 'application/json',
  verify: (_req, _res, raw, encoding) => {
    if (encoding !== 'utf-8') throw Problem.of('wrong_media_type', { given: `charset=${encoding}` });
    // A decoder would quietly put U+FFFD where the customer's words were broken.
    if (!isUtf8(raw)) throw Problem.of('malformed_json', {});
  },
});

/** Reads the body of a route that takes one: JSON in UTF-8, nothing else. */
export function jsonBody(route: Route): RequestHandler {
  return (req, res, next) => {
    // Some actions need no body.
    if (route.method === 'get' || !hasBody(req)) return next();
    if (!req.is('application/json')) {
      throw Problem.of('wrong_media_type', { given: (req.get('content-type') ?? '无 (none)').slice(0, 100) });
    }
    json(req, res, next);
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
