import type { Ground } from './classification';
import type { CallbackMarks, Proof, Ref } from './complaint-file';
import type { Actor } from './people';
import type { Rules } from './policy';
import type {
  Basis,
  Channel,
  ContactPurpose,
  Nature,
  ProposalKind,
  RejectionGround,
  RequestType,
  Responsibility,
  Satisfaction,
  VerificationSource,
} from './words';

/** A talk or message between staff and customer. `occurredAt` is what staff say; the turn's own time decides what was in time. */
export type Contact = {
  channel: Channel;
  direction: 'inbound' | 'outbound';
  reached: boolean;
  with: 'complainant' | 'agent';
  purpose: ContactPurpose;
  occurredAt?: number;
  ref: Ref;
};

/** What each action brings with it. Texts are in Postgres already; the action carries their ids. */
export type ActionData = {
  record_contact: Contact;
  fill_form: { ref: Ref; repeatedBack: boolean };
  classify: { nature: Nature; requestType: RequestType; grounds: Ground[]; ref: Ref };
  take_over: Record<string, never>;
  record_verification: {
    sources: VerificationSource[];
    responsibility: Responsibility;
    concluded: boolean;
    ref: Ref;
    openPoints?: Ref;
  };
  propose: {
    kinds: ProposalKind[];
    amountFen: number;
    basis: Basis[];
    steps: { person: string; workingDays: number; ref: Ref }[];
    ref: Ref;
  };
  tell_proposal: { proposal: number; channel: Channel; apologised: boolean; ref: Ref };
  record_answer: { proposal: number; answer: 'accepted' | 'refused'; proof: Proof; ref?: Ref };
  decide_proposal: { decision: 'instruct' | 'take_over'; ref: Ref };
  complete_step: { step: number; ref: Ref };
  delay_step: { step: number; workingDays: number; ref: Ref };
  record_callback:
    | { answered: false; channel: Channel }
    | {
        answered: true;
        channel: Channel;
        solved: boolean;
        satisfaction: Satisfaction;
        recording: Ref;
        marks?: CallbackMarks;
        suggestion?: Ref;
      };
  decide_finally: { minutes: Ref };
  approve: { ref?: Ref };
  reject: { ground: RejectionGround; backTo: 'verification' | 'proposal' | 'callback'; ref?: Ref };
  archive: Record<string, never>;
  withdraw: { proof: Proof };
  /** The edition of a calendar that makes it necessary. */
  recompute: { edition: number };
  /** The rules travel with the action: a workflow reads no tables. */
  adopt_policy: { rules: Rules; ref: Ref };
};

export type ActionName = keyof ActionData;

/** An action as it reaches the complaint's workflow. */
export type Action<N extends ActionName = ActionName> = {
  by: Actor;
  data: ActionData[N];
  /** When the API had it in hand. */
  receivedAt?: number;
  /** The `seq` that the API read before sending: a workflow that knows less starts over from the record. */
  seen?: number;
  /** The `seq` that the caller wants to act upon (If-Match). */
  expects?: number;
  /** Fingerprint of the request's body, kept with the turn. */
  bodyHash?: string;
  /** The approval code that a signal was authorised by: used up with this turn. */
  codeHash?: string;
};
