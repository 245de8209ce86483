import type { Database } from '../db/client';
import { answersFor, lockComplaint } from '../db/queries/turns';
import type { ComplaintFile } from '../domain/complaint-file';
import type { Recorded } from '../domain/recorded';
import { withoutDetails } from './failures';

/** The file as the record has it, and the answers that it holds for some keys: what a workflow that was left behind needs. */
export const reread = (database: Database) =>
  withoutDetails(
    ({
      number,
      keys,
    }: {
      number: string;
      keys: string[];
    }): Promise<{ file: ComplaintFile; answered: Record<string, Recorded> }> =>
      database.transaction(async (tx) => {
        const complaint = await lockComplaint(tx, number);
        if (!complaint) throw new Error(`Complaint ${number} is not in the record.`);
        return { file: complaint.file, answered: await answersFor(tx, number, keys) };
      }),
  );
