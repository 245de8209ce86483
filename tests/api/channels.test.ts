import * as tables from '../../policies/channels';
import type { Length } from '../../domain/due-time';
import { answerLength, channelProblems, inHoursOf } from '../../domain/channels';
import type { ChannelRule, ChannelRules } from '../../domain/channels';
import { STANDARD } from '../../policies/standard';
import { validateRules } from '../../domain/validate-policy';
import { channelSentence } from '../../templates/channels';
import { policies } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  // A company that takes complaints by telephone and mail only, and one that never sleeps.
  await api.db.database.queries.insert(policies).values([
    { name: 'small', edition: 1, rules: { ...STANDARD, policy: 'small', channels: { phone, email } } },
    { name: 'silent', edition: 1, rules: { ...STANDARD, policy: 'silent', channels: undefined } },
  ]);
}, 30_000);
afterAll(() => api.close());

const phone: ChannelRule = { hours: 'always', answerWithin: { clock: 'wall', minutes: 1 }, clause: 'IN-1' };
const email: ChannelRule = {
  hours: [{ opens: 600, closes: 960 }],
  answerWithin: { clock: 'days', working: 1 },
  clause: 'IN-1',
};

describe('IN-1 channels with their service hours and response times', () => {
  test('are for anybody to read, without a token', async () => {
    const { status, body } = await api.get('/channels');
    expect([status, body.policy, body.channels.length]).toEqual([200, 'standard@1', 12]);
    expect(body.channels[0]).toEqual({
      channel: 'phone',
      zh: '电话',
      always: false,
      hours: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:30', closes: '18:00' },
      ],
      hoursZh: '工作日 09:00–12:00、13:30–18:00',
      answerZh: '收到后 30 分钟内首次回复（只计服务时间）',
      sentence: '电话：服务时间为工作日 09:00–12:00、13:30–18:00；收到后 30 分钟内首次回复（只计服务时间）。',
    });
    expect(body.channels.at(-1)).toMatchObject({ channel: 'walk_in', zh: '到店' });
  });

  test('are those of the policy that is asked for', async () => {
    const { body } = await api.get('/channels?policy=small');
    expect(body.channels.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      '电话：服务时间为每天 24 小时；收到后 1 分钟内首次回复（昼夜连续计算）。',
      '电子邮件：服务时间为工作日 10:00–16:00；收到后 1 个工作日内首次回复。',
    ]);
  });

  test('are all of them where the policy says nothing', async () => {
    const { body } = await api.get('/channels?policy=silent');
    expect(body.channels).toHaveLength(12);
    expect(body.channels[0].sentence).toBe('电话：可受理，服务时间与响应时限未另行约定。');
  });

  test('of a policy that there is not: the list of those that there are', async () => {
    const { status, body } = await api.get('/channels?policy=lenient');
    expect([status, body.errors[0]]).toEqual([
      400,
      {
        path: 'policy',
        given: 'lenient',
        allowed:
          '可选：case-analysis、marketplace、online-service、retail-franchise、service-desk、silent、small、standard',
        allowedEn:
          'one of: case-analysis, marketplace, online-service, retail-franchise, service-desk, silent, small, standard',
      },
    ]);
  });
});

describe('IN-1 a complaint by a channel that the policy does not have', () => {
  test('is refused with the list, and takes no number', async () => {
    const by = (channel: string) =>
      api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, policy: 'small', channel });
    const first = await by('phone');
    const { status, body } = await by('fax');
    expect([status, body.type, body.errors]).toEqual([
      422,
      'urn:huiyin:problem:invalid_body',
      [
        {
          path: 'channel',
          given: 'fax',
          allowed: '此流程的渠道：phone、email',
          allowedEn: 'channels of this policy: phone, email',
        },
      ],
    ]);
    const next = await by('email');
    expect(Number(next.body.number.slice(9))).toBe(Number(first.body.number.slice(9)) + 1);
  });
});

describe('IN-1 a length', () => {
  const half: Length = { clock: 'business', minutes: 30 };

  test('runs in the hours of its channel where that has any, and as it is elsewhere', () => {
    const rules = { channels: { phone, email } };
    expect(inHoursOf(rules, 'email', half)).toEqual({ ...half, hours: email.hours });
    expect(inHoursOf(rules, 'phone', half)).toEqual(half);
    expect(inHoursOf(rules, 'fax', half)).toEqual(half);
    expect(inHoursOf({}, 'email', half)).toEqual(half);
    expect(inHoursOf(rules, 'email', { clock: 'wall', minutes: 1 })).toEqual({ clock: 'wall', minutes: 1 });
    expect(answerLength(rules, 'email')).toEqual(email.answerWithin);
    expect(answerLength(rules, 'fax')).toBeUndefined();
  });
});

describe('IN-1 the channels of a policy', () => {
  test.each(Object.entries(tables))('%s are sound, and each has its sentence', (_, channels) => {
    expect(channelProblems(channels)).toEqual([]);
    for (const [channel, rule] of Object.entries(channels)) {
      expect(channelSentence(channel as 'phone', { ...rule, hours: 'always' })).toMatch(
        /^.+：服务时间为.+；收到后 .+内首次回复.*。$/,
      );
    }
  });

  test('are looked at before it is published', () => {
    const channels = {
      phone: { ...phone, answerWithin: { clock: 'business', minutes: 5 } },
      email: { ...email, hours: [] },
      pigeon: email,
    } as ChannelRules;
    const faults = validateRules({ ...STANDARD, channels });
    expect(faults.at(-1)?.zh).toBe('渠道「pigeon」：没有这个渠道。');
    expect(faults.map(({ en }) => en)).toEqual([
      "Channel 'phone': somebody is always there, so the answer is due on the wall clock or in days.",
      "Channel 'email': hours is empty; a working day has at least one slot.",
      "Channel 'pigeon': there is no such channel.",
    ]);
  });
});
