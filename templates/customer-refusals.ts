import type { Refusal, RefusalCode } from '../domain/refusals';
import { refusalSentence } from './refusals';
import type { Sentence } from './problems';
import { say } from './refusals/parts';

const GONE = say(
  '这件投诉不再办理',
  'This complaint is not handled any more',
  '这件投诉已撤回或已办结，不能再这样操作；您还有需要的，请与客服联系。',
  'This complaint has been withdrawn or is closed, so this is not possible any more. Please call the service desk for anything else.',
);

/** What a customer may be refused on his own pages, said to him and not to staff (CO-2, CO-9, IN-15). */
const TO_CUSTOMER: Partial<Record<RefusalCode, Sentence>> = {
  closed: GONE,
  withdrawn: GONE,
  not_in_stage: say(
    '现在还不能这样做',
    'Not at this time',
    '您的投诉现在不在这一步：还没有到，或已经过了这个时候。需要帮助的，请与客服联系。',
    'Your complaint is not at this step now: not yet, or not any more. Please call the service desk if you need help.',
  ),
  satisfaction_missing: say(
    '请选择满意度',
    'Please say how satisfied you are',
    '请在五个满意度中选择一个（satisfaction）。',
    'Please choose one of the five words of satisfaction (satisfaction).',
  ),
  answer_final: say(
    '您已评价过',
    'You have answered already',
    '您对这次处理的评价我们已经收到，不能再更改；您还有其他意见的，请与客服联系，我们会记录并跟进。',
    'We have your answer on this handling, and it is not changed any more. If there is more to say, please call the service desk.',
  ),
  link_void: say(
    '链接已失效',
    'The link is void',
    '这个链接现在不能使用，请使用您最近一次收到的链接，或与客服联系。',
    'This link is of no use now. Please use the one that you received last, or call the service desk.',
  ),
  director_needed: say(
    '请与客服联系撤回',
    'Please call the service desk to withdraw',
    '您的投诉已由监管部门转来或涉及监管部门，不能在网上撤回；请与客服联系，由我们的负责人为您办理。',
    'Your complaint has gone to an authority and is not withdrawn on the web; please call the service desk, and somebody in charge will see to it.',
  ),
};

/** A refusal as its customer reads it. */
export const customerSentence = (refusal: Refusal): Sentence => TO_CUSTOMER[refusal.code] ?? refusalSentence(refusal);
