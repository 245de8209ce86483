import { dueTime } from '../../domain/due-time';
import type { Length } from '../../domain/due-time';
import { withExceptions } from '../../domain/calendar';
import { countedFromZh, dueSentence, dueSentenceEn } from '../../templates/due-sentence';
import { aCalendar, at } from '../domain/due-time-cases';

const company = withExceptions(aCalendar(), {
  scope: 'company',
  edition: 'acme-1',
  exceptions: {
    '2026-10-12': { working: false, name: '公司周年' },
    '2026-10-11': { working: true, name: '大促值守', slots: [{ opens: 600, closes: 720 }] },
    '2026-10-13': { working: true, name: '全员会议', slots: [{ opens: 540, closes: 720 }] },
  },
});

const explanation = (from: string, length: Length, calendar = aCalendar()) =>
  dueTime(calendar, at(from), length, []).explanation;
const sentence = (from: string, length: Length, calendar = aCalendar()): string =>
  dueSentence(explanation(from, length, calendar), { event: '收到投诉' });
const english = (from: string, length: Length, calendar = aCalendar()): string =>
  dueSentenceEn(explanation(from, length, calendar), { event: 'complaint received' });

describe('HA-1 a due time in working days explains itself', () => {
  it('names the holiday that was skipped', () => {
    expect(sentence('2026-09-30 20:00', { clock: 'days', working: 1 })).toBe(
      '自 2026-09-30（周三）20:00 收到投诉起，当日不计，按工作日计 1 天：跳过 10月1日至7日（国庆节），' +
        '第 1 个工作日为 2026-10-08（周四），截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });

  it('names the make-up day that counted', () => {
    expect(sentence('2026-10-09 20:00', { clock: 'days', working: 1 })).toBe(
      '自 2026-10-09（周五）20:00 收到投诉起，当日不计，按工作日计 1 天：10月10日（周六）调休上班，计入，' +
        '第 1 个工作日为 2026-10-10（周六），截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });

  it('says at its end that next year is not settled, and names the year of a date of that year', () => {
    expect(sentence('2026-12-30 20:00', { clock: 'days', working: 2 })).toBe(
      '自 2026-12-30（周三）20:00 收到投诉起，当日不计，按工作日计 2 天：跳过 2027年1月1日（元旦）、2027年1月2日至3日（周末），' +
        '第 2 个工作日为 2027-01-04（周一），截至当日营业结束 18:00。依据日历 cn-2026。2027 年放假安排尚未公布，此时限为暂定。',
    );
  });

  it('says so of a year before the tables too', () => {
    expect(sentence('2023-12-28 20:00', { clock: 'days', working: 1 })).toContain(
      '依据日历 cn-2026。2023 年放假安排未收入本日历，此时限为暂定。',
    );
  });

  it('names days that the company took off, worked, or closed early', () => {
    expect(sentence('2026-10-09 17:00', { clock: 'days', working: 3 }, company)).toBe(
      '自 2026-10-09（周五）17:00 收到投诉起，当日不计，按工作日计 3 天：跳过 10月12日（公司：公司周年），' +
        '10月10日（周六）调休上班，计入，10月11日（周日）公司安排上班，计入，' +
        '第 3 个工作日为 2026-10-13（周二），截至当日营业结束 12:00（全员会议）。依据日历 cn-2026+acme-1。',
    );
  });

  it('sums up the weekends of a long period', () => {
    expect(sentence('2026-10-12 09:00', { clock: 'days', working: 30 })).toContain(
      '跳过 10月17日至11月22日间共 12 天（周末），第 30 个工作日为 2026-11-23（周一）',
    );
  });

  it('closes a day at 24:00 where the desk never closes', () => {
    const calendar = { ...aCalendar(), hours: [{ opens: 0, closes: 1440 }] };
    expect(sentence('2026-11-18 09:00', { clock: 'days', working: 1 }, calendar)).toContain(
      '第 1 个工作日为 2026-11-19（周四），截至当日营业结束 24:00。',
    );
    expect(english('2026-11-18 09:00', { clock: 'days', working: 1 }, calendar)).toContain('Due Thu 2026-11-19 24:00:');
  });

  it('calls rest days that are no weekend rest days', () => {
    const calendar = { ...aCalendar(), restDays: [1] };
    expect(sentence('2026-11-22 09:00', { clock: 'days', working: 1 }, calendar)).toContain('跳过 11月23日（休息日）');
  });

  it('leaves the event out when none is named', () => {
    expect(dueSentence(explanation('2026-11-18 09:00', { clock: 'days', working: 1 }))).toMatch(
      /^自 2026-11-18（周三）09:00 起，当日不计/,
    );
  });
});

describe('HA-11 a weekly due time explains itself', () => {
  it('names the last working day within the seven', () => {
    expect(sentence('2026-09-29 10:00', { clock: 'days', withinCalendar: 7 })).toBe(
      '自 2026-09-29（周二）10:00 收到投诉起，当日不计，7 个自然日至 2026-10-06（周二）止，跳过 10月1日至6日（国庆节），' +
        '其间最后一个工作日为 2026-09-30（周三），截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });

  it('says when the seven hold none', () => {
    expect(sentence('2025-09-30 10:00', { clock: 'days', withinCalendar: 7 })).toBe(
      '自 2025-09-30（周二）10:00 收到投诉起，当日不计，7 个自然日至 2025-10-07（周二）止，其间没有工作日：' +
        '跳过 10月1日至8日（国庆节、中秋节），其后第 1 个工作日为 2025-10-09（周四），截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });
});

describe('a due time in calendar days explains itself', () => {
  it('names the last day', () => {
    expect(sentence('2026-11-18 10:00', { clock: 'days', calendar: 2 })).toBe(
      '自 2026-11-18（周三）10:00 收到投诉起，当日不计，按自然日计 2 天，至 2026-11-20（周五），' +
        '截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });

  it('says that a rest day moved it', () => {
    expect(sentence('2026-09-24 10:00', { clock: 'days', calendar: 7 })).toBe(
      '自 2026-09-24（周四）10:00 收到投诉起，当日不计，按自然日计 7 天，至 2026-10-01（周四），该日休息，顺延，' +
        '跳过 10月1日至7日（国庆节），至 2026-10-08（周四），截至当日营业结束 18:00。依据日历 cn-2026。',
    );
  });
});

describe('CO-1 an urgent due time on the wall clock explains itself', () => {
  it('says that nights and holidays run on', () => {
    expect(sentence('2026-09-30 20:15:30', { clock: 'wall', minutes: 1440 })).toBe(
      '自 2026-09-30（周三）20:15:30 收到投诉起，按自然时间计 24 小时，昼夜、节假日连续计算，' +
        '截至 2026-10-01（周四）20:15:30。依据日历 cn-2026。',
    );
  });
});

describe('IN-12 a due time to the second explains itself', () => {
  it.each([
    [45, '45 秒', '45 s'],
    [60, '1 分钟', '1 min'],
    [3_725, '1 小时 2 分钟 5 秒', '1 h 2 min 5 s'],
    [86_400, '24 小时', '24 h'],
  ])('%i seconds', (seconds, chinese, inEnglish) => {
    const length: Length = { clock: 'wall', seconds };
    expect(sentence('2026-09-30 20:15:30', length)).toContain(
      `起，按自然时间计 ${chinese}，昼夜、节假日连续计算，截至 `,
    );
    expect(english('2026-09-30 20:15:30', length)).toContain(`: ${inEnglish} of clock time from `);
  });

  it('names the instant that was agreed with the customer', () => {
    expect(sentence('2026-09-30 20:15:30', { clock: 'wall', seconds: 64_470 })).toContain(
      '按自然时间计 17 小时 54 分钟 30 秒，昼夜、节假日连续计算，截至 2026-10-01（周四）14:10。',
    );
  });
});

describe('IN-10 a due time on the business clock explains itself', () => {
  it('names the hours, and what did not count', () => {
    expect(sentence('2026-09-30 17:00', { clock: 'business', minutes: 270 })).toBe(
      '自 2026-09-30（周三）17:00 收到投诉起，按营业时间（09:00–12:00、13:30–18:00）计 4 小时 30 分钟：午间、夜间不计，' +
        '跳过 10月1日至7日（国庆节），截至 2026-10-08（周四）14:00。依据日历 cn-2026。',
    );
  });

  it('names nothing that did not happen', () => {
    expect(sentence('2026-11-18 10:00', { clock: 'business', minutes: 30 })).toBe(
      '自 2026-11-18（周三）10:00 收到投诉起，按营业时间（09:00–12:00、13:30–18:00）计 30 分钟：' +
        '截至 2026-11-18（周三）10:30。依据日历 cn-2026。',
    );
  });

  it('says when it started to count', () => {
    expect(sentence('2026-10-02 17:00', { clock: 'business', minutes: 90 })).toContain(
      '：从 2026-10-08（周四）09:00 开始计，跳过 10月2日至7日（国庆节），截至 2026-10-08（周四）10:30。',
    );
  });

  it('names the hours of a day that had its own', () => {
    expect(sentence('2026-10-09 17:00', { clock: 'business', minutes: 900 }, company)).toContain(
      '10月11日营业 10:00–12:00（大促值守），10月13日营业 09:00–12:00（全员会议），截至 2026-10-14（周三）10:30。',
    );
  });
});

describe('IN-1 a due time within the service hours of a channel explains itself', () => {
  const chat: Length = { clock: 'business', minutes: 60, hours: [{ opens: 540, closes: 1260 }] };

  it('names them, and counts through noon and into the evening', () => {
    expect(sentence('2026-11-18 20:30', chat)).toBe(
      '自 2026-11-18（周三）20:30 收到投诉起，按渠道服务时间（09:00–21:00）计 1 小时：夜间不计，' +
        '截至 2026-11-19（周四）09:30。依据日历 cn-2026。',
    );
    expect(english('2026-11-18 12:15', chat)).toBe(
      'Due Wed 2026-11-18 13:15: 1 h of service time of the channel (09:00–21:00) from Wed 2026-11-18 12:15 ' +
        '(complaint received). Calendar cn-2026.',
    );
  });

  it('a day with hours of its own keeps them', () => {
    expect(sentence('2026-10-13 11:30', chat, company)).toContain(
      '10月13日营业 09:00–12:00（全员会议），截至 2026-10-14（周三）09:30。',
    );
  });
});

describe('the English sentence', () => {
  it.each([
    [
      english('2026-09-30 20:00', { clock: 'days', working: 3 }),
      'Due Sat 2026-10-10 18:00: 3 working days from Wed 2026-09-30 20:00 (complaint received), that day not counted; ' +
        'skipped 2026-10-01 to 2026-10-07 (National Day); 2026-10-10 counted (National Day, worked). Calendar cn-2026.',
    ],
    [
      english('2026-12-30 20:00', { clock: 'days', working: 2 }),
      'Due Mon 2027-01-04 18:00: 2 working days from Wed 2026-12-30 20:00 (complaint received), that day not counted; ' +
        'skipped 2027-01-01 (New Year); rest days skipped. Calendar cn-2026. ' +
        'Provisional: the holidays of 2027 are not announced yet.',
    ],
    [
      english('2025-09-30 10:00', { clock: 'days', withinCalendar: 7 }),
      'Due Thu 2025-10-09 18:00: last working day within 7 calendar days from Tue 2025-09-30 10:00 (complaint received), ' +
        'that day not counted; no working day by 2025-10-07, so the first one after; ' +
        'skipped 2025-10-01 to 2025-10-08 (National Day and Mid-Autumn Festival). Calendar cn-2026.',
    ],
    [
      english('2026-11-18 15:00', { clock: 'business', minutes: 480 }),
      'Due Thu 2026-11-19 15:30: 8 h of business time from Wed 2026-11-18 15:00 (complaint received). Calendar cn-2026.',
    ],
  ])('is short: %s', (given, expected) => {
    expect(given).toBe(expected);
  });
});

describe('HA-11 what a duty counts from that is owed anew without having been done', () => {
  const week = { clock: 'days', withinCalendar: 7 } as const;
  const again = explanation('2026-03-09 18:00', week);
  test.each([
    ['miss', '自 2026-03-09（周一）18:00 上一次时限届满起', 'its last due time'],
    ['return', '自 2026-03-09（周一）18:00 审核退回起', 'sent back'],
  ] as const)('after a %s', (after, zh, en) => {
    expect(dueSentence({ ...again, after }, { event: '最近一次联系客户' })).toContain(zh);
    expect(dueSentenceEn({ ...again, after }, { event: 'follow up' })).toContain(`(${en})`);
  });
});

describe('HA-1, CO-3 from what a duty counts', () => {
  const receivedAt = at('2026-03-02 09:00');
  const later = at('2026-03-09 09:00');
  test.each([
    ['first_contact', 1, receivedAt, '收到投诉'],
    ['first_contact', 2, later, '第 2 轮处理开始'],
    ['fill_form', 1, later, '此项开始承担'],
    ['take_over', 2, later, '移交'],
    ['promised_answer', 1, receivedAt, '收到投诉'],
    ['promised_answer', 1, later, '此项开始承担'],
  ] as const)('%s in round %i', (kind, round, from, words) => {
    expect(countedFromZh({ kind, round, from, reckonedFrom: from, receivedAt, waited: false })).toBe(words);
  });

  test('CL-7 a promise that waited for the customer, from as much later; what a change would have made late, from that', () => {
    const promise = { kind: 'promised_answer', round: 1, receivedAt, reckonedFrom: later } as const;
    expect(countedFromZh({ ...promise, from: later, waited: true })).toBe('顺延后的起点（原起点加上等候客户的时间）');
    expect(countedFromZh({ ...promise, from: receivedAt, waited: false })).toBe('情况变化');
  });
});
