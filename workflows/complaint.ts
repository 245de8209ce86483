import { CancellationScope } from '@temporalio/workflow';
import type { ComplaintFile } from '../domain/complaint-file';
import type { Outcome } from '../domain/words';
import { COMPLAINT } from './complaint-matter';
import { RUN_LENGTH } from './contract';
import { TemporalDesk } from './desk';
import type { SignalLetter } from './letters';
import { procedure } from './procedure';

/**
 * One complaint, from intake to archive. `undealt` are signals that came while the last run handed over.
 * "Cancel" in the UI does not end it: it is put on file as refused.
 */
export async function complaint(
  file: ComplaintFile,
  undealt: SignalLetter[] = [],
  runLength: number = RUN_LENGTH,
): Promise<Outcome> {
  const desk = new TemporalDesk(COMPLAINT, file, undealt, runLength).listen();
  return CancellationScope.nonCancellable(() => procedure(desk));
}
