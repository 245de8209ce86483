import { HIGHEST_PORT, isPortTaken } from './ports';
import { temporalPortsAround } from './temporal';
import { Trouble } from './trouble';

/** What `npm start` is told by its environment. */
export interface Settings {
  /** Given: an external database; the embedded one is then not used for complaints. */
  readonly databaseUrl?: string;
  /** Given: an external Temporal; the embedded one and its UI are then not started. */
  readonly temporalAddress?: string;
  readonly namespace: string;
  readonly host: string;
  readonly ports: { readonly postgres: number; readonly temporal: number; readonly ui: number; readonly api: number };
}

/** Reads them, or says what is wrong with them. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
    namespace: env.TEMPORAL_NAMESPACE || 'huiyin',
    host: env.HOST || '127.0.0.1',
    ports: {
      postgres: port(env, 'HUIYIN_POSTGRES_PORT', 5433, 1, 65_535),
      // Its other ports lie around it.
      temporal: port(env, 'HUIYIN_TEMPORAL_PORT', 7233, 1_324, HIGHEST_PORT - 10),
      ui: port(env, 'HUIYIN_TEMPORAL_UI_PORT', 8233, 1, 65_535),
      api: port(env, 'PORT', 3000, 1, 65_535),
    },
  };
}

/** Whether the embedded Postgres is needed: for the complaints, or for the embedded Temporal. */
export function needsPostgres(settings: Settings): boolean {
  return settings.databaseUrl === undefined || settings.temporalAddress === undefined;
}

/** Fails with one sentence when somebody else listens on a port that we are going to need. */
export async function refuseTakenPorts(settings: Settings): Promise<void> {
  const { ports } = settings;
  const needed: [number, string, string][] = [[ports.api, '接口', 'PORT']];
  if (needsPostgres(settings)) needed.push([ports.postgres, 'Postgres', 'HUIYIN_POSTGRES_PORT']);
  if (settings.temporalAddress === undefined) {
    needed.push([ports.ui, 'Temporal UI', 'HUIYIN_TEMPORAL_UI_PORT']);
    for (const one of Object.values(temporalPortsAround(ports.temporal))) {
      needed.push([one, 'Temporal', 'HUIYIN_TEMPORAL_PORT']);
    }
  }
  for (const [number, who, variable] of needed) {
    if (await isPortTaken(number)) {
      throw new Trouble(`端口 ${number}（${who} 要用）已被别的程序占用：请停掉它，或用 ${variable} 换一个端口。`);
    }
  }
}

function port(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Trouble(`${name} 应为 ${least} 到 ${most} 的整数，现在是“${text}”。`);
}
