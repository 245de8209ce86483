import { marksOf } from '../classification';
import type { Ground } from '../classification';
import type { ComplaintFile, Handled } from '../complaint-file';
import { asksForAnotherHandler, ownerOf } from '../people';
import { addMarks, askForHandler, passWork, putHand } from './parts';
import type { Changes } from './parts';

/** Who answers for it, how high and how fast. */
export const PLACE: Changes<
  | 'registered'
  | 'classified'
  | 'request_changed'
  | 'level_changed'
  | 'priority_changed'
  | 'marked'
  | 'unmarked'
  | 'joined_cluster'
  | 'owner_changed'
  | 'stood_in'
  | 'respondent_named'
  | 'respondent_cleared'
  | 'work_handed_on'
  | 'called_anew'
> = {
  registered: (file, event, at) => {
    const { type: _, policy: _policy, edition: _edition, owner, subType: _sub, grounds: _grounds, ...rest } = event;
    Object.assign(file, rest);
    changeOwner(file, owner, at);
  },
  classified: (file, { nature, requestType, priority, level, grounds }) => {
    Object.assign(file, { nature, requestType, priority, level });
    addMarks(file, marksOf(grounds as Ground[]));
    askForHandler(file);
  },
  request_changed: (file, { requestType, by }) => {
    file.requestType = requestType;
    if (by) putHand(file, by);
  },
  level_changed: (file, { level, because, by }) => {
    file.level = level;
    file.floor = level;
    if (because === 'mass') addMarks(file, ['mass']);
    // Who raises it above its owner, or lowers it, has decided in the case (CL-3, CO-5).
    if (by && by.id !== ownerOf(file).id) putHand(file, by);
    if (because === 'lowered') file.handOver = file.firstAsked ?? asksForAnotherHandler(file);
    else askForHandler(file);
  },
  priority_changed: (file, { priority, because, by }) => {
    const asked = asksForAnotherHandler(file);
    file.priority = priority;
    // Who is above its owner and says how urgent it is has decided in the case (CL-2, CO-5).
    if (because === 'lowered' || (by && by.id !== ownerOf(file).id)) putHand(file, by);
    if (asked && !file.firstAsked && !asksForAnotherHandler(file)) file.handOver = false;
    askForHandler(file);
  },
  marked: (file, { mark }) => addMarks(file, [mark]),
  unmarked: (file, { mark }) => {
    file.marks = file.marks.filter((known) => known !== mark);
  },
  joined_cluster: (file, { cluster }) => {
    file.cluster = cluster;
    addMarks(file, ['mass']);
  },
  owner_changed: (file, { owner, team, lacking }, at) => {
    changeOwner(file, owner, at);
    if (team) file.team = team;
    if (lacking) file.lacking = [...lacking];
    delete file.firstAsked;
    file.handOver = asksForAnotherHandler(file);
  },
  // Who stands in for somebody who had a hand in the case has one himself (HA-18).
  stood_in: (file, { by, for: absent }) => {
    if (file.handled.some(({ id }) => id === absent)) putHand(file, by);
  },
  respondent_named: (file, { person, lacking, subject }) => {
    // Never in place: the list is that of the event which brought it.
    file.respondents = [...file.respondents, person];
    file.lacking = [...new Set([...file.lacking, ...lacking])];
    if (subject) file.subject = subject;
    askForHandler(file);
  },
  respondent_cleared: (file, { person, lacking }) => {
    file.respondents = file.respondents.filter((id) => id !== person);
    file.lacking = [...lacking];
    if (ownerOf(file).id === person) file.handOver = asksForAnotherHandler(file);
    else askForHandler(file);
  },
  work_handed_on: passWork,
  called_anew: (file, { backTo }) => {
    if (backTo) file.backTo = backTo;
  },
};

function changeOwner(file: ComplaintFile, owner: Handled, at: number): void {
  file.owners.push({ ...owner, since: at });
  putHand(file, owner);
}
