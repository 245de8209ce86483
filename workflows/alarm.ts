import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The one pending timer: that of the nearest due time. It moves only when that due time moves, so the timeline in the UI
 * shows deadlines and not waits.
 */
export class Alarm {
  rang = false;
  private at: number | undefined;
  private scope: CancellationScope | undefined;

  /** Sets the alarm to an instant, or off with `null`. The summary stands beside the timer in the UI. */
  set(wake: { at: number; summary: string } | null): void {
    if (!this.rang && wake?.at === this.at) return;
    this.scope?.cancel();
    this.rang = false;
    this.at = wake?.at;
    if (!wake) return;
    const scope = new CancellationScope();
    this.scope = scope;
    void scope
      .run(() => sleep(Math.max(wake.at - Date.now(), 1), { summary: wake.summary }))
      .then(
        () => {
          this.rang = this.scope === scope;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
