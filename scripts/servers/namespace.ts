import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Trouble } from './trouble';

const { INDEXED_VALUE_TYPE_BOOL, INDEXED_VALUE_TYPE_KEYWORD } = temporal.api.enums.v1.IndexedValueType;

/** What complaints can be searched by in Temporal. Names and kinds only: no personal data ever stands in them. */
export const SEARCH_ATTRIBUTES = {
  Stage: INDEXED_VALUE_TYPE_KEYWORD,
  Level: INDEXED_VALUE_TYPE_KEYWORD,
  Priority: INDEXED_VALUE_TYPE_KEYWORD,
  OwnerTeam: INDEXED_VALUE_TYPE_KEYWORD,
  Policy: INDEXED_VALUE_TYPE_KEYWORD,
  Overdue: INDEXED_VALUE_TYPE_BOOL,
} as const;

/** More than a year: a settled complaint's history stays readable for the yearly review. */
const RETENTION_DAYS = 400;

/** gRPC status codes. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;
const UNAUTHENTICATED = 16;

/** Registers the namespace and its search attributes where they are missing; done when a search by all of them is answered. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await prepare(connection, namespace);
  } catch (error) {
    const names = Object.keys(SEARCH_ATTRIBUTES).join('、');
    const reason = (error as Error).message;
    throw new Trouble(`Temporal 命名空间 ${namespace} 不能使用（${reason}）：请由管理员建好它和检索属性 ${names}。`);
  }
}

async function prepare(connection: Connection, namespace: string): Promise<void> {
  await register(connection, namespace);
  await addMissingAttributes(connection, namespace);
  // In backticks, because Level is also a word of the query language.
  const query = Object.entries(SEARCH_ATTRIBUTES)
    .map(([name, kind]) => `\`${name}\` = ${kind === INDEXED_VALUE_TYPE_BOOL ? 'true' : "'-'"}`)
    .join(' and ');
  await eventually(() => connection.workflowService.countWorkflowExecutions({ namespace, query }));
}

async function register(connection: Connection, namespace: string): Promise<void> {
  const { workflowService } = connection;
  try {
    await workflowService.describeNamespace({ namespace });
    return;
  } catch (error) {
    if (codeOf(error) !== NOT_FOUND) throw error;
  }
  const workflowExecutionRetentionPeriod = { seconds: RETENTION_DAYS * 24 * 60 * 60 } as never;
  await tolerating(ALREADY_EXISTS, workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }));
}

async function addMissingAttributes(connection: Connection, namespace: string): Promise<void> {
  const { operatorService } = connection;
  try {
    const present = await eventually(() => operatorService.listSearchAttributes({ namespace }));
    const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in present.customAttributes));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing);
    await tolerating(ALREADY_EXISTS, operatorService.addSearchAttributes({ namespace, searchAttributes }));
  } catch (error) {
    // Hosted servers keep this service to themselves; whether the attributes are there, the search will tell.
    if (codeOf(error) !== UNIMPLEMENTED && codeOf(error) !== PERMISSION_DENIED) throw error;
  }
}

/** Servers tell a new namespace to their parts by and by; what is forbidden stays so. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 30_000; ;) {
    try {
      return await ask();
    } catch (error) {
      const forbidden = [PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED].includes(codeOf(error) ?? 0);
      if (forbidden || Date.now() > until) throw error;
      await sleep(25);
    }
  }
}

async function tolerating(code: number, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}

function codeOf(error: unknown): number | undefined {
  return (error as { code?: number }).code;
}
