import type { Queries } from '../db/client';
import { decideCluster, endCluster, lockCluster, openMembers, sendDecision } from '../db/queries/cluster-decision';
import type { Cluster } from '../db/queries/cluster-decision';
import { respondentsOf } from '../db/queries/reading-clusters';
import { saveTexts } from '../db/queries/texts';
import type { TextRow } from '../db/queries/texts';
import { unfit } from '../domain/action-rules/deciding-mass';
import type { MassDecision } from '../domain/actions';
import type { Handled } from '../domain/complaint-file';
import { decide as ruleOn, notNow } from '../domain/decide';
import { seatsOf } from '../domain/deputies';
import { MASS_DECIDERS } from '../domain/matching';
import { OWNER, SYSTEM } from '../domain/people';
import type { Refusal } from '../domain/refusals';
import { analysisOf } from './analysis';
import type { Caller } from './dependencies';
import { draftOf, under } from './draft';
import { writer } from './hand-over';
import type { Write } from './hand-over';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import { onceFor } from './once';
import type { MassDecisionBody } from './schemas/mass-decision';

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

/** To how many members the decision is on its way, and which open ones cannot take it now. */
type Sent = { sentTo: number; skipped: { complaint: string; refusal: Refusal }[] };

/** Puts down the one decision and sends it to every open member that is ready for it (CL-4). */
export async function decide(call: Deciding<MassDecisionBody>): Promise<Sent> {
  const { caller, deps, params } = call;
  const by = directorOf(caller);
  const { write, save } = writing(call);
  const respondents = await respondentsOf(deps.database.queries, params.id);
  const { findings, cause, ...offer } = call.body;
  const draft = await draftOf({ deps, respondents, owner: OWNER, write }, offer);
  const { text, ...looked } = findings;
  const found = { ...looked, ref: write('findings', text) };
  const analysis = cause && (await analysisOf(deps, under(write, 'cause'), cause, 'cause'));
  return onceFor(call, async (tx) => {
    const cluster = await held(tx, caller, params.id);
    if (cluster.state !== 'open') throw Problem.of('cluster_decided', { id: cluster.id });
    await save(tx, cluster);
    const decision: MassDecision = { ...draft, findings: found, cause: analysis, cluster: cluster.id, by };
    await mustFit(tx, decision);
    await decideCluster(tx, cluster.id, decision, new Date(call.receivedAt));
    return send(tx, { ...cluster, decision }, call);
  });
}

/** A decision is checked like a proposal, for every member that it could reach, and for those that join later at its beginning. */
async function mustFit(tx: Queries, decision: MassDecision): Promise<void> {
  for (const file of await openMembers(tx, decision.cluster)) {
    const refusal = notNow(file, 'apply_decision') ? null : unfit({ ...file, facts: [] }, decision);
    if (refusal) throw Problem.refusing(refusal);
  }
}

/** Sends the decision to the open members that have not got it: they joined later, or were not ready for it (CL-4). */
export async function apply(call: Deciding<unknown>): Promise<Sent> {
  directorOf(call.caller);
  return onceFor(call, async (tx) => send(tx, await held(tx, call.caller, call.params.id), call));
}

async function send(tx: Queries, { id, decision }: Cluster, call: Deciding<unknown>): Promise<Sent> {
  const { caller, receivedAt } = call;
  if (!decision) throw Problem.of('cluster_undecided', { id });
  const members = (await openMembers(tx, id, 'decision')).map((file) => {
    const verdict = ruleOn(file, 'apply_decision', { by: SYSTEM, data: decision }, receivedAt);
    return { complaint: file.number, refusal: 'refused' in verdict ? verdict.refused : null };
  });
  const complaints = members.flatMap(({ complaint, refusal }) => (refusal ? [] : complaint));
  await sendDecision(tx, { decision, complaints, requestedBy: caller.id, at: new Date(receivedAt) });
  const skipped = members.flatMap(({ complaint, refusal }) => (refusal ? [{ complaint, refusal }] : []));
  return { sentTo: complaints.length, skipped };
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
