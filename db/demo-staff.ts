import { createHmac } from 'node:crypto';
import type { Role } from '../domain/words';
import { tokenHash } from './approval-code';
import { openDatabase } from './client';
import { apiTokens, staff } from './schema';

type Post = { id: string; name: string; roles: Role[]; team: string };

/** Posts, not people: enough of them to walk every step of the procedure. The variable names are those of the README. */
const POSTS: (Post & { envName: string })[] = [
  { envName: 'HANDLER', id: 'handler-1', name: '华东客服专员一', roles: ['handler'], team: 'east' },
  { envName: 'HANDLER2', id: 'handler-2', name: '华东客服专员二', roles: ['handler'], team: 'east' },
  { envName: 'HANDLER_SOUTH', id: 'handler-3', name: '华南客服专员', roles: ['handler'], team: 'south' },
  { envName: 'SUPERVISOR', id: 'supervisor-1', name: '华东服务主管', roles: ['supervisor'], team: 'east' },
  { envName: 'SUPERVISOR_SOUTH', id: 'supervisor-2', name: '华南服务主管', roles: ['supervisor'], team: 'south' },
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
