import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig, temporalConnectionOptions } from '../config';

const ENOUGH = {
  DATABASE_URL: 'postgres://huiyin:pw@127.0.0.1:5433/huiyin',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  HUIYIN_SECRET: 'x'.repeat(32),
};

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('needs three variables and has a default for everything else', () => {
  expect(loadConfig(ENOUGH)).toEqual({
    databaseUrl: ENOUGH.DATABASE_URL,
    temporal: { address: '127.0.0.1:7233', namespace: 'huiyin', tls: false, apiKey: undefined },
    host: '127.0.0.1',
    port: 3000,
    secret: ENOUGH.HUIYIN_SECRET,
    noticesFolder: undefined,
    batchPace: { group: 5, pauseMs: 1000 },
    logLevel: 'info',
    temporalUi: undefined,
    publicUrl: 'http://127.0.0.1:3000',
    workflowBundle: undefined,
    development: false,
  });
});

test('lists every problem at once, each in a sentence that names its variable', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://root:hunter2@db/huiyin',
    TEMPORAL_ADDRESS: 'http://temporal:7233',
    TEMPORAL_TLS: 'perhaps',
    TEMPORAL_TLS_CERT: '/no/such/file.pem',
    PORT: '70000',
    HUIYIN_SECRET: 'short',
    LOG_LEVEL: 'loud',
    HUIYIN_TEMPORAL_UI: 'nowhere',
    HUIYIN_DEVELOPMENT: '是',
  });
  expect(problems.map((problem) => /[A-Z_]+/.exec(problem)?.[0])).toEqual([
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_TLS',
    'TEMPORAL_TLS_CERT',
    'PORT',
    'HUIYIN_SECRET',
    'LOG_LEVEL',
    'HUIYIN_TEMPORAL_UI',
    'HUIYIN_DEVELOPMENT',
    'TEMPORAL_TLS_CERT',
  ]);
  expect(problems.every((problem) => problem.endsWith('。'))).toBe(true);
  expect(problems.join()).not.toMatch(/hunter2|short/);
});

test('takes an empty variable for a missing one', () => {
  expect(problemsOf({ ...ENOUGH, DATABASE_URL: '' })).toEqual([expect.stringContaining('缺少 DATABASE_URL')]);
  expect(loadConfig({ ...ENOUGH, PORT: '', TEMPORAL_API_KEY: '' }).port).toBe(3000);
});

describe('the connection to Temporal', () => {
  const optionsFor = (env: NodeJS.ProcessEnv) => temporalConnectionOptions(loadConfig({ ...ENOUGH, ...env }));

  test.each([
    ['is plain when nothing is said', {}, { tls: false }],
    ['uses TLS when told', { TEMPORAL_TLS: 'true' }, { tls: true }],
    ['uses TLS with an API key', { TEMPORAL_API_KEY: 'k' }, { tls: true, apiKey: 'k' }],
    [
      'is plain with an API key when told',
      { TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' },
      { tls: false, apiKey: 'k' },
    ],
  ])('%s', (_, env, expected) => {
    expect(optionsFor(env)).toEqual({ address: '127.0.0.1:7233', ...expected });
  });

  test('shows its certificate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-config-'));
    const path = (name: string) => {
      writeFileSync(join(folder, name), name);
      return join(folder, name);
    };
    const env = { TEMPORAL_TLS_CERT: path('crt'), TEMPORAL_TLS_KEY: path('key'), TEMPORAL_TLS_CA: path('ca') };
    expect(optionsFor(env).tls).toEqual({
      serverRootCACertificate: Buffer.from('ca'),
      clientCertPair: { crt: Buffer.from('crt'), key: Buffer.from('key') },
    });
    rmSync(folder, { recursive: true });
  });
});
