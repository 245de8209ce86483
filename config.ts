import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What worker and API are told by their environment. */
export interface Config {
  /** Postgres, as the application's own role. */
  readonly databaseUrl: string;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly tls: TemporalTls | boolean;
    readonly apiKey?: string;
  };
  readonly host: string;
  readonly port: number;
  /** Where customers reach the API: what the links that they are sent begin with. */
  readonly publicUrl: string;
  /** Approval codes and the tokens in links are derived from it. */
  readonly secret: string;
  /** The workflows, bundled beforehand (`npm run bundle`); without it the worker bundles them at start. */
  readonly workflowBundle?: string;
  /** Where the file channel puts notices; without it there is no file channel. */
  readonly noticesFolder?: string;
  /** How fast batches go that name no pace: so many complaints, then a pause in ms. */
  readonly batchPace: { readonly group: number; readonly pauseMs: number };
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Address of Temporal's Web UI, for links to a run. */
  readonly temporalUi?: string;
  /** True only on the embedded servers of `npm start`. */
  readonly development: boolean;
}

/** Certificates, as both kinds of Temporal connection take them. */
export interface TemporalTls {
  serverNameOverride?: string;
  serverRootCACertificate?: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
}

/** The environment is not fit to run in; the message says all that is wrong, a sentence a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MIN_SECRET_LENGTH = 32;

const environmentSchema = z.object({
  DATABASE_URL: z
    .string({ error: '缺少 DATABASE_URL：请填 Postgres 地址，如 postgres://用户:密码@主机:5432/huiyin。' })
    .refine(
      (text) => /^postgres(ql)?:$/.test(protocolOf(text)),
      // The address holds a password, so it is not repeated here.
      { error: 'DATABASE_URL 不是 Postgres 地址：应形如 postgres://用户:密码@主机:5432/huiyin。' },
    ),
  TEMPORAL_ADDRESS: z
    .string({ error: '缺少 TEMPORAL_ADDRESS：请填 Temporal 地址，如 127.0.0.1:7233。' })
    .regex(/^[^\s/]+:\d+$/, { error: given('TEMPORAL_ADDRESS', '应为“主机:端口”，如 127.0.0.1:7233') }),
  TEMPORAL_NAMESPACE: z.string().default('huiyin'),
  TEMPORAL_TLS: z.stringbool({ error: given('TEMPORAL_TLS', '应为 true 或 false') }).optional(),
  TEMPORAL_TLS_CERT: file('TEMPORAL_TLS_CERT'),
  TEMPORAL_TLS_KEY: file('TEMPORAL_TLS_KEY'),
  TEMPORAL_TLS_CA: file('TEMPORAL_TLS_CA'),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber('PORT', 1, 65_535).default(3000),
  HUIYIN_SECRET: z
    .string({
      error: `缺少 HUIYIN_SECRET：请填至少 ${MIN_SECRET_LENGTH} 个字符的随机密钥，如 openssl rand -hex 32 的输出。`,
    })
    .min(MIN_SECRET_LENGTH, { error: `HUIYIN_SECRET 太短：至少要 ${MIN_SECRET_LENGTH} 个字符。` }),
  HUIYIN_PUBLIC_URL: z
    .url({ error: given('HUIYIN_PUBLIC_URL', '应为网址，如 https://tousu.example.com') })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  HUIYIN_NOTICES_FOLDER: z.string().optional(),
  HUIYIN_WORKFLOW_BUNDLE: z.string().optional(),
  HUIYIN_BATCH_GROUP: wholeNumber('HUIYIN_BATCH_GROUP', 1, 100).default(5),
  HUIYIN_BATCH_PAUSE: wholeNumber('HUIYIN_BATCH_PAUSE', 0, 600_000).default(1_000),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: given('LOG_LEVEL', `应为 ${LOG_LEVELS.join('、')} 之一`) }).default('info'),
  HUIYIN_TEMPORAL_UI: z.url({ error: given('HUIYIN_TEMPORAL_UI', '应为网址，如 http://127.0.0.1:8233') }).optional(),
  HUIYIN_DEVELOPMENT: z.stringbool({ error: given('HUIYIN_DEVELOPMENT', '应为 true 或 false') }).default(false),
});

/** Reads the environment, or fails with every problem in it. An empty variable counts as a missing one. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(set);
  const problems = parsed.error?.issues.map((issue) => issue.message) ?? [];
  if ('TEMPORAL_TLS_CERT' in set !== 'TEMPORAL_TLS_KEY' in set) {
    problems.push('TEMPORAL_TLS_CERT 与 TEMPORAL_TLS_KEY 必须同时给出。');
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    temporal: {
      address: data.TEMPORAL_ADDRESS,
      namespace: data.TEMPORAL_NAMESPACE,
      tls: tlsOf(data),
      apiKey: data.TEMPORAL_API_KEY,
    },
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.HUIYIN_PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`,
    secret: data.HUIYIN_SECRET,
    workflowBundle: data.HUIYIN_WORKFLOW_BUNDLE,
    noticesFolder: data.HUIYIN_NOTICES_FOLDER,
    batchPace: { group: data.HUIYIN_BATCH_GROUP, pauseMs: data.HUIYIN_BATCH_PAUSE },
    logLevel: data.LOG_LEVEL,
    temporalUi: data.HUIYIN_TEMPORAL_UI,
    development: data.HUIYIN_DEVELOPMENT,
  };
}

/** How to reach Temporal; fits `Connection.connect` and `NativeConnection.connect` alike. */
export function temporalConnectionOptions(config: Pick<Config, 'temporal'>) {
  const { address, tls, apiKey } = config.temporal;
  return { address, tls, ...(apiKey !== undefined && { apiKey }) };
}

/** TLS as told; untold, it is on as soon as there is anything that only makes sense with it. */
function tlsOf(env: z.infer<typeof environmentSchema>): TemporalTls | boolean {
  const { TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key, TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_SERVER_NAME: name } = env;
  const tls: TemporalTls = {
    ...(name !== undefined && { serverNameOverride: name }),
    ...(ca && { serverRootCACertificate: ca }),
    ...(crt && key && { clientCertPair: { crt, key } }),
  };
  const implied = Object.keys(tls).length > 0 || env.TEMPORAL_API_KEY !== undefined;
  if (!(env.TEMPORAL_TLS ?? implied)) return false;
  return Object.keys(tls).length > 0 ? tls : true;
}

function file(name: string) {
  return z
    .string()
    .transform((path, context) => {
      try {
        return readFileSync(path);
      } catch {
        context.addIssue({ code: 'custom', message: `${name} 指向的文件读不到：${path}。` });
        return z.NEVER;
      }
    })
    .optional();
}

function wholeNumber(name: string, least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: given(name, `应为 ${least} 到 ${most} 的整数`),
    })
    .transform(Number);
}

/** Says what was given and what is allowed. */
function given(name: string, allowed: string) {
  return ({ input }: { input?: unknown }) => `${name} ${allowed}，现在是“${String(input)}”。`;
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
