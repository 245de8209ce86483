import { isEmptyPhrase, parseTarget } from '../../../domain/improvement/standard';
import type { Target } from '../../../domain/improvement/standard';
import { targetZh } from '../../../templates/improvement-words';

describe('RE-3 a target is a value with its unit, or a date', () => {
  test.each<[string, Target]>([
    ['≤2小时', { comparison: 'at_most', value: 2, unit: '小时' }],
    ['不超过 2 小时', { comparison: 'at_most', value: 2, unit: '小时' }],
    ['1分钟内', { comparison: 'at_most', value: 1, unit: '分钟' }],
    ['30分钟以内', { comparison: 'at_most', value: 30, unit: '分钟' }],
    ['100%', { comparison: 'exactly', value: 100, unit: '%' }],
    ['达到100％', { comparison: 'at_least', value: 100, unit: '%' }],
    ['≥95.5%', { comparison: 'at_least', value: 95.5, unit: '%' }],
    ['95%以上', { comparison: 'at_least', value: 95, unit: '%' }],
    ['<3件/月', { comparison: 'below', value: 3, unit: '件/月' }],
    ['每月不超过2件', { comparison: 'at_most', value: 2, unit: '件/月' }],
    ['缩短至1分钟内', { comparison: 'at_most', value: 1, unit: '分钟' }],
    ['提升至98%', { comparison: 'at_least', value: 98, unit: '%' }],
    ['1,000件', { comparison: 'exactly', value: 1000, unit: '件' }],
    ['<= 2 hours', { comparison: 'at_most', value: 2, unit: 'hours' }],
    ['2026-12-31', { by: '2026-12-31' }],
    ['2026年3月1日前', { by: '2026-03-01' }],
  ])('“%s” is read', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each(['', '尽快', '更好', '≤2', '明显提高', '2026-02-30', '多多', '没有投诉', '小时'])(
    '“%s” is none',
    (text) => {
      expect(parseTarget(text)).toBeNull();
    },
  );

  test.each(['≤2小时', '100%', '≥95%'])('“%s” is shown as it was written', (text) => {
    expect(targetZh(parseTarget(text)!)).toBe(text);
  });
});

describe('RE-3 "be more careful" is no improvement', () => {
  test.each([
    '加强服务意识',
    '工作要仔细',
    '多上心，认真对待',
    '加強服務意識',
    '提高客服人员的责任心',
    '提升服务质量',
    '以后多注意',
    '增强主动服务意识，端正服务态度',
    '高度重视客户反馈',
    '认真对待每位客户',
    '尽量避免类似问题',
    '杜绝此类问题再次发生',
    '加强培训',
    'Be more careful next time',
    'Improve service awareness',
  ])('“%s” gives nothing to check it by', (text) => {
    expect(isEmptyPhrase(text)).toBe(true);
  });

  test.each([
    '优化快递揽收预警机制',
    '增加系统版本同步校验',
    '建立揽收时效监控系统',
    '将客服响应时间缩短至1分钟内',
    '加强培训，每月一次并考核',
    '提高一次解决率',
    '服务态度类投诉件数',
    '预警触发时间',
    '版本一致率',
  ])('“%s” can be checked', (text) => {
    expect(isEmptyPhrase(text)).toBe(false);
  });
});
