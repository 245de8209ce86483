import type { IntakeField } from '../domain/questions';
import type { Demand } from '../domain/words';

/** What a field is called, and how the customer is asked for it, in the tone of the scripts (IN-13). */
export const INTAKE_FIELD_ZH: Record<IntakeField, { name: string; question: string }> = {
  orderNo: { name: '订单号', question: '请问您的订单号是多少？' },
  customerNo: { name: '客户编号', question: '请问您的客户编号或会员号是多少？' },
  subject: { name: '投诉对象', question: '请问您要反映的是哪件产品、哪项服务，还是哪位工作人员？' },
  product: { name: '产品', question: '请问是哪一款产品？' },
  productCode: { name: '产品编码', question: '请问产品编码或机身编号是多少？' },
  occurredAt: { name: '发生时间', question: '请问是什么时候发生的？' },
  place: { name: '发生地点', question: '请问是在哪里发生的？' },
  shop: { name: '门店', question: '请问涉及哪一家门店？' },
  staffInvolved: { name: '涉及人员', question: '请问涉及哪位工作人员？记得工号或特征也可以。' },
  cause: { name: '起因经过', question: '请您说一说事情的起因和经过。' },
  demands: { name: '诉求', question: '请问您希望我们怎样解决？' },
  photos: { name: '照片或视频', question: '方便的话，请您提供问题的照片或视频。' },
  trackingNo: { name: '运单号', question: '请问运单号是多少？' },
  expectedAt: { name: '约定送达时间', question: '请问下单时告知您的送达时间是哪一天？' },
  amounts: { name: '涉及金额', question: '请问您实际支付多少，您认为应当是多少？' },
  quantities: { name: '应收与实收数量', question: '请问应收到多少，实际收到多少？' },
  errorShown: { name: '报错现象', question: '请问页面显示了什么提示？方便的话请截图。' },
  policyInQuestion: { name: '涉及的政策', question: '请问您对哪一项政策或规定有疑问？' },
};

/** 诉求 (IN-2). */
export const DEMAND_ZH: Record<Demand, string> = {
  refund: '退款',
  exchange: '换货',
  return: '退货',
  repair: '维修',
  apology: '道歉',
  compensation: '赔偿',
  fee_waiver: '减免费用',
  explanation: '解释说明',
  other: '其他',
};
