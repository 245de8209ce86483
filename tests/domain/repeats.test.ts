import type { Ground } from '../../domain/classification';
import { SYSTEM } from '../../domain/people';
import type { Actor } from '../../domain/people';
import { STAFF } from '../support/files';
import { of002, ownerOf } from './paper';

const { handler, handler2, supervisor, supervisorSouth } = STAFF;

/** A complaint that is classified on these grounds. */
async function classified(grounds: Ground[]) {
  const complaint = await of002();
  await complaint.walkTo('classification');
  await complaint.do(ownerOf(complaint), 'classify', { grounds });
  return complaint;
}

describe('IN-9 a repeat that shows later', () => {
  const as = (level: 2 | 3, { id, roles, team }: Actor) => ({ level, owner: { id, role: roles[0]!, team } });

  it('is answered for by whoever answers for the first, in his team: nobody else is called', async () => {
    const complaint = await classified([]);
    await complaint.do(SYSTEM, 'mark_repeat', as(2, supervisorSouth));
    expect(ownerOf(complaint).id).toBe(supervisorSouth.id);
    expect(complaint.file).toMatchObject({ team: supervisorSouth.team, level: 2, marks: ['repeat'], handOver: false });
    expect(complaint.duties('take_over')).toEqual([]);
    expect(await complaint.refusal(SYSTEM, 'mark_repeat', as(2, supervisorSouth))).toBe('told_already');
  });

  it('found before the hand-over is over, ends it', async () => {
    const complaint = await classified(['emotional']);
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(SYSTEM, 'mark_repeat', as(2, supervisor));
    expect(ownerOf(complaint).id).toBe(supervisor.id);
    expect(complaint.duties('take_over')).toEqual([]);
    await complaint.restart();
  });

  it('stays whose it is where he does not stand high enough, or is complained about in it', async () => {
    const complaint = await classified([]);
    await complaint.do(SYSTEM, 'mark_repeat', as(2, handler2));
    expect(complaint.file).toMatchObject({ level: 2, handOver: true, owners: [{ id: handler.id }] });
    await complaint.do(SYSTEM, 'mark_repeat', as(3, supervisor));
    expect(complaint.file).toMatchObject({ level: 3, owners: [{ id: handler.id }] });
    const about = await of002({ respondents: [supervisor.id], lacking: ['supervisor'] });
    await about.do(SYSTEM, 'mark_repeat', as(2, supervisor));
    expect(about.file.owners).toHaveLength(1);
  });
});
