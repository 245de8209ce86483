import { actionRoute } from '../action-route';
import { complaintNumber, count, fields, longText, numberInAddress } from '../schemas/basics';
import { MOST_STEPS } from '../schemas/draft';

const stepParams = fields({ number: complaintNumber(), step: numberInAddress(MOST_STEPS) });

/** The steps of the agreed remedy (HA-10, HA-16). */
export const remedyingRoutes = [
  actionRoute({
    names: ['complete_step'],
    method: 'put',
    path: '/remedy/{step}/completion',
    params: stepParams,
    refusals: ['not_owner', 'no_such_step', 'step_done', 'step_reported'],
    body: fields({ text: longText().describe('怎样完成的，凭证在何处') }),
    send: ({ text }, { write, params }) => ({
      name: 'complete_step',
      data: { step: params.step, ref: write('text', text) },
    }),
  }),
  actionRoute({
    names: ['see_off_step'],
    method: 'post',
    path: '/remedy/{step}/see-off',
    params: stepParams,
    refusals: ['not_owner', 'no_such_step', 'step_done', 'step_not_reported'],
    body: fields({ text: longText().describe('责任人怎样核对的') }),
    send: ({ text }, { write, params }) => ({
      name: 'see_off_step',
      data: { step: params.step, ref: write('text', text) },
    }),
  }),
  actionRoute({
    names: ['delay_step'],
    method: 'put',
    path: '/remedy/{step}/delay',
    params: stepParams,
    refusals: ['not_owner', 'no_such_step', 'step_done'],
    body: fields({
      workingDays: count(1, 90).describe('改为自今日起几个工作日内完成'),
      reason: longText().describe('延误原因'),
    }),
    send: ({ workingDays, reason }, { write, params }) => ({
      name: 'delay_step',
      data: { step: params.step, workingDays, ref: write('reason', reason) },
    }),
  }),
];
