import type { ComplaintFile } from '../../domain/complaint-file';
import { asksForAnotherHandler } from '../../domain/people';
import type { Level, Role } from '../../domain/words';
import { aComplaint } from '../support/files';

/** A complaint at a level, with one owner after another; the first is always the handler who received it. */
function heldBy(level: Level, ...owners: [string, Role][]): ComplaintFile {
  const { file } = aComplaint();
  for (const [id, role] of owners) {
    file.owners.push({ id, role, since: file.lastAt });
    file.handled.push({ id, role });
  }
  return { ...file, level };
}

describe('HA-2 the level asks for another handler', () => {
  it.each<[string, Level, [string, Role][], boolean]>([
    ['level 1 stays with the handler who received it', 1, [], false],
    ['level 2 goes from a handler to a supervisor or manager', 2, [], true],
    ['level 2 stays with the supervisor', 2, [['supervisor-1', 'supervisor']], false],
    ['level 2 stays with the manager', 2, [['manager-1', 'manager']], false],
    ['level 2 is not handed down by a director who took it over', 2, [['director-1', 'sales_director']], false],
    ['level 3 goes from the manager to the directors', 3, [['manager-1', 'manager']], true],
    ['level 3 stays with either director', 3, [['director-2', 'administration_director']], false],
    ['IN-14 level 1 goes to a handler from whoever heard it first', 1, [['member-1', 'department_member']], true],
  ])('%s', (_, level, owners, asks) => {
    expect(asksForAnotherHandler(heldBy(level, ...owners))).toBe(asks);
  });
});
