import type { Script } from './script';

/** While the complaint is looked into, solved and put right. */
export const SOLVING: readonly Script[] = [
  {
    id: 'progress',
    when: { zh: '定期联系，告知进展', en: 'regular word on how it stands' },
    clause: 'HA-11',
    versions: [
      {
        zh: '您好，关于您的投诉 {number}，目前进展：{progress}。下一步：{next}。有新的进展我们会及时告知您。',
        en: 'Hello, about your complaint {number}: {progress}. Next: {next}. We will let you know of anything new.',
      },
    ],
  },
  {
    id: 'apology',
    when: { zh: '致歉；投诉类告知方案时必须同时致歉', en: 'the apology, which every complaint gets with the solution' },
    printed: '001 三(四)',
    clause: 'HA-7',
    versions: [
      {
        zh: '对于此次给您带来的不便,我们深表歉意',
        en: 'We are very sorry for the trouble that this has caused you.',
      },
    ],
  },
  {
    id: 'solution_resend',
    when: { zh: '解决方案：重新发货', en: 'the solution: sent again' },
    printed: '001 三(四)',
    clause: 'HA-7',
    versions: [
      {
        zh: '已为您重新发货,预计{days}个工作日内送达',
        en: 'We have sent it again; it should reach you within {days} working days.',
      },
    ],
  },
  {
    id: 'solution',
    when: {
      zh: '告知解决方案：查明的情况、依据、内容、步骤、预期效果',
      en: 'the solution: findings, basis, contents, steps, expected effect',
    },
    clause: 'HA-7',
    versions: [
      {
        zh: '您反映的问题已经核实：{findings}。根据{basis}，我们为您提供的解决方案是：{solution}。具体步骤：{steps}。完成后，{effect}。',
        en: 'We have looked into what you told us: {findings}. By {basis} we offer you this: {solution}. Step by step: {steps}. In the end {effect}.',
      },
    ],
  },
  {
    id: 'care',
    when: { zh: '后续注意事项：收货', en: 'what to watch for: goods on their way' },
    printed: '001 三(四)',
    clause: 'HA-7',
    versions: [
      {
        zh: '收到货后请检查产品功能,如有问题及时联系我们',
        en: 'Please check that it works when it arrives, and call us at once if anything is wrong.',
      },
    ],
  },
  {
    id: 'care_other',
    when: { zh: '后续注意事项：其他', en: 'what to watch for: anything else' },
    clause: 'HA-7',
    versions: [
      { zh: '请您留意：{care}。如有问题请及时联系我们。', en: 'Please note: {care}. If anything is wrong, call us.' },
    ],
  },
  {
    id: 'agreement',
    when: { zh: '征询客户对方案的意见', en: 'to ask what the customer thinks of the solution' },
    clause: 'HA-8',
    versions: [
      {
        zh: '请问您是否接受这个方案？如有不同意见，请告诉我，我们会认真考虑并与您协商调整。',
        en: 'Would you accept this? If not, please tell me: we will consider what you say and look for another way with you.',
      },
    ],
  },
  {
    id: 'delay',
    when: { zh: '执行中出现延误', en: 'a step of the remedy is late' },
    clause: 'HA-10',
    versions: [
      {
        zh: '您好，原定 {due} 前完成的{what}，因{reason}有所延误，预计 {time} 前完成。对此我们深表歉意，我会继续跟进并及时告知您。',
        en: 'Hello, {what}, which was to be done before {due}, is late because of {reason}; we expect it before {time}. We are sorry; I will follow it up and let you know.',
      },
    ],
  },
  {
    id: 'extension',
    when: { zh: '超出承诺时间，告知新的答复时间', en: 'the promised time is extended' },
    clause: 'HA-12',
    versions: [
      {
        zh: '您好，您的投诉 {number} 原承诺 {due} 前答复，因{reason}仍需时间核实，现延至 {time} 前答复您。对于未能按时答复，我们深表歉意。',
        en: 'Hello, we promised you an answer on complaint {number} before {due}. Because of {reason} we need longer and will answer before {time}. We are sorry to keep you waiting.',
      },
    ],
  },
  {
    id: 'handler_changed',
    when: { zh: '更换受理人', en: 'another handler' },
    clause: 'IN-5',
    versions: [
      {
        zh: '您好，您的投诉 {number} 现由{handler}负责处理，直接联系方式：{contact}。此前的情况已完整交接，您无需重复说明。感谢您的理解。',
        en: 'Hello, your complaint {number} is now handled by {handler}, who can be reached directly: {contact}. All that you told us has been handed over; you need not repeat it. Thank you for your patience.',
      },
    ],
  },
];
