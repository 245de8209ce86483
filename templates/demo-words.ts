/**
 * What staff write and customers say in the complaint that `npm run demo` lives through. No names: posts and 某加盟店.
 * Fields are those of the API. No order number and no product by name: played again, it is no repeat complaint (IN-9).
 */
export const DEMO_INTAKE = {
  channel: 'phone',
  requestType: 'complaint',
  complainant: {
    kind: 'franchisee',
    name: '某加盟店',
    contacts: [{ channel: 'phone', address: '13800138000' }],
  },
  words: '门店新装的制冰机三个星期坏了两次，报修后没人给准信，周末只能停卖冷饮。',
  demands: ['exchange', 'compensation', 'apology'],
  answered: true,
};

/** Said in the first call, and why the promised answer waits. */
export const DEMO_ACCEPTANCE_TOLD = {
  channel: 'phone',
  text: '已受理，72 小时内答复；正在安排工程师查设备日志，请门店发来现场照片。',
};
export const DEMO_WAITING = { reason: '等门店发来装机单与现场照片。' };
export const DEMO_WAITING_OVER = { text: '装机单与现场照片已收到。' };

const phone = (purpose: string, text: string, reached = true) => ({
  channel: 'phone',
  direction: 'outbound',
  reached,
  purpose,
  text,
});
const proof = (text: string) => ({ kind: 'call_recording', channel: 'phone', text });

export const DEMO_FIRST_CONTACT = phone(
  'first_contact',
  '致歉并了解情况：两次都是不出冰、报警 E4。说明处理流程，约定每周联系。',
);

export const DEMO_FORM = {
  text: '制冰机 10 月装机，11 月内两次报警 E4 停机；要求换机、补偿停卖损失并致歉。',
  repeatedBack: true,
};

export const DEMO_CLASSIFICATION = {
  nature: 'product_quality',
  requestType: 'complaint',
  grounds: ['use_impaired'],
  reason: '设备故障影响门店日常使用，未涉及其他门店。',
};

export const DEMO_FIRST_FINDINGS = {
  sources: ['order', 'logs'],
  responsibility: 'ours',
  concluded: false,
  findings: '装机单与设备日志显示两次停机共 61 小时，均为水路压力异常。',
  openPoints: '是整机缺陷还是装机时未装减压阀，待现场照片。',
};

export const DEMO_FINDINGS = {
  sources: ['pictures', 'vouchers'],
  responsibility: 'ours',
  concluded: true,
  findings: '现场照片证实装机时漏装减压阀，进水电磁阀因此受损。责任在我方装机。',
};

export const DEMO_FIRST_PROPOSAL = {
  kinds: ['repair', 'apology'],
  basis: ['policy'],
  text: '上门补装减压阀、更换电磁阀，书面致歉。',
  points: { solution: '上门维修', standard: '保修期内免费', promise: '装机时逐项核对阀件' },
  steps: [{ what: '上门维修', person: 'owner', workingDays: 5 }],
};

/** `colleague` is put in by whoever plays: the id of the post that sees to the training. */
export const demoSecondProposal = (colleague: string) => ({
  kinds: ['exchange', 'compensation', 'improvement_promise', 'apology'],
  amountFen: 50_000,
  basis: ['policy', 'service_agreement'],
  severity: 'serious',
  text: '整机更换，补偿停卖损失 500 元；装机队伍重新培训考核；新机运行满两个月出具检测报告。',
  points: {
    solution: '整机更换',
    standard: '严重质量问题，补偿停卖损失 500 元',
    promise: '装机队伍重新培训考核',
  },
  steps: [
    { what: '更换整机并装减压阀，补偿 500 元到账', person: 'owner', workingDays: 10 },
    { what: '装机队伍培训与考核', person: colleague, workingDays: 25 },
    { what: '新机运行两个月，出具检测报告', person: 'owner', workingDays: 65 },
  ],
});

/** The amount is more than the handler may grant himself. */
export const DEMO_APPROVAL = { approved: true, text: '停卖损失有凭证，同意。' };

export const DEMO_TELLING = {
  channel: 'phone',
  apologised: true,
  covers: ['findings', 'basis', 'content', 'steps', 'effect', 'care'],
  text: '电话逐项说明查明的情况、方案、期限与依据，提醒注意事项，并致歉。',
};

export const DEMO_REFUSAL = {
  answer: 'refused',
  proof: proof('通话录音 DEMO-02'),
  text: '修过一次又坏，不接受再修，要求换机并补偿。',
};
export const DEMO_ACCEPTANCE = { answer: 'accepted', proof: proof('通话录音 DEMO-04'), text: '同意，希望按期完成。' };

export const DEMO_STEPS_DONE = [
  '新机已装并试机正常，减压阀照片存档；补偿 500 元已到账。',
  '两支装机队伍全部复训并通过考核，名单存档。',
  '新机运行两个月零停机，检测报告已送门店。',
] as const;

/** The second step is a colleague's: the handler sees it off. */
export const DEMO_SEEN_OFF = { text: '已核对考核名单与装机规范。' };

export const DEMO_RESULT = {
  results: ['exchange', 'compensation', 'apology'],
  channel: 'phone',
  text: '正式告知：已换机并补偿 500 元，装机队伍已复训，检测报告已送达，再次致歉。',
};

export const DEMO_DELAY = { workingDays: 10, reason: '第二支装机队伍在外地施工，考核改到回程之后。' };
export const DEMO_DELAY_TOLD = phone('delay', '说明培训考核延后的原因和新的日期，门店表示理解。');

/** Word to the customer while the case is still looked into. */
export const DEMO_PROGRESS = '告知核实进展与下一步安排。';

/** Word that comes a day late. */
export const DEMO_LATE_WORD = '为漏了一次约定的联系致歉；培训进度已过半。';

/** Word to the customer, week after week of the remedy; the last one serves for whatever weeks remain. */
export const DEMO_WEEKLY = [
  '告知新机已出库，物流三日内到店。',
  '新机运行正常，门店反馈出冰量恢复。',
  '告知补偿已到账；培训下周开始。',
  '第一支装机队伍已完成培训。',
  '培训进度已过半。',
  '新机运行满一个月，无报警。',
  '第二支队伍的考核就在近日，结果会告知门店。',
  '考核结果已告知，装机规范新版发门店一份。',
  '约定检测工程师到店的日期。',
  '检测已完成，数据正常，报告编写中。',
  '检测报告已定稿，即将送达。',
] as const;

export const DEMO_NO_ANSWER = { answered: false, channel: 'phone' };

export const DEMO_CALLBACK = {
  answered: true,
  channel: 'phone',
  solved: true,
  satisfaction: 'satisfied',
  recording: '回访录音 DEMO-09',
  suggestion: '希望装机完成时由门店签字确认阀件。',
};
export const DEMO_SECOND_CALLBACK = {
  ...DEMO_CALLBACK,
  satisfaction: 'very_satisfied',
  recording: '回访录音 DEMO-10（含问题是否解决的原话）',
  suggestion: undefined,
};

export const DEMO_REJECTION = {
  verdict: 'reject',
  ground: 'callback_doubtful',
  backTo: 'callback',
  text: '录音中没有问到“问题是否已经解决”，请重新回访。',
};

/** The chapters of the telling. */
export const DEMO_CHAPTERS = {
  intake: '一、受理与首次联系',
  verification: '二、分类与核实',
  proposals: '三、方案：一次被拒，一次同意',
  remedy: '四、方案执行，每周告知客户',
  callback: '五、满意度回访',
  review: '六、上级审核：一次退回，一次以信号通过',
  archive: '七、归档',
} as const;
