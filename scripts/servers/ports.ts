import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { PortTaken } from './trouble';

const LOOPBACK = '127.0.0.1';

/**
 * Temporal keeps its ports in a `smallint` column, so they end at 32767. That is also below the range from which systems
 * take the local ports of outgoing connections, so a free port found here tends to stay free.
 */
export const HIGHEST_PORT = 32_767;
const LOWEST_PORT = 10_000;

/** Ports nobody listens on now, all different. They are held open together before they are let go. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  while (held.size < count) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT + 1);
    if (held.has(port)) continue;
    const server = await listen(port).catch(() => undefined);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map(close));
  return [...held.keys()];
}

/** Whether somebody listens on this loopback port, or we may not. */
export async function isPortTaken(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return false;
  } catch {
    return true;
  }
}

/** Whether a connection to this port is accepted: the cheap first question before a server is asked something real. */
export function accepts(port: number, host: string = LOOPBACK): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1_000, () => answer(false));
  });
}

/**
 * Starts something on free ports. Between finding a port and listening on it somebody else may take it, so a start that
 * failed for that reason is tried again with other ports.
 */
export async function withFreePorts<T>(count: number, start: (ports: number[]) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePorts(count));
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === 5) throw error;
    }
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
