import { namesOfStaff } from '../db/queries/directory';
import { fileOf } from '../db/queries/reading';
import type { Refusal } from '../domain/refusals';
import { refusalSentence } from '../templates/refusals';
import { eventSentence } from '../templates/timeline';
import { STAGE_ZH } from '../templates/words-zh';
import { readApprovalArguments } from './approval-arguments';
import { sendApproval } from './approval-signal';
import type { Approval, Filed } from './approval-signal';
import { withInstallation } from './installation';
import type { Installation } from './installation';
import { runScript } from './servers/trouble';

/** Refusals whose sentence needs no value that the record does not keep. */
const EXPLAINED = ['code_unknown', 'code_void', 'signal_malformed', 'handled_before', 'complained_about'];

/** `npm run signal`: a reviewer's answer as a plain signal, with the one-time code from his inbox. */
runScript(async () => {
  const { number, approval } = readApprovalArguments(process.argv.slice(2));
  return withInstallation(async (installation) =>
    tell(installation, number, approval, await sendApproval(installation, number, approval)),
  );
});

async function tell({ database }: Installation, number: string, { name }: Approval, filed: Filed): Promise<number> {
  if (!filed) {
    console.error(`信号已送达投诉 ${number}，但还没有处理：Worker 在运行吗？处理后会写入投诉的经过。`);
    return 1;
  }
  if (!filed.accepted) {
    console.error(`未予接受，已记录在案：${whyNot(filed.because)}`);
    return 1;
  }
  const [names, file] = await Promise.all([namesOfStaff(database.queries), fileOf(database.queries, number)]);
  const verdict = name === 'approve' ? '审核通过' : '审核退回';
  const stage = file?.stage ? STAGE_ZH[file.stage] : '';
  console.log(`已接受：${names.get(filed.by) ?? filed.by} ${verdict}投诉 ${number}，现在的步骤是「${stage}」。`);
  return 0;
}

function whyNot(because: string): string {
  if (!EXPLAINED.includes(because)) {
    return eventSentence({ type: 'refused', action: 'signal', because }, String)?.split('：').at(-1) ?? because;
  }
  const { title, detail } = refusalSentence({ code: because } as Refusal);
  return `${title}。${detail}`;
}
