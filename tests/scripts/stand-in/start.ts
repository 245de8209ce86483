import { join } from 'node:path';
import { dataFolder } from '../../../scripts/servers/data-folder';
import { withClient } from '../../../scripts/servers/roles';
import { runSystem } from '../../../scripts/servers/run-system';
import { runScript } from '../../../scripts/servers/trouble';

/** `npm start` with the real servers and stand-ins for worker and API; counts its own starts in the database. */
const APPLICATION = {
  worker: [join(__dirname, 'worker.js')],
  api: [join(__dirname, 'api.js')],
  prepare: (databaseUrl: string) =>
    withClient(databaseUrl, async (client) => {
      await client.query('create table if not exists starts (at timestamptz default now())');
      await client.query('insert into starts default values');
      return (await client.query('select 1 from starts')).rowCount;
    }),
};

runScript(() => runSystem(dataFolder(), APPLICATION, (_, starts) => console.log(`up, start ${starts}`)));
