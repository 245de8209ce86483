import { z } from 'zod';
import { approvalCode } from '../../db/approval-code';
import type { inboxOf } from '../../db/queries/inbox';
import { NOTICE_KEYS } from '../../domain/notices';
import { complaintWorkflowId } from '../../workflows/contract';
import { utc } from '../schemas/basics';

const approvalSchema = z.object({
  code: z.string().describe('一次性审批码，只属于收件人'),
  command: z.string().describe('在命令行中审批'),
  signal: z.object({
    workflowId: z.string(),
    name: z.literal('approve'),
    input: z.object({ code: z.string() }),
  }),
});

/** A notice as its recipient reads it. */
export const noticeSchema = z
  .object({
    id: z.int(),
    complaint: z.string().nullable().describe('所说的投诉；来信通知没有'),
    message: z.int().nullable().describe('所说的来信，见 GET /messages/{id}'),
    improvement: z.string().nullable().describe('所说的改进措施'),
    penalty: z.string().nullable().describe('所说的负激励'),
    at: utc(),
    readAt: utc().nullable(),
    notice: z.enum(NOTICE_KEYS),
    subject: z.string(),
    body: z.string(),
    dueAt: utc().nullable(),
    stillOpen: z.boolean().nullable().describe('所说的待办是否仍未办；与待办无关的为空'),
    approval: approvalSchema.nullable().describe('可以直接审批：到 Temporal 界面发信号，或用命令行'),
  })
  .meta({ id: 'Notice' });

type Row = Awaited<ReturnType<typeof inboxOf>>[number];

/** A notice for `staffId`; the approval code is derived for him alone, from `secret`. */
export function noticeView(row: Row, secret: string, staffId: string): z.output<typeof noticeSchema> {
  const { id, complaint, at, readAt, notice, params, subject, body, duty, dutyState } = row;
  return {
    id,
    complaint,
    message: params.message ?? null,
    improvement: params.improvement ?? null,
    penalty: params.penalty ?? null,
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    notice,
    subject: subject ?? '',
    body: body ?? '',
    dueAt: params.dueAt === undefined ? null : new Date(params.dueAt).toISOString(),
    stillOpen: duty === null ? null : dutyState === 'open',
    approval:
      mayApprove(row) && duty !== null && complaint !== null
        ? approvalOf(complaint, approvalCode(secret, complaint, duty, staffId))
        : null,
  };
}

/** A review that is still open, and whose code this person has not used. */
const mayApprove = ({ notice, dutyState, code }: Row): boolean =>
  notice === 'called_upon' && dutyState === 'open' && code !== null;

const approvalOf = (complaint: string, code: string): z.output<typeof approvalSchema> => ({
  code,
  command: `npm run signal -- ${complaint} approve ${code}`,
  signal: { workflowId: complaintWorkflowId(complaint), name: 'approve', input: { code } },
});
