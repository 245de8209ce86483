import type { z } from 'zod';
import type { intakeSchema } from '../api/schemas/intake';

/** The complaint of the line that `npm start` prints. */
export const EXAMPLE_COMPLAINT: z.input<typeof intakeSchema> = {
  channel: 'phone',
  requestType: 'complaint',
  complainant: {
    kind: 'consumer',
    name: '某女士',
    contacts: [{ channel: 'phone', address: '13800138000' }],
  },
  words: '冰箱送来三天就不制冷了，打过两次电话，一直没人回。',
  demands: ['repair', 'apology'],
};
