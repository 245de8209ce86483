import { seesImprovement } from '../../../domain/improvement/people';
import { SYSTEM } from '../../../domain/people';
import type { Actor } from '../../../domain/people';
import { shanghai, STAFF } from '../../support/files';
import { LOGISTICS, LOGISTICS_HEAD, PaperImprovement } from '../../support/paper-improvement';

const { supervisor, manager, handler } = STAFF;
const REF = { ref: 'text' };
const duty = (improvement: PaperImprovement, kind: string) => improvement.file.duties.find((one) => one.kind === kind);

describe('HA-18 who is complained about now, and not only when it was set', () => {
  const about = (improvement: PaperImprovement, ...people: Actor[]) => {
    improvement.notices.length = 0;
    improvement.do(SYSTEM, 'follow_respondents', { respondents: people.map(({ id }) => id) });
  };
  const passed = { passed: true, ...REF } as const;

  test('who set it and is named has no part in it any more; the level above is called in his place, in the time that there is', () => {
    const improvement = new PaperImprovement();
    improvement.do(LOGISTICS, 'report_improvement', REF);
    const { dueAt } = duty(improvement, 'verify')!;
    about(improvement, supervisor);
    expect(improvement.said).toEqual(['improvement_reported → manager@*']);
    expect(duty(improvement, 'verify')).toMatchObject({ person: null, dueAt });
    expect(seesImprovement(improvement.file, supervisor, true)).toBe(false);
    expect(improvement.try(supervisor, 'verify_improvement', passed)).toBe('complained_about');
    expect(improvement.try({ ...handler, actsFor: [supervisor] }, 'verify_improvement', passed)).toBe('role_needed');
    expect(improvement.try(supervisor, 'reassign_improvement', { person: 'logistics-2', ...REF })).toBe('not_the_head');
    improvement.passTo(shanghai('2026-03-20 00:00'));
    expect(improvement.events.at(-1)).toMatchObject({ type: 'missed', by: null });
    improvement.do(manager, 'verify_improvement', passed);
  });

  test('who is cleared is called again; what he let pass before stays his', () => {
    const improvement = new PaperImprovement();
    improvement.do(LOGISTICS, 'report_improvement', REF);
    about(improvement, supervisor);
    about(improvement);
    expect(improvement.said).toEqual(['improvement_reported → supervisor-1']);
    expect(duty(improvement, 'verify')).toMatchObject({ person: supervisor.id });
    expect(seesImprovement(improvement.file, supervisor, false)).toBe(true);
    improvement.passTo(shanghai('2026-03-20 00:00'));
    about(improvement, supervisor);
    expect(duty(improvement, 'verify')).toMatchObject({ person: supervisor.id, missed: true });
    about(improvement);
    improvement.do(supervisor, 'verify_improvement', passed);
  });

  test('nobody else is called where it is not his to verify; in the level above, everybody is called again', () => {
    const improvement = new PaperImprovement();
    improvement.do(LOGISTICS, 'report_improvement', REF);
    about(improvement, handler);
    expect(improvement.said).toEqual([]);
    about(improvement, handler, supervisor);
    about(improvement, handler, supervisor, manager);
    expect(improvement.said).toEqual(['improvement_reported → manager@*']);
    about(improvement, supervisor, manager);
    expect(improvement.said).toEqual([]);
  });

  test('whose work it is does it and sees it, as if he had been named before; who set it hears of it, to hand it on or not', () => {
    const improvement = new PaperImprovement();
    about(improvement, LOGISTICS);
    expect(improvement.said).toEqual(['improvement_person_named → supervisor-1']);
    expect(seesImprovement(improvement.file, LOGISTICS, false)).toBe(true);
    improvement.do(LOGISTICS, 'report_improvement', REF);
    const his = new PaperImprovement({ department: 'east', person: supervisor.id });
    about(his, supervisor);
    expect(his.said).toEqual(['improvement_person_named → manager@*']);
  });

  test('a head of department or a manager who is named neither does the work in another’s place nor calls it off', () => {
    const improvement = new PaperImprovement();
    about(improvement, LOGISTICS_HEAD, manager);
    const forHead = { id: 'logistics-2', roles: ['department_member'], team: 'logistics', actsFor: [LOGISTICS_HEAD] };
    for (const by of [LOGISTICS_HEAD, forHead as Actor]) {
      expect(improvement.try(by, 'report_improvement', REF)).toBe('not_the_person');
    }
    expect(improvement.try({ ...LOGISTICS_HEAD, actsFor: [LOGISTICS] }, 'note_progress', REF)).toBe('not_the_person');
    expect(improvement.try(manager, 'cancel_improvement', REF)).toBe('complained_about');
    improvement.notices.length = 0;
    about(improvement, supervisor);
    improvement.do(manager, 'cancel_improvement', REF);
    expect(improvement.said.at(-1)).toBe('improvement_cancelled → department_head|supervisor|manager@logistics');
  });

  test('is told by the system alone, and once', () => {
    const improvement = new PaperImprovement();
    expect(improvement.try(manager, 'follow_respondents', { respondents: [] })).toBe('not_for_staff');
    expect(improvement.try(SYSTEM, 'follow_respondents', { respondents: [] })).toBe('told_already');
  });
});
