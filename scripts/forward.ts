import { nextDue, openDuties } from '../domain/clock';
import { isImprovementId } from '../domain/runs';
import { localTime } from '../templates/local-time';
import { dutyName, LEVEL_ZH, STAGE_ZH } from '../templates/words-zh';
import { forwardComplaint, requireDevelopment } from './forward-complaint';
import type { Forwarded } from './forward-complaint';
import { forwardImprovement, told } from './forward-improvement';
import { FORWARD_USAGE, parseWhen } from './forward-when';
import { withInstallation } from './installation';
import { runScript, Trouble } from './servers/trouble';

/** `npm run forward`: moves the clock of one complaint, or improvement, on a development server, for anyone who tries things out. */
runScript(async () => {
  const [number, ...words] = process.argv.slice(2);
  if (!number || words.length === 0) throw new Trouble(FORWARD_USAGE);
  const when = parseWhen(words.join(' '));
  requireDevelopment(process.env);
  await withInstallation(async (installation) => {
    if (isImprovementId(number)) console.log(told(await forwardImprovement(installation, number, when)));
    else tell(number, await forwardComplaint(installation, number, when));
  });
});

/** Whole seconds are what people read. */
const shown = (instant: number): string => localTime(Math.floor(instant / 1_000) * 1_000);

function tell(number: string, { before, after, happened, file, owner, because }: Forwarded): void {
  const overdue = openDuties(file).filter(({ missed }) => missed);
  const next = nextDue(file);
  const stage = file.stage ? STAGE_ZH[file.stage] : '受理';
  const lines = [
    `投诉 ${number}`,
    `  之前      ${shown(before)}`,
    ...happened.map(({ at, sentence }) => `    ${shown(at)}  ${sentence}`),
    ...(happened.length === 0 ? ['    途中没有到期的事项'] : []),
    `  现在      ${shown(after)}`,
    `  步骤      ${stage} · 第 ${file.round} 轮 · ${LEVEL_ZH[file.level]} · 责任人 ${owner}`,
    ...(overdue.length > 0 ? [`  逾期未办  ${overdue.map(dutyName).join('、')}`] : []),
    `  下一时限  ${next?.dueAt === undefined ? '无' : `${dutyName(next)}，${shown(next.dueAt)}`}`,
    ...(because ? [`            ${because}`] : []),
  ];
  console.log(lines.join('\n'));
}
