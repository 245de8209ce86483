import type { Queries } from '../db/client';
import { informationOf } from '../db/queries/information';
import { complaintWithIntake, fileOf, peopleOf } from '../db/queries/reading';
import { complaintsOfPerson } from '../db/queries/same-person';
import { INTAKE_FIELDS, lackingIn } from '../domain/questions';
import type { IntakeField } from '../domain/questions';
import { visibleTo } from './hand-over';
import type { Call } from './http/route';
import { Problem } from './http/problem';
import { knownIn } from './intake';
import { unknownNature } from './intake-checks';
import { DEFAULT_POLICY } from './intake-message';
import { visibleMessage } from './messages';
import type { IntakeDraft } from './schemas/intake';
import { answeredView, earlierView, questionView, textsOfIntake } from './views/questions';
import { mayNotSee } from './visibility';

/** As many earlier complaints of a person as anybody reads while he is on the telephone. */
const MOST_EARLIER = 10;

/** What a draft lacks, what it has, and what earlier complaints of the same person tell already (IN-13). */
export async function checked({ deps, caller, body }: Call<'staff', undefined, undefined, IntakeDraft>) {
  const { requestType = 'complaint', nature, subjectKind, complainant, message: id } = body;
  const message = id === undefined ? undefined : await visibleMessage(deps, caller, id);
  const policy = message?.policy ?? body.policy ?? DEFAULT_POLICY;
  const errors = await unknownNature(deps.database.queries, { policy, nature });
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  const known = knownIn(body);
  const written = message ? [{ channel: message.channel, address: message.sender }] : [];
  const reach = { contacts: [...(complainant?.contacts ?? []), ...written], customerNo: complainant?.customerNo };
  const earlier = await complaintsOfPerson(deps.database.queries, reach, MOST_EARLIER);
  return {
    lacking: lackingIn({ requestType, nature, subjectKind, complainant: complainant?.kind, known }).map(questionView),
    known: known.map((field) => answeredView(field, null)),
    earlier: earlier.filter(({ complaint }) => mayNotSee(complaint.file, caller) === null).map(earlierView),
  };
}

/** What a complaint still lacks, and what it has, word for word (IN-13). */
export async function questionsOf({ deps, caller, params }: Call<'staff', { number: string }, undefined, undefined>) {
  const db = deps.database.queries;
  const file = visibleTo({ params, caller }, await fileOf(db, params.number));
  const { said, complainant, nature: atIntake } = await onRecord(db, params.number);
  const { requestType, subject: subjectKind, known } = file;
  // Until it is classified, what it seemed to be at intake counts (CL-1).
  const nature = file.nature ?? atIntake;
  return {
    body: {
      lacking: lackingIn({ requestType, nature, subjectKind, complainant, known }).map(questionView),
      known: INTAKE_FIELDS.filter((field) => known.includes(field)).map((field) =>
        answeredView(field, said[field] ?? null),
      ),
    },
    etag: file.seq,
  };
}

/** What is on record of a complaint's matter: taken down at intake, or added since; the last word on a field counts. */
export async function onRecord(db: Queries, number: string) {
  const [found, people, added] = await Promise.all([
    complaintWithIntake(db, number),
    peopleOf(db, number),
    informationOf(db, number),
  ]);
  const person = people.find(({ role }) => role === 'complainant');
  const said: Partial<Record<IntakeField, string>> = found && person ? textsOfIntake({ ...found, person }) : {};
  for (const { field, text } of added) said[field as IntakeField] = text;
  return { said, nature: found?.intake.nature, complainant: person?.kind };
}
