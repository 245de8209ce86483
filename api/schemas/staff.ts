import { z } from 'zod';
import { ROLES, TEAM_KINDS } from '../../domain/words';
import { allows } from '../http/issues';
import { fields, longText, shortText, someOf, text, utc } from './basics';

/** An id that stands in records, addresses and sentences. */
const idOf = (pattern: RegExp, zh: string, en: string) =>
  z.string().regex(pattern, {
    error: allows(
      `小写字母开头，只含小写字母、数字与${zh}，2 至 63 个字符`,
      `small letters, digits and ${en}, a letter first, 2 to 63 characters`,
    ),
  });

/** The id of a new account. */
const staffId = () => idOf(/^[a-z][a-z0-9-]{1,62}$/, '连字符', 'dashes');
/** The id of a team. */
export const teamId = () => idOf(/^[a-z][a-z0-9_-]{1,62}$/, '连字符、下划线', 'dashes or underscores');

/** A number by which customers reach somebody directly (IN-5). */
const directContact = () =>
  z.string().regex(/^\+?[\d() -]{5,24}$/, {
    error: allows('电话号码，如 021-55550101', 'a telephone number like 021-55550101'),
  });

/** None: a connector, which hands messages in and sees no complaint. */
const roles = () => someOf(ROLES).describe('岗位；渠道接入程序为空');
const contact = () => directContact().nullable().describe('告知客户的直拨电话');

/** A new account. */
export const newAccountSchema = fields({
  id: staffId().describe('员工编号'),
  name: shortText().describe('岗位名称'),
  roles: roles(),
  team: text(64).describe('团队或部门，见 GET /teams'),
  directContact: contact().default(null),
});

/** What changes in an account; what is left out stays. */
export const accountChangeSchema = fields({
  name: shortText().optional(),
  roles: roles().optional(),
  team: text(64).optional(),
  directContact: contact().optional(),
  active: z.boolean().optional().describe('在职；停用后令牌即时失效'),
  successor: text(64).optional().describe('接替人；更改后名下有其不能再负责的未结投诉时必填'),
});

/** An account as it is answered. */
export const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    team: z.string(),
    directContact: z.string().nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'Account' });

/** An account after a change. */
export const changedAccountSchema = accountSchema.extend({
  vacant: z.array(z.enum(ROLES)).describe('提醒：此人原有、如今本团队（或公司）无人担任的岗位；由上一级代为办理'),
});

/** A team or department. */
export const teamSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(TEAM_KINDS),
    kindZh: z.string(),
    lead: z.boolean().describe('投诉处理的牵头部门，有且只有一个'),
    regions: z.array(z.string()).describe('负责的片区'),
    modules: z.array(z.string()).describe('负责的模块'),
    duties: z.string().describe('职责'),
    heads: z.array(z.object({ id: z.string(), name: z.string() })).describe('负责人'),
  })
  .meta({ id: 'Team' });

const served = (what: string) => z.array(text(64)).max(50).default([]).describe(what);

/** A team as an administrator sets it. */
export const teamBodySchema = fields({
  name: shortText(),
  kind: z.enum(TEAM_KINDS),
  lead: z.boolean().default(false).describe('true：由它牵头，原牵头部门不再牵头'),
  regions: served('负责的片区'),
  modules: served('负责的模块；客服团队也可写问题性质'),
  duties: longText().describe('职责'),
});

/** An absence as it is answered. */
export const absenceSchema = z
  .object({
    id: z.int(),
    staff: z.string(),
    deputy: z.string(),
    from: utc(),
    until: utc().describe('不含'),
    by: z.string().describe('由谁登记'),
    cancelledAt: utc().nullable(),
  })
  .meta({ id: 'Absence' });
