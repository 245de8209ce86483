import type { Refusal, RefusalCode } from '../../domain/refusals';
import type { Level, Role, Stage } from '../../domain/words';
import type { Sentence } from '../problems';
import { CAUSE_ZH, LEVEL_ZH, ROLE_ZH, STAGE_ZH, SUB_TYPE_ZH } from '../words-zh';

/** What is said of some refusals: what stands against it, and what may be done instead. */
export type Refusals<C extends RefusalCode> = {
  [K in C]: (refusal: Extract<Refusal, { code: K }>) => Sentence;
};

/** A sentence in both languages. */
export const say = (title: string, titleEn: string, detail: string, detailEn: string): Sentence => ({
  title,
  titleEn,
  detail,
  detailEn,
});

const FIELD_ZH: Record<string, string> = {
  occurredAt: '发生时间',
  'proof.occurredAt': '客户表态的时间',
  submittedAt: '提交时间',
  at: '约定的时间',
};

/** A field of the API by its name in Chinese; unknown ones by their own. */
export const fieldZh = (field: string): string => FIELD_ZH[field] ?? field;

export const stagesZh = (stages: readonly Stage[]): string => stages.map((stage) => STAGE_ZH[stage]).join('、');
export const rolesZh = (roles: readonly Role[], between = '、'): string =>
  roles.map((role) => ROLE_ZH[role]).join(between);

/** Values that may be no words of ours: they come as they were given. */
export const subTypeZh = (subType: string): string => (SUB_TYPE_ZH as Record<string, string>)[subType] ?? subType;
export const causeZh = (cause: string): string => (CAUSE_ZH as Record<string, string>)[cause] ?? cause;

/** Levels to choose from. */
export const levelsZh = (levels: readonly Level[]): string => levels.map((level) => LEVEL_ZH[level]).join('、');
export const levelsEn = (levels: readonly Level[]): string => levels.join(', ');

/** Numbers to choose from. */
export const choiceZh = (numbers: readonly number[]): string =>
  numbers.length > 0 ? `可选：${numbers.join('、')}` : '现在一项也没有';
export const choiceEn = (numbers: readonly number[]): string =>
  numbers.length > 0 ? `there are: ${numbers.join(', ')}` : 'there are none yet';
