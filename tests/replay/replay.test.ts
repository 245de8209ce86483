import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../support/temporal';
import { LIVES } from './lives';

const FOLDER = join(__dirname, 'histories');
const recorded = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
type Events = { events: { eventType: string; timerStartedEventAttributes?: object }[] };
const read = (name: string): Events => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Events;
const replay = async (history: Events, number: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, `complaint-${number}`);

test('there is a recorded history of every life', () => {
  for (const name of Object.keys(LIVES)) {
    expect(recorded.filter((file) => file.endsWith(`-${name}.json`)).length).toBeGreaterThan(0);
  }
});

test.each(recorded)('the present code goes on with a complaint that was lived as in %s', async (name) => {
  await expect(replay(read(name), '20261122-001')).resolves.toBeUndefined();
});

test('the gate is a gate: a history that this code could not have made is refused', async () => {
  const history = read(recorded.find((name) => name.endsWith('-ordinary.json')) ?? '');
  const timer = history.events.findIndex(({ timerStartedEventAttributes }) => timerStartedEventAttributes);
  history.events.splice(timer, 1);
  await expect(replay(history, '20261122-001')).rejects.toThrow();
});
