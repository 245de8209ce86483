import type { Queries } from '../db/client';
import { decideCluster, endCluster, lockCluster, membersWithout, sendDecision } from '../db/queries/cluster-decision';
import type { Cluster } from '../db/queries/cluster-decision';
import { respondentsOf } from '../db/queries/reading-clusters';
import { saveTexts } from '../db/queries/texts';
import type { TextRow } from '../db/queries/texts';
import { seatsOf } from '../domain/deputies';
import type { Handled } from '../domain/complaint-file';
import { MASS_DECIDERS } from '../domain/matching';
import { OWNER } from '../domain/people';
import type { Caller } from './dependencies';
import { draftOf } from './draft';
import { writer } from './hand-over';
import type { Write } from './hand-over';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import { onceFor } from './once';
import type { DraftBody } from './schemas/draft';

type Deciding<B> = Call<'staff', { id: string }, unknown, B>;

/** The director as whom somebody decides: himself, or one whom he stands in for. Others are refused (CL-4). */
function directorOf(caller: Caller): Handled {
  const roles = seatsOf(caller).flatMap((seat) => seat.roles);
  const role = MASS_DECIDERS.find((one) => roles.includes(one));
  if (!role) throw Problem.refusing({ code: 'role_needed', roles: [...MASS_DECIDERS] });
  return { id: caller.id, role };
}

/** A mass complaint, held until the transaction ends, for whoever may decide it: a director whom no member is about; one of those does not hear of it (HA-18). */
async function held(tx: Queries, caller: Caller, id: string): Promise<Cluster> {
  const cluster = await lockCluster(tx, id);
  if (!cluster) throw Problem.of('no_such_cluster', { id });
  const about = await respondentsOf(tx, id);
  if (seatsOf(caller).some((seat) => about.includes(seat.id))) throw Problem.of('no_such_cluster', { id });
  if (cluster.state === 'over') throw Problem.of('cluster_over', { id });
  return cluster;
}

/** Puts down the one decision and sends it to every member that is open (CL-4). Gives back to how many. */
export async function decide(call: Deciding<DraftBody>): Promise<{ sentTo: number }> {
  const { caller, deps, params } = call;
  const by = directorOf(caller);
  const { write, save } = writing(call);
  const respondents = await respondentsOf(deps.database.queries, params.id);
  const draft = await draftOf({ deps, respondents, owner: OWNER, write }, call.body);
  return onceFor(call, async (tx) => {
    const cluster = await held(tx, caller, params.id);
    if (cluster.state !== 'open') throw Problem.of('cluster_decided', { id: cluster.id });
    await save(tx, cluster);
    const decision = { ...draft, cluster: cluster.id, by };
    await decideCluster(tx, cluster.id, decision, new Date(call.receivedAt));
    return send(tx, { ...cluster, decision }, call);
  });
}

/** Sends the decision to the open members that have not got it: they joined later, or were not ready for it (CL-4). */
export async function apply(call: Deciding<unknown>): Promise<{ sentTo: number }> {
  directorOf(call.caller);
  return onceFor(call, async (tx) => send(tx, await held(tx, call.caller, call.params.id), call));
}

async function send(tx: Queries, { id, decision }: Cluster, { caller, receivedAt }: Deciding<unknown>) {
  if (!decision) throw Problem.of('cluster_undecided', { id });
  const complaints = await membersWithout(tx, id);
  await sendDecision(tx, { decision, complaints, requestedBy: caller.id, at: new Date(receivedAt) });
  return { sentTo: complaints.length };
}

/** Nothing joins it any more; its open members go on (CL-4). */
export async function end(call: Deciding<{ reason: string }>): Promise<{ id: string }> {
  const { caller, params } = call;
  directorOf(caller);
  return onceFor(call, async (tx) => {
    const cluster = await held(tx, caller, params.id);
    const { write, save } = writing(call);
    const reason = write('reason', call.body.reason);
    await save(tx, cluster);
    await endCluster(tx, cluster.id, { by: caller.id, at: new Date(call.receivedAt), reason });
    return { id: cluster.id };
  });
}

/** Texts of a mass complaint stand in the record of the one that opened it. */
function writing(call: Deciding<unknown>): { write: Write; save: (tx: Queries, cluster: Cluster) => Promise<void> } {
  const texts: TextRow[] = [];
  const write = writer({ ...call, params: { number: call.params.id } }, texts);
  return {
    write,
    save: (tx, { openedBy }) =>
      saveTexts(
        tx,
        texts.map((text) => ({ ...text, complaint: openedBy, kind: `cluster.${text.kind}` })),
      ),
  };
}
