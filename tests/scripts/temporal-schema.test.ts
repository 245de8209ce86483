import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, withFreePorts } from '../../scripts/servers/ports';
import { startPostgres } from '../../scripts/servers/postgres';
import { withClient } from '../../scripts/servers/roles';
import { startTemporal, TEMPORAL_PORT_COUNT, temporalPortsFrom } from '../../scripts/servers/temporal';
import { scratchFolder } from './scratch';

test('Temporal starts on what an interrupted first start left, and at once on other ports after a SIGKILL', async () => {
  const folder = scratchFolder('temporal');
  const postgres = await withFreePorts(1, ([port]) =>
    startPostgres({ folder: join(folder, 'postgres'), port: port!, password: 'pw', durable: false }),
  );
  await withClient(postgres.url, (client) => client.query('create database temporal_unfinished'));
  const start = async () => {
    const ports = temporalPortsFrom(await freePorts(TEMPORAL_PORT_COUNT));
    return startTemporal({ postgres, password: 'pw', ports, folder });
  };
  const killed = await start();
  await killed.kill();
  const since = Date.now();
  const temporal = await start();
  // Without care it would wait 45 s for the dead one.
  expect(Date.now() - since).toBeLessThan(15_000);
  const { rows } = await withClient(postgres.url, (client) =>
    client.query('select datname, rolname from pg_database join pg_roles on datdba = pg_roles.oid order by datname'),
  );
  expect(rows.filter(({ datname }) => datname.startsWith('temporal'))).toEqual([
    { datname: 'temporal', rolname: 'temporal' },
    { datname: 'temporal_visibility', rolname: 'temporal' },
  ]);
  await temporal.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});
