import { parseArgs } from 'node:util';
import { REJECTION_GROUNDS } from '../domain/words';
import { REJECTION_ZH, STAGE_ZH } from '../templates/words-zh';
import { BACK_TO } from './approval-signal';
import type { Approval } from './approval-signal';
import { Trouble } from './servers/trouble';

/** A signal carries no words, and 其他 wants some: that one goes through the API. */
const GROUNDS = REJECTION_GROUNDS.filter((ground) => ground !== 'other');
const GROUNDS_ZH = GROUNDS.map((ground) => `${ground}（${REJECTION_ZH[ground]}）`).join('、');
const USAGE = `用法：npm run signal -- <投诉编号> approve <审批码>
      npm run signal -- <投诉编号> reject <审批码> --ground <原因> [--back-to <退回到>]
  审批码在审核人的收件箱中，每次审核、每人各一个，只能用一次。
  原因    ${GROUNDS_ZH}；其他原因须写明，请通过接口退回
  退回到  ${BACK_TO.map((stage) => `${stage}（${STAGE_ZH[stage]}）`).join('、')}；不写为 verification`;

/** Reads what was typed, or says what is allowed. */
export function readApprovalArguments(args: string[]): { number: string; approval: Approval } {
  const { values, positionals } = parse(args);
  const [number, name, code, ...more] = positionals;
  if (!number || !code || more.length > 0 || (name !== 'approve' && name !== 'reject')) throw new Trouble(USAGE);
  if (name === 'approve') {
    if (Object.keys(values).length > 0) throw new Trouble(USAGE);
    return { number, approval: { name, code } };
  }
  const ground = GROUNDS.find((known) => known === values.ground);
  const backTo = BACK_TO.find((known) => known === (values['back-to'] ?? 'verification'));
  if (!ground || !backTo) throw new Trouble(USAGE);
  return { number, approval: { name, code, ground, backTo } };
}

function parse(args: string[]) {
  const options = { ground: { type: 'string' }, 'back-to': { type: 'string' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Trouble(USAGE);
  }
}
