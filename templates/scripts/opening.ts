import type { Script } from './script';

/** From the greeting to the first direction: what the customer hears while his complaint is taken in. */
export const OPENING: readonly Script[] = [
  {
    id: 'greeting',
    when: { zh: '接通或接入时问候', en: 'when the customer gets through' },
    printed: '001 三(一)',
    clause: 'IN-2',
    versions: [
      {
        zh: '您好,客服专员{handler}为您服务,请问有什么可以帮您?',
        en: 'Hello, this is {handler} of customer service. How can I help you?',
      },
    ],
  },
  {
    id: 'introduction',
    when: {
      zh: '首次联系：自我介绍，说明流程、大致时间与直接联系方式',
      en: 'first contact: who I am, the next steps, the time they take, how to reach me',
    },
    clause: 'HA-1, IN-5',
    versions: [
      {
        zh: '您好，我是负责您投诉的{handler}，您的受理编号是 {number}。接下来我会先核实情况，再与您商定解决方案并负责落实，完成后回访；预计 {time} 前给您答复。您可以随时直接联系我：{contact}。',
        en: 'Hello, I am {handler} and responsible for your complaint, number {number}. I will look into it, agree a solution with you, see it carried out and call you afterwards; you can expect my answer before {time}. You can reach me directly: {contact}.',
      },
    ],
  },
  {
    id: 'repeat_back',
    when: { zh: '复述客户的意思，请客户确认', en: 'to say back what the customer meant' },
    printed: '001 三(一)',
    clause: 'IN-6',
    versions: [
      { zh: '您的意思是希望{wish},对吗?', en: 'If I understand you rightly, you would like {wish}, is that so?' },
    ],
  },
  {
    id: 'promise',
    when: { zh: '当场不能明确，须核实后回复', en: 'what cannot be made clear on the spot' },
    printed: '001 三(一)',
    clause: 'IN-12',
    versions: [
      {
        zh: '我需要核实后尽快给您回复,预计时间内联系您',
        en: 'I have to look into this and will get back to you as soon as I can, within the expected time.',
      },
    ],
  },
  {
    id: 'promise_by',
    when: {
      zh: '当场不能明确，并约定回复时间',
      en: 'what cannot be made clear on the spot, with the time of the answer',
    },
    clause: 'IN-12',
    versions: [
      {
        zh: '这一点我需要核实后给您回复，将在 {time} 前联系您，请您放心。',
        en: 'I have to look into this and will call you before {time}.',
      },
    ],
  },
  {
    id: 'acknowledgement',
    when: {
      zh: '受理回执：收到并感谢、编号、后续流程与时间、解决的诚意',
      en: 'acknowledgement: received with thanks, number, next steps and time, the will to solve it',
    },
    clause: 'IN-5',
    versions: [
      {
        zh: '您好，您的投诉我们已收到，感谢您的反馈。受理编号：{number}，可凭此编号查询进展。接下来，{handler}将在 {time} 前与您联系，了解情况并说明处理流程和预计时间。我们会认真核实，尽力为您解决问题。',
        en: 'We have received your complaint, thank you. Your number is {number}; with it you can ask where it stands. {handler} will contact you before {time} to hear what happened and to explain the next steps. We will do our best to solve it.',
      },
      {
        zh: '您好，您的投诉我们已收到，感谢您的反馈。受理编号：{number}，可凭此编号查询进展。接下来，{handler}将在 {time} 前与您联系，了解情况并说明处理流程和预计时间；您也可以直接联系：{contact}。我们会认真核实，尽力为您解决问题。',
        en: 'We have received your complaint, thank you. Your number is {number}; with it you can ask where it stands. {handler} will contact you before {time} to hear what happened and to explain the next steps, and can be reached directly: {contact}. We will do our best to solve it.',
      },
    ],
  },
  {
    id: 'acceptance',
    when: { zh: '反馈受理结果', en: 'to say that the complaint is accepted' },
    printed: '003 步驟二',
    clause: 'CL-7',
    versions: [
      {
        zh: '您好,已记录您反映的问题,我们将优先处理,结果将通过{channel}及时告知您',
        en: 'Hello, we have noted what you told us and will deal with it first; you will hear of the result by {channel}.',
      },
    ],
  },
  {
    id: 'acceptance_time',
    when: {
      zh: '受理后 1 小时内：告知已受理、预计答复时间与初步方向',
      en: 'within the hour: accepted, when to expect the answer, and the first direction',
    },
    clause: 'CL-7',
    versions: [
      {
        zh: '您好，您的投诉已受理，受理编号：{number}，预计 {time} 前给您答复。目前：{direction}。',
        en: 'Hello, your complaint {number} is accepted; you can expect our answer before {time}. At present: {direction}.',
      },
    ],
  },
  {
    id: 'direction_logistics',
    when: { zh: '初步方向：物流问题', en: 'first direction: a matter of logistics' },
    printed: '003 步驟二',
    clause: 'CL-7',
    versions: [{ zh: '已联系物流核实', en: 'We have asked the carrier to look into it.' }],
  },
  {
    id: 'direction_technical',
    when: { zh: '初步方向：系统问题', en: 'first direction: a fault of the system' },
    printed: '003 步驟二',
    clause: 'CL-7',
    versions: [{ zh: '技术部门正在排查系统问题', en: 'Our engineers are looking into the fault of the system.' }],
  },
  {
    id: 'direction',
    when: { zh: '初步方向：其他部门', en: 'first direction: any other department' },
    clause: 'CL-7',
    versions: [{ zh: '{department}正在核实{matter}', en: '{department} is looking into {matter}.' }],
  },
  {
    id: 'evidence_wanted',
    when: { zh: '请客户补充材料', en: 'to ask the customer for evidence' },
    clause: 'IN-3',
    versions: [
      {
        zh: '为尽快核实，还需要您提供{what}，发送至{contact}即可。已提供过的材料不必重复发送，感谢您的配合。',
        en: 'To look into it quickly we still need {what}; please send it to {contact}. Nothing that you have sent before is needed again. Thank you.',
      },
    ],
  },
  {
    id: 'referral',
    when: { zh: '不属于受理范围，礼貌转介', en: 'out of scope: a polite referral' },
    clause: 'IN-8',
    versions: [
      {
        zh: '感谢您的反馈。您反映的事项超出我们的处理范围，建议您联系{body}（{contact}），由其依法处理。未能直接帮您解决，敬请谅解。',
        en: 'Thank you for telling us. This matter is beyond what we may deal with; please turn to {body} ({contact}), who can. We are sorry that we cannot settle it for you ourselves.',
      },
    ],
  },
];
