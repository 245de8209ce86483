import type { z } from 'zod';
import type { ProposalKind } from '../../domain/words';
import { allows } from '../http/issues';
import { analysisSchema, looked } from './analysis';
import { fields, longText } from './basics';
import { draftSchema } from './draft';

/** The one decision on a mass complaint: what was found out for all, why it happened, what is offered to all (CL-4). */
export const massDecisionSchema = fields({
  ...draftSchema.shape,
  findings: fields({ ...looked, text: longText().describe('查明的情况与经过') }).describe(
    '对全部成员投诉的核实；尚未核实的成员据此记录',
  ),
  cause: analysisSchema.optional().describe('原因分析；有成员的流程要求集体投诉作原因分析时必填'),
});

/** What is put right by words alone. */
const WORDS_ONLY: readonly ProposalKind[] = ['apology', 'explanation', 'improvement_promise'];
/** What money can be offered for. */
const OF_MONEY: readonly ProposalKind[] = ['return', 'compensation', 'fee_waiver'];

/** The same, as it is taken: what is more than words has its steps, and money its kind. */
export const massDecisionBody = massDecisionSchema
  .refine(({ kinds, steps }) => steps.length > 0 || kinds.every((kind) => WORDS_ONLY.includes(kind)), {
    path: ['steps'],
    error: allows(
      `至少一步；只有${WORDS_ONLY.join('、')}时可填 []`,
      `at least one step; [] only where nothing but ${WORDS_ONLY.join(', ')} is offered`,
    ),
  })
  .refine(({ kinds, amountFen }) => amountFen === 0 || kinds.some((kind) => OF_MONEY.includes(kind)), {
    path: ['amountFen'],
    error: allows(
      `有金额时 kinds 须含 ${OF_MONEY.join('、')} 之一`,
      `an amount wants one of ${OF_MONEY.join(', ')} among the kinds`,
    ),
  });

/** A decision that has been let in and understood. */
export type MassDecisionBody = z.output<typeof massDecisionSchema>;
