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
      `连不上 DATABASE_URL 指向的数据库（${host}${pathname}）：${reason(error)}。请检查地址、密码和网络。`,
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
      `连不上 TEMPORAL_ADDRESS 指向的 Temporal（${address}）：${reason(error)}。请检查地址、TLS、密钥和网络。`,
    );
  }
}

/** Failures to connect to several addresses of one name come as a bundle without words of its own. */
function reason(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}
