import type { Action, ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import { ReferenceModel } from './reference-model';
import type { Birth } from './reference-model';

/**
 * The plain retelling, and under which edition of its policy a complaint goes. The editions of these lives all say the same:
 * to adopt one changes nothing else.
 */
export class ReferenceWithEditions extends ReferenceModel {
  private edition = 1;

  constructor(private readonly born: Birth) {
    super(born);
  }

  override may(name: ActionName, action: Action, at: number): boolean {
    // Nobody but the system, which takes no part in these lives.
    if (name === 'recompute') return false;
    return name === 'adopt_policy' ? this.mayAdopt(action as Action<'adopt_policy'>) : super.may(name, action, at);
  }

  override act(name: ActionName, action: Action, at: number): void {
    if (name !== 'adopt_policy') return super.act(name, action, at);
    this.edition = (action.data as ActionData['adopt_policy']).rules.edition;
  }

  private mayAdopt({ by, data: { rules } }: { by: Actor; data: ActionData['adopt_policy'] }): boolean {
    if (this.stage === 'closed' || this.born.respondents.includes(by.id)) return false;
    const governs = by.roles.includes('manager') || by.roles.includes('admin');
    return governs && rules.policy === 'standard' && rules.edition > this.edition;
  }
}
