import { loadDemoStaff } from '../db/demo-staff';
import { complaintWorkflowId } from '../workflows/contract';
import type { DemoCase } from './demo-case';
import { withRunningInstallation } from './demo-installation';
import { coloured, Page } from './demo-layout';
import { playStory } from './demo-story';
import { withInstallation } from './installation';
import type { Installation } from './installation';
import { runScript, Trouble } from './servers/trouble';

const DAY_MS = 86_400_000;
const NOT_HERE = '演示要快进时间，只能在 npm start 自带的开发服务器上进行；这里连接的是外部服务器。';

/** `npm run demo`: one complaint's life of about ninety days on the real engine, told step by step. */
runScript(async () => {
  if (process.env.TEMPORAL_ADDRESS || process.env.DATABASE_URL) throw new Trouble(NOT_HERE);
  const page = new Page();
  page.plain(coloured('bold', '回音演示：一件投诉的九十天'));
  page.plain('流程在真实的 Temporal 与 Postgres 上运行，只有这件投诉自己的时钟被快进；时间均为上海时间。');
  const own = await withRunningInstallation(() =>
    withInstallation(async (installation) => {
      const { config, databaseUrl, secret } = installation.running;
      if (!config.development) throw new Trouble(NOT_HERE);
      const staff = await loadDemoStaff(databaseUrl, secret);
      const tokens = Object.fromEntries(staff.map(({ envName, token }) => [envName, token]));
      const began = Date.now();
      const story = await playStory(installation, tokens, page);
      await summarise(installation, story, { page, seconds: (Date.now() - began) / 1_000 });
    }),
  );
  if (own) page.plain('数据已保留；执行 npm start 后可打开上面的地址。');
});

type Ending = { page: Page; seconds: number };

async function summarise(installation: Installation, story: DemoCase, { page, seconds }: Ending): Promise<void> {
  const { running } = installation;
  const turns = await story.turnsAfter(0);
  const words = story.obligations.filter(({ kind, state }) => kind === 'follow_up' && state.startsWith('met'));
  const late = words.filter(({ state }) => state === 'met_late').length;
  const runs = await runsOf(installation, story.number);
  const days = (Date.parse(turns.at(-1)?.at ?? '') - story.start) / DAY_MS;
  page.heading('小结');
  page.plain(`  投诉 ${story.number}：${days.toFixed(0)} 天，实际用时 ${seconds.toFixed(1)} 秒。`);
  page.plain(`  记录 ${turns.length} 次，其中系统计时 ${turns.filter(({ via }) => via === 'clock').length} 次。`);
  page.plain(`  定期联系客户 ${words.length} 次，按时 ${words.length - late} 次，逾期 ${late} 次。`);
  page.plain(`  Temporal 历史 ${runs.events} 个事件（快进时钟占 ${runs.skips} 个），${runs.count} 段运行。`);
  const run = `/namespaces/${running.namespace}/workflows/${complaintWorkflowId(story.number)}/${runs.last}/history`;
  page.plain(`\n  流程：${running.uiUrl ?? ''}${run}`);
  page.plain(`  经过：${running.apiUrl}/complaints/${story.number}/timeline`);
}

/** A long life is several runs, each the continuation of the one before. */
async function runsOf({ client }: Installation, number: string) {
  const sum = { count: 0, events: 0, skips: 0, last: '' };
  for (let runId: string | undefined; sum.count === 0 || runId;) {
    const handle = client.workflow.getHandle(complaintWorkflowId(number), runId);
    const events = (await handle.fetchHistory()).events ?? [];
    const [first] = events;
    sum.count += 1;
    sum.events += events.length;
    sum.skips += events.filter(
      (event) =>
        event.workflowExecutionTimeSkippingTransitionedEventAttributes ??
        event.workflowExecutionOptionsUpdatedEventAttributes,
    ).length;
    const started = first?.workflowExecutionStartedEventAttributes;
    sum.last ||= started?.originalExecutionRunId ?? '';
    runId = started?.continuedExecutionRunId || undefined;
  }
  return sum;
}
