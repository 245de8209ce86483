import { Connection } from '@temporalio/client';
import { ensureNamespace, SEARCH_ATTRIBUTES } from '../../scripts/servers/namespace';
import { withClient } from '../../scripts/servers/roles';

test('the run has a Postgres that listens on loopback only', async () => {
  const url = process.env.HUIYIN_TEST_POSTGRES_URL!;
  const { rows } = await withClient(url, (client) => client.query('show listen_addresses'));
  expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('a namespace is usable as soon as it is ensured, and ensuring it twice changes nothing', async () => {
  const connection = await Connection.connect({ address: process.env.HUIYIN_TEST_TEMPORAL_ADDRESS });
  const namespace = 'scripts-shared-servers';
  await ensureNamespace(connection, namespace);
  await ensureNamespace(connection, namespace);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  expect(customAttributes).toMatchObject(SEARCH_ATTRIBUTES);
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400).toBeGreaterThanOrEqual(365);
  await connection.close();
});
