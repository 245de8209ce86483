import { lengthFor } from '../../domain/policy';
import type { DutyRule, Rules } from '../../domain/policy';
import { validateRules } from '../../domain/validate-policy';
import { DUTY_KINDS, LEVELS, PRIORITIES, STAGES } from '../../domain/words';
import { STANDARD } from '../../policies/standard';
import { aComplaint, asJson } from '../support/files';

/** The standard, with something changed in it. */
function changed(change: (rules: Rules) => void): Rules {
  const rules = asJson(STANDARD);
  change(rules);
  return rules;
}

const duty = (rules: Rules, kind: keyof Rules['duties']): DutyRule => rules.duties[kind]!;

describe('a policy', () => {
  it('standard can be published, and has every step and every duty that there is; the result is told along with the callback', () => {
    expect(validateRules(STANDARD)).toEqual([]);
    expect(STAGES.filter((stage) => !STANDARD.stages[stage])).toEqual(['result']);
    expect(STANDARD.stages.callback?.owes).toContain('tell_result');
    // It has a form to fill in with each first contact.
    expect(DUTY_KINDS.filter((kind) => !STANDARD.duties[kind])).toEqual(['contact_again']);
  });

  it('may lack steps and duties: what a document does not know does not exist in its policy', () => {
    const small = changed((rules) => {
      rules.stages = { verification: rules.stages.verification!, archive: rules.stages.archive! };
      const [archive, take_over, next_step] = (['archive', 'take_over', 'next_step'] as const).map((kind) =>
        duty(rules, kind),
      );
      rules.duties = { archive, take_over, next_step };
      rules.handling = [{ handlers: ['handler'], reviewers: ['supervisor'] }];
      rules.topLevel = 1;
    });
    expect(validateRules(small)).toEqual([]);
  });

  it.each<[string, (rules: Rules) => void, string]>([
    [
      'could be forgotten',
      (rules) => delete rules.duties.next_step,
      'Every policy has the duty next_step: without it an open complaint could owe nothing, and be forgotten.',
    ],
    [
      'could be forgotten by some',
      (rules) => (duty(rules, 'next_step').when = [{ level: [1] }]),
      "Duty 'next_step' is for every complaint and ends with its step: it has no when, toCustomer, needs, lasting.",
    ],
    [
      'counts what is never owed for want of anything else in another way after a miss',
      (rules) => (duty(rules, 'archive').againWithin = { clock: 'days', working: 1 }),
      "Duty 'archive' has an 'againWithin', which only 'next_step' knows.",
    ],
    ['has no archive', (rules) => delete rules.stages.archive, 'Every policy has an archive stage.'],
    [
      'has a stage that nothing ends',
      (rules) => (rules.stages.verification!.ends = []),
      "Stage 'verification' names no facts that end it: nothing would ever leave it.",
    ],
    [
      'has a stage that ends with nothing',
      (rules) => rules.stages.verification!.ends.push([]),
      "Stage 'verification' ends with nothing on file: leave the stage out instead.",
    ],
    [
      'waits for what comes later',
      (rules) => (rules.stages.remedy!.ends = [['approved']]),
      "Stage 'remedy' waits for 'approved', which only a later step puts on file.",
    ],
    [
      'owes what it does not know',
      (rules) => delete rules.duties.review,
      "Stage 'review' owes 'review', but the policy has no such duty.",
    ],
    [
      'owes a step of the remedy without a proposal',
      (rules) => rules.stages.remedy!.owes.push('remedy_step'),
      "Stage 'remedy' owes 'remedy_step', whose time each instance brings.",
    ],
    [
      'owes something twice',
      (rules) => rules.stages.review!.owes.push('review'),
      "Stage 'review' owes something twice.",
    ],
    [
      'has no time for some complaints',
      (rules) => (duty(rules, 'callback').within![1]!.when = { level: [1, 2] }),
      "Duty 'callback' needs a last choice without conditions, so that every complaint has a time for it.",
    ],
    [
      'has a choice that is never taken',
      (rules) => duty(rules, 'callback').within!.reverse(),
      "Duty 'callback' has choices after the one without conditions: they would never be taken.",
    ],
    [
      'has a length that makes no sense',
      (rules) => (duty(rules, 'review').within![0]!.within = { clock: 'days', working: 0 }),
      "Duty 'review': A length on the days clock has 0 (working); give a whole number from 1 to 3660.",
    ],
    [
      'has a prompt that makes no sense',
      (rules) => duty(rules, 'review').prompts.push({ businessMinutesBefore: -5 }),
      "Duty 'review': A prompt has -5 (businessMinutesBefore); give a whole number from 1 to 5270400.",
    ],
    [
      'has a duty that no fact meets',
      (rules) => (duty(rules, 'first_contact').needs = []),
      "Duty 'first_contact' needs no fact: leave the list out, and an action meets it.",
    ],
    [
      'has a level that nobody handles',
      (rules) => (rules.handling[2]!.handlers = []),
      'A rule of \'handling\' names no handlers or no reviewers: {"level":[2]}.',
    ],
    [
      'has a level that nobody reviews',
      (rules) => (rules.handling[1]!.reviewers = []),
      'A rule of \'handling\' names no handlers or no reviewers: {"level":[3]}.',
    ],
    [
      'has complaints without a handler',
      (rules) => rules.handling.pop(),
      "'handling' needs a last rule without a condition, so that every complaint has a handler.",
    ],
    [
      'has a rule of handling that is never taken',
      (rules) => rules.handling.reverse(),
      "'handling' has rules after the one without a condition: they would never be taken.",
    ],
    [
      'hands over without a step for it',
      (rules) => delete rules.stages.hand_over,
      'A policy with more than one kind of handler has a stage hand_over.',
    ],
    [
      'calls nobody upon to take over',
      (rules) => {
        delete rules.duties.take_over;
        rules.stages.hand_over!.owes = [];
      },
      'Every policy has the duty take_over.',
    ],
    ['has no natures', (rules) => (rules.natures = {}), "'natures' is empty: nothing could be classified."],
    ['counts below nothing', (rules) => (rules.refusals = -1), "'refusals' is -1; give a whole number from 0 on."],
  ])('that %s is refused, and told why', (_, change, problem) => {
    const faults = validateRules(changed(change));
    expect(faults.map(({ en }) => en)).toEqual([problem]);
    for (const { zh } of faults) expect(zh).toMatch(/^[^ ]*\p{Script=Han}.*(?<! the .*)。$/u);
  });

  it('says everything that is wrong with it at once', () => {
    const wrong = changed((rules) => {
      rules.stages.review!.ends = [];
      rules.unsolvedRounds = 0.5;
    });
    expect(validateRules(wrong)).toHaveLength(2);
  });
});

