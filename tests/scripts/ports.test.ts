import { createServer } from 'node:net';
import { freePorts, HIGHEST_PORT, isPortTaken, withFreePorts } from '../../scripts/servers/ports';
import { PortTaken, Trouble } from '../../scripts/servers/trouble';

test('finds as many different free ports as asked, all within what Temporal can store', async () => {
  const ports = await freePorts(40);
  expect(new Set(ports).size).toBe(40);
  expect(Math.max(...ports)).toBeLessThanOrEqual(HIGHEST_PORT);
});

test('sees that somebody listens on a port, and that nobody does', async () => {
  const [port] = await freePorts(1);
  expect(await isPortTaken(port!)).toBe(false);
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  expect(await isPortTaken(port!)).toBe(true);
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

test('tries other ports when one was taken in between', async () => {
  const tried: number[] = [];
  const started = await withFreePorts(1, async ([port]) => {
    tried.push(port!);
    if (tried.length < 3) throw new PortTaken('taken');
    return 'started';
  });
  expect(started).toBe('started');
  expect(new Set(tried).size).toBe(3);
});

test('does not try again after any other trouble', async () => {
  const start = jest.fn(() => Promise.reject(new Trouble('broken')));
  await expect(withFreePorts(1, start)).rejects.toThrow('broken');
  expect(start).toHaveBeenCalledTimes(1);
});
