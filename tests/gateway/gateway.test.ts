import {
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ActionRefused, Gateway, NotKnownYet } from '../../gateway/gateway';
import type { Temporal, TheRecord, Update } from '../../gateway/gateway';
import { problemOf } from '../../api/http/translate';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Recorded } from '../../domain/recorded';
import type { Refusal } from '../../domain/refusals';
import { MOVED, REFUSED } from '../../workflows/contract';

const UPDATE = { number: '20261122-001', name: 'archive', key: 'key-1', action: {} } as unknown as Update;
const DONE = { seq: 12 } as Recorded;
const OPEN = { number: '20261122-001', closed: false } as ComplaintFile;

const failed = (type: string, details: unknown[] = []) =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, details }));
const grpc = (code: number) =>
  new ServiceError('failed', { cause: Object.assign(new Error(`${code}`), { code, details: '', metadata: {} }) });

const REFUSAL: Refusal = { code: 'not_owner', owner: 'handler-2' };
const FAILURES: Record<string, () => Error> = {
  'refused by the procedure': () => failed(REFUSED, [REFUSAL]),
  'begun again from the record': () => failed(MOVED),
  'not processed in its task': () => failed('UnprocessedUpdate'),
  'cut off by the end of the run': () => failed('AcceptedUpdateCompletedWorkflow'),
  'no such workflow': () => new WorkflowNotFoundError('gone', 'complaint-20261122-001', undefined),
  'timed out': () => new WorkflowUpdateRPCTimeoutOrCancelledError('deadline'),
  'failed precondition': () => grpc(9),
  unavailable: () => grpc(14),
  'too many at once': () => grpc(8),
  'a call that Temporal does not understand': () => grpc(3),
  'an error of our own': () => failed('TypeError'),
};

/** A gateway before a Temporal that answers as told, in order, and a record that knows what it is told. */
function gatewayBefore(answers: (() => Error | Recorded)[], record: Partial<Record<keyof TheRecord, unknown>> = {}) {
  const calls: string[] = [];
  const pauses: number[] = [];
  const temporal: Temporal = {
    update: async () => {
      calls.push('update');
      const answer = (answers.length > 1 ? answers.shift() : answers[0])?.() ?? DONE;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    start: async () => {
      calls.push('start');
    },
    answers: () => Promise.resolve(true),
  };
  const reading: TheRecord = {
    answerFor: () => Promise.resolve(record.answerFor as Recorded | undefined),
    fileOf: () => Promise.resolve(record.fileOf as ComplaintFile | undefined),
  };
  const gateway = new Gateway(temporal, reading, async (ms) => {
    pauses.push(ms);
  });
  return { gateway, calls, pauses };
}

/** What a caller is told: an answer, or the code of a problem. */
const outcome = (gateway: Gateway): Promise<unknown> =>
  gateway.act(UPDATE).then(
    (recorded) => recorded,
    (error: unknown) => {
      if (!(error instanceof ActionRefused || error instanceof NotKnownYet)) return 'thrown';
      const { status, code } = problemOf(error);
      return `${status} ${code}`;
    },
  );

test('what is completed is the answer', async () => {
  const { gateway, calls } = gatewayBefore([() => DONE]);
  expect([await outcome(gateway), calls]).toEqual([DONE, ['update']]);
});

describe('a failed call is not a no: if the record holds the key, its answer is the answer (A3)', () => {
  test.each(Object.keys(FAILURES))('%s', async (name) => {
    const { gateway, calls } = gatewayBefore([FAILURES[name]!], { answerFor: DONE });
    expect([await outcome(gateway), calls]).toEqual([DONE, ['update']]);
  });
});

describe('if the record does not hold the key', () => {
  test.each([
    ['refused by the procedure', '403 not_owner', ['update'], []],
    ['begun again from the record', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['not processed in its task', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['cut off by the end of the run', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['timed out', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['failed precondition', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['unavailable', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['too many at once', '503 not_known_yet', ['update', 'update', 'update', 'update'], [300, 1000, 2000]],
    ['a call that Temporal does not understand', 'thrown', ['update'], []],
    ['an error of our own', 'thrown', ['update'], []],
  ])('%s: %s', async (name, told, calls, pauses) => {
    const before = gatewayBefore([FAILURES[name]!], { fileOf: OPEN });
    expect([await outcome(before.gateway), before.calls, before.pauses]).toEqual([told, calls, pauses]);
  });

  test.each(['begun again from the record', 'timed out', 'unavailable'])('%s, then done: the answer', async (name) => {
    const { gateway, pauses } = gatewayBefore([FAILURES[name]!, FAILURES[name]!, () => DONE]);
    expect([await outcome(gateway), pauses]).toEqual([DONE, [300, 1000]]);
  });

  test('unavailable, then refused: the refusal', async () => {
    const { gateway } = gatewayBefore([FAILURES['unavailable']!, FAILURES['refused by the procedure']!]);
    expect(await outcome(gateway)).toBe('403 not_owner');
  });
});

describe('a workflow that is gone', () => {
  const gone = FAILURES['no such workflow']!;

  test('belongs to a complaint that is closed: refused', async () => {
    const { gateway, calls } = gatewayBefore([gone], { fileOf: { ...OPEN, closed: true } });
    expect([await outcome(gateway), calls]).toEqual(['409 closed', ['update']]);
  });

  test('belongs to one that is open: started from the record, and the action sent again at once', async () => {
    const { gateway, calls, pauses } = gatewayBefore([gone, () => DONE], { fileOf: OPEN });
    expect([await outcome(gateway), calls, pauses]).toEqual([DONE, ['update', 'start', 'update'], []]);
  });

  test('and does not come back: not known yet', async () => {
    const { gateway } = gatewayBefore([gone], { fileOf: OPEN });
    expect(await outcome(gateway)).toBe('503 not_known_yet');
  });
});

test('lets four actions of one complaint through at once and those of another one past them', async () => {
  let inFlight = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const temporal: Temporal = {
    update: async ({ number }) => {
      if (number === 'another') return DONE;
      most = Math.max(most, (inFlight += 1));
      await new Promise<void>((go) => waiting.push(go));
      inFlight -= 1;
      return DONE;
    },
    start: () => Promise.resolve(),
    answers: () => Promise.resolve(true),
  };
  const record: TheRecord = { answerFor: () => Promise.resolve(undefined), fileOf: () => Promise.resolve(undefined) };
  const gateway = new Gateway(temporal, record);
  const all = Array.from({ length: 10 }, () => gateway.act(UPDATE));
  expect(await gateway.act({ ...UPDATE, number: 'another' })).toBe(DONE);
  for (const _ of all) {
    await new Promise((done) => setImmediate(done));
    waiting.shift()?.();
  }
  expect([(await Promise.all(all)).length, most]).toEqual([10, 4]);
});
