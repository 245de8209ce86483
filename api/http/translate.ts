import { ActionRefused, NotKnownYet } from '../../gateway/gateway';
import { Problem } from './problem';
import { BODY_LIMIT_KB } from './body';

/** SQLSTATE classes and system codes that mean "not now": connection, resources, operator intervention, timeouts. */
const AWAY = /^(08|53|57|55P03$|25P03$|ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
/** What pg says without a code when it gets no connection, or loses one. */
const AWAY_MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection)/;

/** Everything that can go wrong in a call, as a problem. Nothing of the original message leaves: Postgres puts values into it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ActionRefused) return Problem.refusing(error.refusal);
  if (error instanceof NotKnownYet) return Problem.notKnownYet();
  if (isDatabaseAway(error)) return Problem.databaseAway();
  switch (bodyErrorOf(error)) {
    case 'entity.too.large':
      return Problem.of('too_large', { limitKb: BODY_LIMIT_KB });
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return Problem.of('malformed_json', {});
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return Problem.of('wrong_media_type', { given: 'charset / Content-Encoding' });
    case 'malformed_url':
      return Problem.of('malformed_url', {});
    default:
      return Problem.of('unexpected', {});
  }
}

/** Whether Postgres cannot answer now, looked for in the causes too: drizzle wraps what pg throws. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && AWAY.test(code)) return true;
  if (typeof message === 'string' && AWAY_MESSAGE.test(message)) return true;
  // Several addresses of one host, none of which answers.
  return isDatabaseAway(cause) || (Array.isArray(errors) && errors.some(isDatabaseAway));
}

/** What body-parser and the router say of their own errors. */
function bodyErrorOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { type, status, code } = error as Error & { type?: string; status?: number; code?: unknown };
  if (type !== undefined) return type;
  // zlib: the body is not what its Content-Encoding says.
  if (typeof code === 'string' && code.startsWith('Z_')) return 'entity.parse.failed';
  return error instanceof URIError || (status === 400 && error.name === 'URIError') ? 'malformed_url' : undefined;
}

/** What may stand in the log: code, class and places, never a message, since that may repeat what somebody wrote. */
export function logged(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { code } = error as Error & { code?: unknown };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    at: places.slice(0, 6).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: logged(error.cause) }),
  };
}
