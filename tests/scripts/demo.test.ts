import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { dayNumber, padded, Page, widthOf, wrapped } from '../../scripts/demo-layout';
import { playStory } from '../../scripts/demo-story';
import type { DemoCase } from '../../scripts/demo-case';
import type { Installation } from '../../scripts/installation';
import { runDispatcher } from '../../worker/dispatcher';
import { testApi } from '../support/api';
import { TEST_LINKS } from '../support/database';
import { Engine } from '../support/engine';

describe('the page', () => {
  test('Chinese takes two columns, and what is filled up ends where it should', () => {
    expect(widthOf('第 1 天，a')).toBe(2 + 1 + 1 + 1 + 2 + 2 + 1);
    expect(widthOf(padded('周一', 8))).toBe(8);
    expect(padded('周一周一', 4)).toBe('周一周一');
  });

  test('lines are as long as they may be, and none begins with closing punctuation', () => {
    expect(wrapped('一二三四五，六七', 10)).toEqual(['一二三四五，', '六七']);
    expect(wrapped('截至 2026-11-23 为止', 14)).toEqual(['截至', '2026-11-23 为', '止']);
    expect(wrapped('', 10)).toEqual(['']);
  });

  test('days are counted by the calendar in Shanghai', () => {
    const evening = Date.parse('2026-11-22T22:00:00+08:00');
    expect(dayNumber(evening, evening)).toBe(1);
    expect(dayNumber(evening, Date.parse('2026-11-23T00:10:00+08:00'))).toBe(2);
    expect(dayNumber(evening, Date.parse('2027-02-20T10:00:00+08:00'))).toBe(91);
  });
});

describe('the story', () => {
  let engine: Engine;
  let story: DemoCase;
  const told: string[] = [];

  beforeAll(async () => {
    engine = await Engine.start();
    const { database, url, tokens } = engine.db;
    const api = await testApi({ db: engine.db, site: engine.ns });
    const server = api.app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const stopping = new AbortController();
    const log = pino({ level: 'silent' });
    const dispatcher = runDispatcher(
      { database, databaseUrl: url, channels: [], links: TEST_LINKS, log },
      stopping.signal,
    );
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const installation = { running: { apiUrl }, database, client: engine.ns.client } as unknown as Installation;
    story = await playStory(installation, tokens, new Page((line) => told.push(line)));
    stopping.abort();
    await dispatcher;
    server.closeAllConnections();
    server.close();
    await api.close();
  });
  afterAll(() => engine?.stop());

  test('goes through every step, with a refusal, a missed week, a delay, a return and a signal, in this order', () => {
    const milestones = [
      '登记投诉类来件',
      '提醒：「首次联系并填写投诉处理单」即将到期',
      '客户拒绝第 1 号方案',
      '客户同意第 2 号方案',
      '「定期联系客户」逾期未完成，记为违规',
      '已通知主管：【逾期】',
      '方案第 2 步延误',
      '方案第 3 步完成',
      '提醒：「满意度回访」即将到期',
      '回访（电话）：问题已解决',
      '审核退回到「满意度回访」',
      '用收件箱里的一次性审批码发信号',
      '审核通过',
      '结案归档：处理完整',
    ];
    let from = 0;
    for (const milestone of milestones) {
      const found = told.findIndex((line, index) => index >= from && line.includes(milestone));
      expect({ milestone, found: found >= 0 }).toEqual({ milestone, found: true });
      from = found;
    }
  });

  test('lasts about ninety days with word to the customer every week, one of them late, and nothing else late', async () => {
    const obligations = await engine.obligations(story.number);
    const late = obligations.filter(({ missedAt }) => missedAt);
    expect(late.map(({ kind, state }) => [kind, state])).toEqual([['follow_up', 'met']]);
    expect(obligations.filter(({ kind, state }) => kind === 'follow_up' && state === 'met').length).toBeGreaterThan(12);
    const turns = await engine.turns(story.number);
    const days = (turns.at(-1)!.at.getTime() - story.start) / 86_400_000;
    expect(days).toBeGreaterThan(85);
    expect(days).toBeLessThan(105);
    expect(turns.filter(({ via }) => via === 'signal')).toHaveLength(1);
    await engine.verify(story.number);
  });
});
