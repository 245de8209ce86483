import { createHmac } from 'node:crypto';
import type { Department, Role } from '../domain/words';
import { tokenHash } from './approval-code';
import { openDatabase } from './client';
import { apiTokens, staff, teams } from './schema';

type DemoPost = { envName: string; id: string; name: string; roles: Role[]; team: string };

/** The regional teams of the demo, beside the teams that every installation has (db/default-teams.ts). */
const REGIONAL_TEAMS: (typeof teams.$inferInsert)[] = [
  {
    id: 'east',
    name: '华东客服组',
    kind: 'service',
    regions: ['华东', '上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
    duties: '华东片区投诉的受理与处理',
  },
  {
    id: 'south',
    name: '华南客服组',
    kind: 'service',
    regions: ['华南', '广东', '广西', '海南'],
    modules: ['app'],
    duties: '华南片区及 APP 模块投诉的受理与处理',
  },
];

/** The head of a department, and a member where asked for: `LOGISTICS_HEAD` and `LOGISTICS_MEMBER`. */
function departmentPosts(team: Department, name: string, member?: 'with a member'): DemoPost[] {
  const [envName, id] = [team.toUpperCase(), team.replaceAll('_', '-')];
  const head: DemoPost = {
    envName: `${envName}_HEAD`,
    id: `${id}-head`,
    name: `${name}负责人`,
    roles: ['department_head'],
    team,
  };
  if (!member) return [head];
  return [
    head,
    { envName: `${envName}_MEMBER`, id: `${id}-1`, name: `${name}专员`, roles: ['department_member'], team },
  ];
}

/** Posts, not people: enough of them to walk every step of the procedure. The variable names are those of the README. */
const POSTS: DemoPost[] = [
  { envName: 'HANDLER', id: 'handler-1', name: '华东客服专员一', roles: ['handler'], team: 'east' },
  { envName: 'HANDLER2', id: 'handler-2', name: '华东客服专员二', roles: ['handler'], team: 'east' },
  { envName: 'HANDLER_SOUTH', id: 'handler-3', name: '华南客服专员', roles: ['handler'], team: 'south' },
  { envName: 'SUPERVISOR', id: 'supervisor-1', name: '华东服务主管', roles: ['supervisor'], team: 'east' },
  { envName: 'SUPERVISOR_SOUTH', id: 'supervisor-2', name: '华南服务主管', roles: ['supervisor'], team: 'south' },
  { envName: 'HANDLER_SERVICE', id: 'handler-4', name: '综合服务部受理专员', roles: ['handler'], team: 'service' },
  {
    envName: 'SUPERVISOR_SERVICE',
    id: 'supervisor-3',
    name: '综合服务部主管',
    roles: ['supervisor'],
    team: 'service',
  },
  { envName: 'MANAGER', id: 'manager-1', name: '综合服务部经理', roles: ['manager'], team: 'head_office' },
  { envName: 'SALES_DIRECTOR', id: 'director-1', name: '销售中心总监', roles: ['sales_director'], team: 'head_office' },
  {
    envName: 'ADMIN_DIRECTOR',
    id: 'director-2',
    name: '行政中心总监',
    roles: ['administration_director', 'administration_centre'],
    team: 'head_office',
  },
  { envName: 'CLERK', id: 'clerk-1', name: '加盟事务文员', roles: ['clerk'], team: 'head_office' },
  ...departmentPosts('logistics', '物流部', 'with a member'),
  ...departmentPosts('technical', '技术部', 'with a member'),
  ...departmentPosts('after_sales', '售后部', 'with a member'),
  ...departmentPosts('product', '产品部', 'with a member'),
  ...departmentPosts('warehouse', '仓储部'),
  ...departmentPosts('finance', '财务部'),
  ...departmentPosts('product_operation', '产品运营部'),
  ...departmentPosts('merchant_management', '商家管理部'),
  ...departmentPosts('service_quality', '客服质控部'),
  { envName: 'ADMIN', id: 'admin-1', name: '系统管理员', roles: ['admin'], team: 'head_office' },
];

/** A demo post as people use it: its token is in clear here and nowhere else. */
export type DemoStaff = { name: string; role: Role; envName: string; token: string };

/**
 * Puts the demo staff into the database. Their tokens follow from the installation's secret, so they stay the same over
 * restarts and differ between installations.
 */
export async function loadDemoStaff(databaseUrl: string, secret: string): Promise<DemoStaff[]> {
  const database = openDatabase(databaseUrl, { max: 1 });
  try {
    await database.transaction(async (tx) => {
      await tx.insert(teams).values(REGIONAL_TEAMS).onConflictDoNothing();
      for (const { envName, ...post } of POSTS) {
        await tx.insert(staff).values(post).onConflictDoNothing();
        await tx
          .insert(apiTokens)
          .values({ tokenHash: tokenHash(demoToken(secret, envName)), staffId: post.id })
          .onConflictDoNothing();
      }
    });
    return POSTS.map(({ name, roles, envName }) => ({
      name,
      role: roles[0] ?? 'handler',
      envName,
      token: demoToken(secret, envName),
    }));
  } finally {
    await database.close();
  }
}

const demoToken = (secret: string, envName: string): string =>
  `hy_${createHmac('sha256', secret).update(`demo staff\n${envName}`).digest('base64url').slice(0, 32)}`;
