import { isMoodOnly, isPersonAlone } from '../../api/root-cause';

const STAFF = ['华东客服专员一', 'handler-1'];

describe('HA-5 the mood of the customer is no cause', () => {
  test.each([
    '客户情绪激动',
    '客户生气',
    '客户无理取闹。',
    '客戶情緒激動導致投訴',
    '因为顾客太挑剔，要求过高',
    'The customer was upset',
  ])('%s', (text) => expect(isMoodOnly(text)).toBe(true));

  test.each(['三次来电无人回复，客户情绪激动', '客户误解了说明书的安装顺序', '客户使用不当', '合作快递揽收超时'])(
    'but this says what happened: %s',
    (text) => expect(isMoodOnly(text)).toBe(false),
  );
});

describe('HA-5 a person alone is no root cause', () => {
  test.each([
    '华东客服专员一',
    'handler-1',
    '张三',
    '专员张三失职',
    '客服专员操作失误',
    '店员服务态度恶劣，导致投诉',
    '王店长责任心不强',
    'mistake of the clerk',
  ])('%s', (text) => expect(isPersonAlone(text, STAFF)).toBe(true));

  test.each([
    '未设置快递揽收异常预警机制',
    '上游系统版本未同步更新',
    '华东客服专员一操作失误，系统没有复核环节',
    '新人未经培训上岗',
    '密封圈装箱前无人检验',
    'No alarm for late pickups',
  ])('but this says what let it happen: %s', (text) => expect(isPersonAlone(text, STAFF)).toBe(false));
});
