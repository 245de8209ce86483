import type { MessageState, MessageStep } from '../domain/messages';

/** 来信的状态与经过 (IN-11). */
export const MESSAGE_STATE_ZH: Record<MessageState, string> = {
  waiting: '待处理',
  registered: '已归入投诉',
  set_aside: '不立案',
};

export const MESSAGE_STEP_ZH: Record<MessageStep, string> = {
  received: '收到来信',
  registered: '立案',
  attached: '并入已有投诉',
  set_aside: '注明理由不立案',
  put_back: '恢复为待处理',
};
