import { CancellationScope } from '@temporalio/workflow';
import { isOver } from '../domain/improvement/clock';
import type { ImprovementFile } from '../domain/improvement/file';
import type { ImprovementState } from '../domain/improvement/words';
import { RUN_LENGTH } from './contract';
import { TemporalDesk } from './desk';
import { IMPROVEMENT } from './improvement-matter';
import type { SignalLetter } from './letters';

/**
 * 改进措施: one improvement from the day it is set until it is verified or called off, however long the complaint that it came
 * of has been in the archive (003 表2 五). A failed verification sends it back within: the file says where it stands.
 */
export async function improvement(
  file: ImprovementFile,
  undealt: SignalLetter[] = [],
  runLength: number = RUN_LENGTH,
): Promise<ImprovementState> {
  const desk = new TemporalDesk(IMPROVEMENT, file, undealt, runLength).listen();
  return CancellationScope.nonCancellable(async () => {
    await desk.until(isOver);
    return desk.close();
  });
}
