import { randomUUID } from 'node:crypto';
import { setImprovement } from '../../db/queries/improvement-setting';
import type { ImprovementActionData, ImprovementActionName } from '../../domain/improvement/actions';
import type { Actor } from '../../domain/people';
import { forwardTo, virtualNow } from '../../scripts/fast-forward';
import { improvementStartOptions, improvementWorkflowId } from '../../workflows/contract-improvement';
import { DAY, MANAGER, SUPERVISOR } from '../support/engine';
import type { Engine } from '../support/engine';
import { walk } from '../support/life';
import { LOGISTICS } from '../support/paper-improvement';
import { dateIn } from '../support/records';

const REF = { ref: 'text' };

/** One improvement on the real engine, set by the supervisor from a complaint with findings; to be done in thirty days. */
class Life {
  private constructor(
    private readonly engine: Engine,
    readonly id: string,
  ) {}

  static async begin(engine: Engine, runLength?: number): Promise<Life> {
    const number = await engine.register();
    await walk(engine, number, 'verify');
    const { file: complaint } = await engine.record(number);
    const { improvements: rules } = complaint.rules;
    const { file } = await setImprovement(engine.db.database, {
      caller: { principal: SUPERVISOR.id, key: randomUUID(), bodyHash: 'none' },
      now: new Date(),
      complaint,
      rules: rules!,
      birth: {
        setBy: { id: SUPERVISOR.id, role: 'supervisor' },
        department: LOGISTICS.team,
        person: LOGISTICS.id,
        dueDate: dateIn(30),
      },
      what: '优化快递揽收预警机制',
      measure: '预警触发时间',
      target: { comparison: 'at_most', value: 2, unit: '小时' },
    });
    const options = improvementStartOptions(file!);
    const args: unknown[] = runLength ? [file, [], runLength] : options.args;
    await engine.ns.client.workflow.start('improvement', { ...options, args });
    return new Life(engine, file!.id);
  }

  get handle() {
    return this.engine.ns.client.workflow.getHandle(improvementWorkflowId(this.id));
  }

  async do<N extends ImprovementActionName>(by: Actor, name: N, data: ImprovementActionData[N]): Promise<this> {
    const action = { by, data, receivedAt: Date.now() };
    await this.handle.executeUpdate<unknown, [unknown]>(name, { args: [action], updateId: randomUUID() });
    return this;
  }

  async forward(by: number): Promise<this> {
    const { client } = this.engine.ns;
    await forwardTo(client, this.id, (await virtualNow(client, this.id)) + by);
    return this;
  }
}

async function passed(engine: Engine): Promise<string> {
  const life = await Life.begin(engine);
  await life.do(LOGISTICS, 'note_progress', REF);
  await life.do(LOGISTICS, 'report_improvement', REF);
  await life.do(SUPERVISOR, 'verify_improvement', { passed: true, ...REF });
  return life.id;
}

async function chasedMovedAndFailed(engine: Engine): Promise<string> {
  const life = await Life.begin(engine);
  await life.forward(45 * DAY);
  await life.do(SUPERVISOR, 'move_due_date', { dueDate: dateIn(60), ...REF });
  await life.forward(40 * DAY);
  await life.do(LOGISTICS, 'report_improvement', REF);
  await life.forward(10 * DAY);
  await life.handle.signal('approve', { code: 'none' });
  await life.handle.cancel();
  await life.do(MANAGER, 'verify_improvement', { passed: false, ...REF, dueDate: dateIn(150) });
  await life.do(LOGISTICS, 'report_improvement', REF);
  await life.do(SUPERVISOR, 'verify_improvement', { passed: true, ...REF });
  return life.id;
}

async function handedOverAndCancelled(engine: Engine): Promise<string> {
  const life = await Life.begin(engine, 2);
  for (let i = 0; i < 3; i += 1) await life.do(LOGISTICS, 'note_progress', REF);
  await life.forward(45 * DAY);
  await life.do(MANAGER, 'cancel_improvement', REF);
  return life.id;
}

/** Lives of improvements (RE-3), kept and replayed like those of complaints. */
export const IMPROVEMENT_LIVES: Record<string, (engine: Engine) => Promise<string>> = {
  'improvement-passed': passed,
  'improvement-chased-moved-and-failed': chasedMovedAndFailed,
  'improvement-handed-over-and-cancelled': handedOverAndCancelled,
};
