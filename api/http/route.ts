import type { z } from 'zod';
import type { ActionName } from '../../domain/actions';
import type { RefusalCode } from '../../domain/refusals';
import type { ProblemCode } from '../../templates/problems';
import type { Caller, Dependencies } from '../dependencies';

/** What there can be none of, apart from complaints. */
export type Absent = 'no_such_improvement' | 'no_such_penalty' | 'no_such_person' | 'no_such_cluster';

/** Who may call: anybody, or any member of staff (what he may see or do is decided further in). */
export type Who = 'anyone' | 'staff';

/** A call that has been let in and understood. */
export type Call<W extends Who, P, Q, B> = {
  deps: Dependencies;
  params: P;
  query: Q;
  body: B;
  caller: W extends 'staff' ? Caller : undefined;
  /** `Idempotency-Key`; empty where nothing is changed. */
  key: string;
  /** Fingerprint of route, parameters and body. */
  bodyHash: string;
  /** The `seq` that the caller wants to act upon (If-Match). */
  expects?: number;
  /** When the API had the call in hand (ms, UTC). */
  receivedAt: number;
};

/** What a handler gives back. `etag`: the complaint's `seq`. */
export type Reply<A> = { body: A; etag?: number; location?: string };

/** One route: from this Express and the OpenAPI description are made, so that what is checked is what is described. */
export type Route<
  W extends Who = Who,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = {
  method: 'get' | 'post' | 'put';
  /** In the notation of OpenAPI: `/complaints/{number}`. */
  path: string;
  tag:
    | 'intake'
    | 'action'
    | 'reading'
    | 'improvement'
    | 'penalty'
    | 'desk'
    | 'calendar'
    | 'policy'
    | 'batch'
    | 'customer'
    | 'system';
  summary: { zh: string; en: string };
  /** The actions that it hands over. */
  actions?: readonly ActionName[];
  who: W;
  /** The clauses that it serves. */
  clauses: string[];
  params?: P;
  /** What an address is answered with that cannot be one of ours; by default that there is no such complaint. */
  absent?: Absent;
  query?: Q;
  body?: B;
  answer: A;
  status?: 200 | 201;
  /** A question that needs a body: nothing is changed, and no Idempotency-Key asked for. */
  asks?: true;
  /** Whether If-Match is looked at. */
  conditional?: true;
  /** What it may answer beside success; what every route may answer is not repeated here. */
  problems: (ProblemCode | RefusalCode)[];
  handle: (call: Call<W, z.output<P>, z.output<Q>, z.output<B>>) => Promise<Reply<z.output<A>>>;
};

/** Whether a call of this route changes anything. */
export const changes = ({ method, asks }: Pick<Route, 'method' | 'asks'>): boolean => method !== 'get' && !asks;

/** Fixes the types of one route's schemas; the registry holds them without. */
export const route = <
  W extends Who,
  A extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  definition: Route<W, P, Q, B, A>,
): Route => definition;
