/**
 * Registrations of one day wait for each other anyway, for the row with the day's last number: here they do so without holding
 * a connection, and no statement times out in the queue.
 */
export const REGISTRATIONS_AT_ONCE = 4;

/** Lets a few calls of one name (a complaint, say) through at once; the rest wait in order. */
export class Lanes {
  private readonly busy = new Map<string, { running: number; waiting: (() => void)[] }>();

  constructor(private readonly width: number) {}

  async run<T>(name: string, call: () => Promise<T>): Promise<T> {
    await this.enter(name);
    try {
      return await call();
    } finally {
      this.leave(name);
    }
  }

  private enter(name: string): Promise<void> | undefined {
    const lane = this.busy.get(name) ?? { running: 0, waiting: [] };
    this.busy.set(name, lane);
    if (lane.running < this.width) {
      lane.running += 1;
      return undefined;
    }
    return new Promise((resolve) => lane.waiting.push(resolve));
  }

  /** Who leaves hands his place to who waits longest. */
  private leave(name: string): void {
    const lane = this.busy.get(name);
    if (!lane) return;
    const next = lane.waiting.shift();
    if (next) return next();
    lane.running -= 1;
    if (lane.running === 0) this.busy.delete(name);
  }
}
