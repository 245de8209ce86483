import { Connection } from '@temporalio/client';
import type { Config } from '../../config';
import { temporalConnectionOptions } from '../../config';
import { withClient } from './roles';
import { Trouble } from './trouble';

/** Fails with one sentence when the database that DATABASE_URL names cannot be used. */
export async function requireDatabase(url: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Trouble(
      `连不上 DATABASE_URL 指向的数据库（${host}${pathname}）：${reasonOf(error)}。请检查地址、密码和网络。`,
    );
  }
}

/** Connects to Temporal, or says in one sentence why that is not possible. */
export async function connectTemporal(config: Pick<Config, 'temporal'>): Promise<Connection> {
  try {
    return await Connection.connect({ ...temporalConnectionOptions(config), connectTimeout: '10s' });
  } catch (error) {
    const { address } = config.temporal;
    throw new Trouble(
      `连不上 TEMPORAL_ADDRESS 指向的 Temporal（${address}）：${reasonOf(error)}。请检查地址、TLS、密钥和网络。`,
    );
  }
}

/** Why something failed, in its own words. Some errors only wrap the one that knows; a bundle has no words of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
