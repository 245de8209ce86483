import { isMoodOnly, isNameOnly, isPersonAlone } from '../../api/root-cause';

const STAFF = ['华东客服专员一', 'handler-1'];

describe('HA-5 the mood of the customer is no cause', () => {
  test.each([
    '客户情绪激动',
    '客户生气',
    '客户无理取闹。',
    '客戶情緒激動導致投訴',
    '因为顾客太挑剔，要求过高',
    'The customer was upset',
    '消费者心里不爽，一直骂人',
    '该客户比较难伺候，爱投诉',
    '职业打假人恶意投诉',
    '客户就是想要赔偿',
    '客户脾气不好',
    '该客户脾气太大，性格古怪',
    '客户素质低',
    '顾客的态度恶劣',
    '客户态度强势，不好说话',
    '投诉人人品差',
  ])('%s', (text) => expect(isMoodOnly(text)).toBe(true));

  test.each([
    '三次来电无人回复，客户情绪激动',
    '客户误解了说明书的安装顺序',
    '客户使用不当',
    '合作快递揽收超时',
    '客户要求赔偿的流程没有规定',
    '客户想要的颜色缺货',
    '承诺的赔偿没有到账，客户一直来电催问',
    '消费者因等待时间太长而生气',
    '客服态度不好',
    '客户等待时间过长，脾气不好的时候没有人接待',
    '未向客户说明维修周期',
    '客户收到的机器噪音大，要求过高的温度才出水',
  ])('but this says what happened: %s', (text) => expect(isMoodOnly(text)).toBe(false));
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
    '快递小哥态度差',
    '仓库的老李把货发错了',
    '系统没问题，就是张三粗心',
    '不是流程的原因，是小王马虎',
    '门店店员把订单地址填错',
  ])('%s', (text) => expect(isPersonAlone(text, STAFF)).toBe(true));

  test.each([
    '未设置快递揽收异常预警机制',
    '上游系统版本未同步更新',
    '华东客服专员一操作失误，系统没有复核环节',
    '新人未经培训上岗',
    '密封圈装箱前无人检验',
    'No alarm for late pickups',
    '仓库发错货，拣货区两种型号相邻摆放',
    '仓库漏发',
    '快递小哥在暴雨中延误',
    '老李一人兼两岗',
    '客服没有退款权限',
    '供应商发错型号',
    '司机疲劳驾驶',
    '系统没有故障预警',
  ])('but this says what let it happen: %s', (text) => expect(isPersonAlone(text, STAFF)).toBe(false));
});

describe('HA-5 a name alone is no direct cause', () => {
  test.each(['张三', '老李', '王店长', '仓库的老李', '华东客服专员一', '陈女士'])('%s', (text) =>
    expect(isNameOnly(text, STAFF)).toBe(true),
  );

  test.each([
    '断货',
    '高温变形',
    '包装破损',
    '安装',
    '周转慢',
    '老李发错货',
    '专员张三操作失误',
    '合作快递揽收超时',
    '方案',
    '杨桃腐烂',
  ])('but this is what happened: %s', (text) => expect(isNameOnly(text, STAFF)).toBe(false));
});
