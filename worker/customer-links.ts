import { customerToken } from '../db/customer-link';
import type { LinkKind } from '../db/customer-link';
import { saveCustomerLink } from '../db/queries/customer-links';
import type { Waiting } from '../db/queries/outbox';
import type { Queries } from '../db/client';
import type { NoticeWords } from '../domain/notices';

/** Where customers reach the product, and what links are derived from. */
export type LinkMaker = { secret: string; publicUrl: string };

const DAY_MS = 86_400_000;

/** Which notices bring a link, under which address, and for how long it opens. */
const LINKS: Partial<Record<Waiting['notice'], { kind: LinkKind; path: string; label: string; days: number }>> = {
  acknowledgement: { kind: 'tracking', path: 'track', label: '查询进展', days: 365 },
  acknowledgement_undated: { kind: 'tracking', path: 'track', label: '查询进展', days: 365 },
  survey_invitation: { kind: 'survey', path: 'surveys', label: '评价链接', days: 30 },
};

/**
 * The words with the customer's own link under them. What stays in the record are the words without it: staff could otherwise
 * answer for the customer (CO-2). The link is valid before anybody has it: `db` is not the transaction that sends.
 */
export async function withLink(
  db: Queries,
  notice: Waiting,
  words: NoticeWords,
  { secret, publicUrl }: LinkMaker,
): Promise<NoticeWords> {
  const { complaint } = notice;
  const link = LINKS[notice.notice];
  if (!link || complaint === null) return words;
  const round = notice.params.round ?? 1;
  const token = customerToken(secret, complaint, link.kind, round);
  const expiresAt = new Date(notice.at.getTime() + link.days * DAY_MS);
  await saveCustomerLink(db, { token, complaint, kind: link.kind, round, expiresAt });
  return { ...words, body: `${words.body}\n${link.label}：${publicUrl}/${link.path}/${token}` };
}
