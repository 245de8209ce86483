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
import type { Action, ActionName } from '../domain/actions';
import type { ComplaintFile } from '../domain/complaint-file';
import { ACTION_NAMES, decide } from '../domain/decide';
import { timerSummary } from '../templates/run-details';
import { nextWake } from '../domain/clock';
import { APPROVAL_SIGNALS } from './contract';
import type { Recorded } from '../domain/recorded';
import { refused } from './failures';
import type { Letter } from './letters';

/** Every way in to a complaint's desk. Handlers only post: what they are handed is dealt with in its turn. */
export class Doors {
  private signals = 0;

  constructor(
    private readonly inbox: Letter[],
    private readonly file: ComplaintFile,
    private readonly isAhead: (action: Action) => boolean,
  ) {}

  open(): void {
    for (const name of ACTION_NAMES) this.openTo(name);
    for (const name of APPROVAL_SIGNALS) {
      setHandler(defineSignal<[unknown]>(name), (payload) => this.drop(name, payload), {
        description: '审核：{ "code": "收件箱中的一次性审批码" };退回另需 "ground"',
      });
    }
    setDefaultSignalHandler((name, payload) => this.drop(name, payload));
    setHandler(defineQuery<ComplaintFile>('file'), () => this.file, { description: '投诉档案（不含个人信息）' });
    setHandler(defineQuery<string | null>('next'), () => this.next(), { description: '下一个时限' });
    void CancellationScope.current().cancelRequested.catch(() => this.drop('cancel', null));
  }

  private openTo(name: ActionName): void {
    const validator = (action: Action): void => {
      if (this.isAhead(action)) return;
      const verdict = decide(this.file, name, action, Date.now());
      if ('refused' in verdict && !verdict.filed) throw refused(verdict.refused);
    };
    setHandler(defineUpdate<Recorded, [Action]>(name), (action) => this.post(name, action), { validator });
  }

  private post(name: ActionName, action: Action): Promise<Recorded> {
    return CancellationScope.nonCancellable(async () => {
      const reply = new Trigger<Recorded>();
      this.inbox.push({ name, action, key: currentUpdateInfo()?.id ?? `${workflowInfo().runId}:update`, reply });
      return await reply;
    });
  }

  /** Never throws, whatever it is given: a throw here would stop the complaint for good. */
  private drop(signal: string, payload: unknown): void {
    this.inbox.push({ signal, payload, key: `${workflowInfo().runId}:${this.signals++}` });
  }

  private next(): string | null {
    const wake = nextWake(this.file);
    return wake && timerSummary(wake);
  }
}
