import type { Ref } from './complaint-file';
import type { Rules } from './policy';

/** What the world around it does to a complaint: its calendar has changed, or it goes on under other rules. */
export type Ruled =
  { type: 'calendar_changed'; edition: number } | { type: 'policy_adopted'; edition: number; rules: Rules; ref: Ref };
