/**
 * The words of the procedure. One word for one idea, in code, in Postgres and in the API; templates/ gives the Chinese.
 *
 * complaint: one case, one workflow · complainant: who complains · handler: works the case at its level · owner: the one
 * person accountable now (受理人 who speaks to the customer) · level: how high (002 4.3) · priority: how fast (001 三(二)) ·
 * duty: something owed by somebody within some time · round: one complaint form, one pass through the steps (002 5.3.1.6) ·
 * turn: one action, or one lapse of the clock, with everything decided in it.
 */
export * from './words/belonging';
export * from './words/complaint';
export * from './words/inquiry';
export * from './words/procedure';