describe('the length of a duty', () => {
  const length = (kind: keyof Rules['duties'], level: 1 | 2 | 3, priority: 'urgent' | 'important' | 'normal') =>
    lengthFor(duty(STANDARD, kind), { ...aComplaint().file, level, priority });

  it('HA-11 word to the customer: weekly at level 1, 3 working days at level 2, 2 at level 3', () => {
    expect(length('follow_up', 1, 'urgent')).toEqual({ clock: 'days', withinCalendar: 7 });
    expect(length('follow_up', 2, 'normal')).toEqual({ clock: 'days', working: 3 });
    expect(length('follow_up', 3, 'normal')).toEqual({ clock: 'days', working: 2 });
  });

  it('CO-1 the callback: two working days, urgent 24 hours by the wall clock', () => {
    expect(length('callback', 1, 'important')).toEqual({ clock: 'days', working: 2 });
    expect(length('callback', 3, 'urgent')).toEqual({ clock: 'wall', minutes: 1440 });
  });

  it('is there for every level and priority, but for steps of a remedy and promised calls, which bring their own', () => {
    const without = DUTY_KINDS.filter((kind) => STANDARD.duties[kind]).filter((kind) =>
      LEVELS.some((level) => PRIORITIES.some((priority) => !length(kind, level, priority))),
    );
    expect(without).toEqual(['promised_call', 'remedy_step']);
  });
});
