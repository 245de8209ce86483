import {
  CancellationScope,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
  Trigger,
  workflowInfo,
} from '@temporalio/workflow';
import type { Recorded } from '../domain/recorded';
import { refused } from './failures';
import type { Letter } from './letters';
import type { AnyAction, Filed, Matter } from './matter';

/** Every way in to a desk. Handlers only post: what they are handed is dealt with in its turn. */
export class Doors<F extends Filed, E, O> {
  private signals = 0;

  constructor(
    private readonly matter: Matter<F, E, O>,
    private readonly inbox: Letter[],
    private readonly file: F,
    private readonly isAhead: (action: AnyAction) => boolean,
    private readonly isCommitting: () => boolean,
  ) {}

  open(): void {
    for (const name of this.matter.actions) this.openTo(name);
    for (const name of this.matter.signals) {
      setHandler(defineSignal<[unknown]>(name), (payload) => this.drop(name, payload), {
        description:
          '审核：{ "code": "收件箱中的一次性审批码" }；退回另需 "ground"，可带 "backTo"；信号不带文字，原因为 other（其他）的请通过接口退回',
      });
    }
    setDefaultSignalHandler((name, payload) => this.drop(name, payload));
    setHandler(defineQuery<F>('file'), () => this.file, { description: '档案（不含个人信息）' });
    setHandler(defineQuery<F | null>('recorded'), () => (this.isCommitting() ? null : this.file), {
      description: '档案，正在写入数据库时为空',
    });
    setHandler(defineQuery<string | null>('next'), () => this.next(), { description: '下一个时限' });
    void CancellationScope.current().cancelRequested.catch(() => this.drop('cancel', null));
  }

  private openTo(name: string): void {
    const validator = (action: AnyAction): void => {
      if (this.isAhead(action)) return;
      const verdict = this.matter.decide(this.file, name, action, Date.now());
      if ('refused' in verdict && !verdict.filed) throw refused(verdict.refused);
    };
    setHandler(defineUpdate<Recorded<unknown>, [AnyAction]>(name), (action) => this.post(name, action), { validator });
  }

  private post(name: string, action: AnyAction): Promise<Recorded<unknown>> {
    return CancellationScope.nonCancellable(async () => {
      const reply = new Trigger<Recorded<unknown>>();
      this.inbox.push({ name, action, key: currentUpdateInfo()?.id ?? `${workflowInfo().runId}:update`, reply });
      return await reply;
    });
  }

  /** Never throws, whatever it is given: a throw here would stop the run for good. */
  private drop(signal: string, payload: unknown): void {
    this.inbox.push({ signal, payload, key: `${workflowInfo().runId}:${this.signals++}` });
  }

  private next(): string | null {
    return this.matter.wake(this.file)?.summary ?? null;
  }
}
