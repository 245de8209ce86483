import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import type { ComplaintFile } from '../../domain/complaint-file';
import { workflowIdOf } from '../../workflows/contract-runs';
import { workflowBundle } from '../support/temporal';
import { IMPROVEMENT_LIVES } from './improvement-lives';
import { LIVES } from './lives';

const FOLDER = join(__dirname, 'histories');
const recorded = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
type Input = { input: { payloads: { data: string }[] } };
type Events = { events: { workflowExecutionStartedEventAttributes?: Input }[] };
const read = (name: string): Events => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Events;
const replay = async (history: Events, number: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowIdOf(number));

test('there is a recorded history of every life', () => {
  for (const name of Object.keys({ ...LIVES, ...IMPROVEMENT_LIVES })) {
    expect(recorded.filter((file) => file.endsWith(`-${name}.json`)).length).toBeGreaterThan(0);
  }
});

test.each(recorded)('the present code goes on with what was lived as in %s', async (name) => {
  const number = name.includes('-improvement-') ? 'G20261122-001' : '20261122-001';
  await expect(replay(read(name), number)).resolves.toBeUndefined();
});

test('the gate is a gate: code that would have set other timers is refused', async () => {
  const history = read(recorded.find((name) => name.endsWith('-ordinary.json')) ?? '');
  // To forget the weekly word is what a change of code might do; here it is done to the file that the run was born with.
  const [input] = history.events[0]?.workflowExecutionStartedEventAttributes?.input.payloads ?? [];
  const file = JSON.parse(Buffer.from(input?.data ?? '', 'base64').toString()) as ComplaintFile;
  delete file.rules.duties.follow_up;
  Object.assign(input ?? {}, { data: Buffer.from(JSON.stringify(file)).toString('base64') });
  await expect(replay(history, '20261122-001')).rejects.toThrow(/TimerMachine|[Nn]ondeterminism/);
});
