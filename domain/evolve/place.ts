import { marksOf } from '../classification';
import type { Ground } from '../classification';
import { openDuties } from '../clock';
import type { ComplaintFile, Handled } from '../complaint-file';
import { asksForAnotherHandler } from '../people';
import { addMarks, askForHandler, putHand } from './parts';
import type { Changes } from './parts';

/** Who answers for it, how high and how fast. */
export const PLACE: Changes<
  | 'registered'
  | 'classified'
  | 'request_changed'
  | 'level_changed'
  | 'marked'
  | 'unmarked'
  | 'joined_cluster'
  | 'owner_changed'
  | 'stood_in'
> = {
  registered: (file, event) => {
    const { type: _, policy: _policy, edition: _edition, owner, subType: _sub, grounds: _grounds, ...rest } = event;
    Object.assign(file, rest);
    changeOwner(file, owner, event.receivedAt);
  },
  classified: (file, { nature, requestType, priority, level, grounds }) => {
    const asked = asksForAnotherHandler(file);
    Object.assign(file, { nature, requestType, priority, level });
    addMarks(file, marksOf(grounds as Ground[]));
    // Corrected before anybody was called upon: what asked for another handler may be gone.
    if (asked && !openDuties(file).some(({ kind }) => kind === 'take_over')) file.handOver = false;
    askForHandler(file);
  },
  request_changed: (file, { requestType }) => {
    file.requestType = requestType;
  },
  level_changed: (file, { level, because, by }) => {
    file.level = level;
    file.floor = level;
    if (because === 'mass') addMarks(file, ['mass']);
    // Who lowers it has decided in the case (CL-3).
    if (because === 'lowered' && by) putHand(file, by);
    if (because === 'lowered') file.handOver = asksForAnotherHandler(file);
    else askForHandler(file);
  },
  marked: (file, { mark }) => addMarks(file, [mark]),
  unmarked: (file, { mark }) => {
    file.marks = file.marks.filter((known) => known !== mark);
  },
  joined_cluster: (file, { cluster }) => {
    file.cluster = cluster;
    addMarks(file, ['mass']);
  },
  owner_changed: (file, { owner, team }, at) => {
    changeOwner(file, owner, at);
    if (team) file.team = team;
    file.handOver = asksForAnotherHandler(file);
  },
  // Who stands in for somebody who had a hand in the case has one himself (HA-18).
  stood_in: (file, { by, for: absent }) => {
    if (file.handled.some(({ id }) => id === absent)) putHand(file, by);
  },
};

function changeOwner(file: ComplaintFile, owner: Handled, at: number): void {
  file.owners.push({ ...owner, since: at });
  putHand(file, owner);
}
