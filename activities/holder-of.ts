import { approvalCodeHash } from '../db/approval-code';
import type { Database } from '../db/client';
import { holderOfCode } from '../db/queries/notices';
import { actorById } from '../db/queries/staff';
import type { Actor } from '../domain/people';
import { withoutDetails } from './failures';

/** Whoever holds a one-time approval code of this complaint, as an actor at an instant (ms, UTC); null if nobody does, or it has been used. */
export const holderOf = (database: Database) =>
  withoutDetails(
    async ({
      number,
      code,
      at,
    }: {
      number: string;
      code: string;
      at: number;
    }): Promise<{ by: Actor; duty: string; codeHash: string } | null> => {
      const codeHash = approvalCodeHash(code);
      const holder = await holderOfCode(database.queries, number, codeHash);
      const by = holder && (await actorById(database.queries, holder.staffId, new Date(at)));
      return holder && by ? { by, duty: holder.duty, codeHash } : null;
    },
  );
