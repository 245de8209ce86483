import type { z } from 'zod';
import { penaltyAnswer, penaltyFrom } from '../../db/queries/penalty-deciding';
import type { ListedPenalty, penaltyStepsOf } from '../../db/queries/penalty-reading';
import { dueSentence } from '../../templates/due-sentence';
import { causeZh, PENALTY_STATE_ZH } from '../../templates/penalty-words';
import type { listedPenaltySchema, penaltySchema } from '../schemas/penalty';
import { nameIn } from './timeline';

/** One row of a list; `names` by staff id. */
export function listedPenaltyView(
  row: ListedPenalty,
  names: Map<string, string>,
): z.output<typeof listedPenaltySchema> {
  return {
    ...penaltyAnswer(penaltyFrom({ penalty: row, file: { respondents: [] } })),
    stateZh: PENALTY_STATE_ZH[row.state],
    clause: row.clause,
    cause: row.cause,
    because: causeZh(row.cause, row.what),
    offenderName: names.get(row.offender) ?? null,
    offenderRole: row.offenderRole,
    leastFen: row.least,
    mostFen: row.most,
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    confirmedBy: row.confirmedBy,
  };
}

type Steps = Awaited<ReturnType<typeof penaltyStepsOf>>;

/** One penalty with its steps. */
export function penaltyView(
  row: ListedPenalty,
  steps: Steps,
  names: Map<string, string>,
): z.output<typeof penaltySchema> {
  const { appealExplanation } = row;
  const nameOf = nameIn(names);
  return {
    ...listedPenaltyView(row, names),
    appealSentence: appealExplanation && dueSentence(appealExplanation, { event: '负激励确认' }),
    steps: steps.map(({ no, state, by, role, at, fen, reason }) => ({
      no,
      state,
      stateZh: PENALTY_STATE_ZH[state],
      by: { id: by, name: nameOf(by) },
      role,
      at: at.toISOString(),
      amountFen: fen,
      reason,
    })),
  };
}
