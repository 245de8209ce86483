import { fileAndAnswer } from '../db/queries/reading';
import { saveTexts } from '../db/queries/texts';
import type { TextRow } from '../db/queries/texts';
import type { ActionData, ActionName } from '../domain/actions';
import type { ComplaintFile } from '../domain/complaint-file';
import type { Recorded } from '../domain/recorded';
import { actorOf } from './authority';
import type { Call, Reply } from './http/route';
import { textIdOf, updateIdOf } from './http/idempotency';
import { Problem } from './http/problem';
import { mayNotSee } from './visibility';

/** An action, ready to be sent: its texts have become ids. */
export type Sent = { [N in ActionName]: { name: N; data: ActionData[N] } }[ActionName];

/** The script that a text was said by (RE-11). */
export type ScriptMark = Required<Pick<TextRow, 'scriptId' | 'scriptVersion' | 'scriptLang'>>;

/** Takes a text to be stored before the action is sent, and gives its id. */
export type Write = {
  (field: string, text: string, script?: ScriptMark): string;
  (field: string, text: string | undefined, script?: ScriptMark): string | undefined;
};

type ActionCall = Call<'staff', { number: string }, unknown, unknown>;

/**
 * Hands an action over to its complaint and answers with what the record says of it: seen or not, done before, closed; then
 * texts, then the workflow. Whether the action is allowed is the workflow's to say (docs/decisions/0002).
 */
export async function handOver(
  call: ActionCall,
  prepare: (file: ComplaintFile, write: Write) => Sent | Promise<Sent>,
): Promise<Reply<Recorded['answer']>> {
  const { deps, caller, bodyHash, params } = call;
  const { number } = params;
  const key = updateIdOf(caller.id, call.key, number);
  const db = deps.database.queries;
  const found = await fileAndAnswer(db, number, key);
  const file = visibleTo(call, found?.file);
  if (found?.answer) return answered(found.answer, bodyHash);
  if (file.closed) throw Problem.refusing({ code: 'closed' });

  const texts: TextRow[] = [];
  const { name, data } = await prepare(file, writer(call, texts));
  await saveTexts(
    db,
    texts.map((text) => ({ ...text, kind: `${name}.${text.kind}` })),
  );
  const action = {
    by: actorOf(caller),
    data,
    receivedAt: call.receivedAt,
    seen: file.seq,
    expects: call.expects,
    bodyHash,
  };
  return answered(await deps.gateway.act({ number, name, key, action }), bodyHash);
}

/** The complaint, if there is one and the caller may see it. */
export function visibleTo(
  { params, caller }: Pick<ActionCall, 'params' | 'caller'>,
  file: ComplaintFile | undefined,
): ComplaintFile {
  if (!file) throw Problem.of('no_such_complaint', { number: params.number });
  const refusal = mayNotSee(file, caller);
  if (refusal) throw Problem.refusing(refusal);
  return file;
}

/** What was refused and all the same put on file is refused to whoever tried it, every time he asks (RE-7). */
function answered({ answer, seq, bodyHash, refused }: Recorded, ours: string): Reply<Recorded['answer']> {
  if (bodyHash !== ours) throw Problem.of('key_used_otherwise', {});
  if (refused) throw Problem.refusing(refused);
  return { body: answer, etag: seq };
}

/** The id of what a call brings in a field: the same however often it is sent. */
export const refOf = ({ caller, key, params, bodyHash }: Omit<ActionCall, 'body'>, field: string): string =>
  textIdOf(updateIdOf(caller.id, key, params.number), bodyHash, field);

/** Gives texts their ids and keeps them until they are stored. */
export function writer(call: Omit<ActionCall, 'body'>, texts: TextRow[]): Write {
  const { params, caller } = call;
  return ((field: string, text: string | undefined, script?: ScriptMark) => {
    if (text === undefined) return undefined;
    const id = refOf(call, field);
    texts.push({ id, complaint: params.number, kind: field, body: text, by: caller.id, ...script });
    return id;
  }) as Write;
}
