import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child';

/** Something that is to run until we stop it. */
export interface Part {
  /** What scripts call it. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  start(signal: AbortSignal): Promise<Child>;
}

interface Slot {
  readonly part: Part;
  child?: Child;
  /** The start or restart under way, if any; never rejects. */
  starting?: Promise<unknown>;
}

/** Delays before a part that died is started again: short at first, since most deaths are single ones. */
const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 30_000;
/** Who has lived this long starts again at the shortest delay. */
const CALM_MS = 60_000;

/** Keeps parts running: starts again what dies, and stops everything in the reverse order of its first start. */
export class Keeper {
  private readonly slots: Slot[] = [];
  private readonly stopping = new AbortController();

  /** `say` tells people; `changed` is called whenever a pid has changed. */
  constructor(
    private readonly say: (sentence: string) => void,
    private readonly changed: () => void = () => undefined,
  ) {}

  /** Aborted as soon as a stop is asked for. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Starts a part for the first time; from then on it is kept running. */
  async keep(part: Part): Promise<void> {
    this.signal.throwIfAborted();
    this.say(`正在启动 ${part.name}…`);
    const slot: Slot = { part };
    this.slots.push(slot);
    await this.start(slot);
    void this.watch(slot);
  }

  /** The pids of what runs now, by key. */
  pids(): Record<string, number> {
    return Object.fromEntries(this.slots.flatMap(({ part, child }) => (child ? [[part.key, child.pid]] : [])));
  }

  /** Asks for the end without waiting for it; whatever is being started is given up. */
  abandon(): void {
    this.stopping.abort();
  }

  /** Stops everything, one after the other. */
  async stop(): Promise<void> {
    this.abandon();
    for (const slot of this.slots.splice(0).reverse()) {
      await slot.starting;
      if (!slot.child) continue;
      this.say(`正在停止 ${slot.part.name}…`);
      await slot.child.stop();
    }
  }

  private async start(slot: Slot): Promise<void> {
    const started = slot.part.start(this.signal);
    slot.starting = started.catch(() => undefined);
    slot.child = await started;
    this.changed();
  }

  private async watch(slot: Slot): Promise<void> {
    let delay = FIRST_DELAY_MS;
    while (slot.child) {
      const since = Date.now();
      const how = await slot.child.exited;
      if (this.signal.aborted) return;
      slot.child = undefined;
      if (Date.now() - since > CALM_MS) delay = FIRST_DELAY_MS;
      this.say(`${slot.part.name} 意外退出（${how}），正在重新启动…`);
      delay = await this.restart(slot, delay);
    }
  }

  /** Tries until it runs again or nobody wants it any more; answers the delay that the next death starts with. */
  private async restart(slot: Slot, firstDelay: number): Promise<number> {
    for (let delay = firstDelay; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      await sleep(delay, undefined, { signal: this.signal }).catch(() => undefined);
      if (this.signal.aborted) return delay;
      try {
        await this.start(slot);
        this.say(`${slot.part.name} 已恢复。`);
        return Math.min(delay * 2, LONGEST_DELAY_MS);
      } catch (error) {
        if (this.signal.aborted) return delay;
        this.say(`${slot.part.name} 还起不来，稍后再试：${(error as Error).message}`);
      }
    }
  }
}
