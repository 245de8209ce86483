import type { ActionRule } from './rule';

/** IN-13: what was lacking is put on record once; who finds another answer than the one on record says that it corrects it. */
export const addInformation: ActionRule<'add_information'> = {
  clause: 'IN-2, IN-13',
  stages: 'open',
  by: 'owner',
  refuses: ({ file, data: { field, correction } }) =>
    file.known.includes(field) && !correction ? { code: 'already_on_record', field } : null,
  events: ({ data }) => [{ type: 'information_added', ...data }],
};
