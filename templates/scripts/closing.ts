import type { Script } from './script';

/** From the callback to the good-bye. */
export const CLOSING: readonly Script[] = [
  {
    id: 'callback',
    when: { zh: '回访开场：问题是否已经解决', en: 'to begin the callback: is it solved' },
    clause: 'CO-1',
    versions: [
      {
        zh: '您好，我是{handler}，就您的投诉 {number} 做个回访：请问问题是否已经解决？',
        en: 'Hello, this is {handler} about your complaint {number}: has it been solved?',
      },
    ],
  },
  {
    id: 'callback_missed',
    when: { zh: '回访未接通，留言', en: 'a callback that was not answered' },
    clause: 'CO-8',
    versions: [
      {
        zh: '您好，我们就您的投诉 {number} 回访，未能与您联系上，将在 {time} 再次联系您。您也可以直接联系{handler}：{contact}。',
        en: 'Hello, we tried to reach you about your complaint {number} and will try again at {time}. You can also reach {handler} directly: {contact}.',
      },
    ],
  },
  {
    id: 'satisfaction',
    when: {
      zh: '征询满意度，1 为非常满意（流程以 1 为最好时）',
      en: 'to ask how satisfied the customer is, where 1 is best',
    },
    printed: '002 5.3.1.6',
    clause: 'CO-2',
    versions: [
      {
        zh: '请问您对处理结果是否满意？请从以下五项中选择：1-非常满意、2-满意、3-可以理解/接受、4-不满意、5-非常不满意',
        en: 'How satisfied are you with the result? Please choose one of five: 1 very satisfied, 2 satisfied, 3 understandable/acceptable, 4 dissatisfied, 5 very dissatisfied.',
      },
    ],
  },
  {
    id: 'satisfaction_five_best',
    when: {
      zh: '征询满意度，5 为非常满意（流程以 5 为最好时）',
      en: 'to ask how satisfied the customer is, where 5 is best',
    },
    clause: 'CO-2',
    versions: [
      {
        zh: '请问您对处理结果是否满意？请从以下五项中选择：5-非常满意、4-满意、3-可以理解/接受、2-不满意、1-非常不满意',
        en: 'How satisfied are you with the result? Please choose one of five: 5 very satisfied, 4 satisfied, 3 understandable/acceptable, 2 dissatisfied, 1 very dissatisfied.',
      },
    ],
  },
  {
    id: 'satisfaction_words',
    when: { zh: '征询满意度，只用词语', en: 'to ask how satisfied the customer is, in words' },
    clause: 'CO-2',
    versions: [
      {
        zh: '请问您对处理结果是否满意？非常满意、满意、可以理解/接受、不满意，还是非常不满意？',
        en: 'How satisfied are you with the result: very satisfied, satisfied, would you call it understandable or acceptable, dissatisfied, or very dissatisfied?',
      },
    ],
  },
  {
    id: 'marks',
    when: { zh: '请客户评价效率、结果、态度并提建议', en: 'to ask for marks and suggestions' },
    clause: 'CO-2',
    versions: [
      {
        zh: '请您再为服务效率、处理结果、服务态度各打一个分，1 至 5 分，5 分最好。您对我们还有什么意见或建议吗？',
        en: 'Would you give our speed, the result and our manner a mark each, from 1 to 5, with 5 the best? And is there anything that you would like us to do better?',
      },
    ],
  },
  {
    id: 'survey',
    when: {
      zh: '电话联系不上时，邀请填写在线问卷',
      en: 'to invite to the questionnaire when the telephone does not reach',
    },
    clause: 'CO-1',
    versions: [
      {
        zh: '您好，您的投诉 {number} 已处理完毕，诚邀您对处理过程和结果作出评价：{link}。您的意见对我们很重要，感谢您的参与。',
        en: 'Hello, your complaint {number} has been dealt with. Please tell us what you think of how it went and what came of it: {link}. Thank you.',
      },
    ],
  },
  {
    id: 'escalated',
    when: { zh: '客户不满意，已升级重新处理', en: 'not satisfied: taken up again, one level up' },
    clause: 'CO-3',
    versions: [
      {
        zh: '处理结果未能令您满意，我们深表歉意。您的投诉 {number} 已升级，由{handler}重新处理，将在 {time} 前与您联系。',
        en: 'We are sorry that the result does not satisfy you. Your complaint {number} has been taken one level up; {handler} will take it up again and contact you before {time}.',
      },
    ],
  },
  {
    id: 'result',
    when: { zh: '经原渠道正式告知处理结果', en: 'the result, told formally by the original channel' },
    clause: 'CO-12',
    versions: [
      {
        zh: '您好，关于您的投诉 {number}，现将处理结果正式告知如下：{result}。依据：{basis}。如有疑问，请联系{handler}：{contact}。',
        en: 'We hereby tell you formally what came of your complaint {number}: {result}. Basis: {basis}. For any question please turn to {handler}: {contact}.',
      },
    ],
  },
  {
    id: 'conclusion',
    when: { zh: '未能达成一致，经批准办结', en: 'concluded without agreement' },
    clause: 'CO-11',
    versions: [
      {
        zh: '您好，关于您的投诉 {number}，我们已经核实并与您多次协商，很遗憾未能就方案达成一致。经上级批准，本次处理到此办结，结果为：{result}；理由：{reason}。您仍可通过{body}等其他合法途径解决。感谢您的理解。',
        en: 'We have looked into your complaint {number} and talked it over with you; we are sorry that we could not agree. With the approval of the level above it is concluded with this result: {result}, for this reason: {reason}. Other lawful ways, such as {body}, stay open to you. Thank you for your understanding.',
      },
    ],
  },
  {
    id: 'farewell',
    when: { zh: '致谢与道别，无论结果如何', en: 'thanks and good-bye, whatever the outcome' },
    clause: 'CO-7',
    versions: [
      {
        zh: '无论结果是否完全令您满意，都感谢您提出的宝贵意见，帮助我们改进。祝您生活愉快，再见。',
        en: 'Whether or not the result satisfies you in full, thank you for what you told us: it helps us to improve. We wish you well; good-bye.',
      },
    ],
  },
];
