import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ActionData } from '../../domain/actions';
import type { MatterKey } from '../../domain/matching';
import type { ClusterState, ClusterSubject, LinkKind } from '../../domain/words';
import { complaints, instant, recordedAt } from './complaints';

const complaint = () =>
  text()
    .notNull()
    .references(() => complaints.number);

/** By what a complainant or agent is known again: fingerprints of his addresses and his customer number (IN-9). Append-only. */
export const contactKeys = pgTable(
  'contact_keys',
  {
    complaint: complaint(),
    role: text().$type<'complainant' | 'agent'>().notNull(),
    keyHash: text('key_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaint, t.role, t.keyHash] }), index('contact_keys_by_hash').on(t.keyHash)],
);

/** By what a matter is known again (IN-9, CL-4): order, product, shop, subject, as domain/matching.ts writes them. Follows what is added and corrected. */
export const complaintMatters = pgTable(
  'complaint_matters',
  {
    complaint: complaint(),
    kind: text().$type<MatterKey['kind']>().notNull(),
    key: text().notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.complaint, t.kind] }),
    index('complaint_matters_by_key').on(t.kind, t.key, t.receivedAt.desc()),
  ],
);

/** What was added to a matter by which it is known again: to be matched with other complaints as at intake (IN-9, CL-4, IN-13). */
export const matterAdditions = pgTable(
  'matter_additions',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    complaint: complaint(),
    at: instant('at').notNull(),
    matched: boolean().notNull().default(false),
  },
  (t) => [
    index('matter_additions_waiting')
      .on(t.id)
      .where(sql`not matched`),
  ],
);

/** Complaints that belong together: found at intake, or said so by somebody (IN-9, CO-10). Append-only. */
export const links = pgTable(
  'links',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    complaint: complaint(),
    other: complaint(),
    kind: text().$type<LinkKind>().notNull(),
    by: text().notNull(),
    at: instant('at').notNull(),
    reason: text(),
    recordedAt: recordedAt(),
  },
  (t) => [index('links_by_complaint').on(t.complaint), index('links_by_other').on(t.other)],
);

/** Links that turned out to be wrong: they stay, with who said so and why. Append-only. */
export const linkRevocations = pgTable('link_revocations', {
  link: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => links.id),
  by: text().notNull(),
  at: instant('at').notNull(),
  reason: text().notNull(),
  recordedAt: recordedAt(),
});

/** The one decision on a mass complaint, as its members get it; the words are ids of texts. */
export type ClusterDecision = ActionData['apply_decision'];

/** A mass complaint: many people about one product or shop (CL-4). Complaints received within `days` of a member join it, until it is over. */
export const clusters = pgTable(
  'clusters',
  {
    /** `M20260302-01`. */
    id: text().primaryKey(),
    subjectKind: text('subject_kind').$type<ClusterSubject>().notNull(),
    subject: text().notNull(),
    openedAt: instant('opened_at').notNull(),
    /** The complaint that made it one. */
    openedBy: text('opened_by')
      .notNull()
      .references(() => complaints.number),
    days: integer().notNull(),
    state: text().$type<ClusterState>().notNull(),
    /** Its one decision, as the members get it: with the ids of its texts, and by whom. */
    decision: jsonb().$type<ClusterDecision>(),
    decidedAt: instant('decided_at'),
    /** Who said when, and why (the id of a text), that nothing joins it any more. */
    endedBy: text('ended_by'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    recordedAt: recordedAt(),
  },
  (t) => [index('clusters_by_opening').on(t.openedAt.desc(), t.id.desc())],
);

/** The complaints of a mass complaint. Append-only. */
export const clusterMembers = pgTable(
  'cluster_members',
  {
    cluster: text()
      .notNull()
      .references(() => clusters.id),
    complaint: complaint(),
    joinedAt: instant('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.cluster, t.complaint] }), index('cluster_members_by_complaint').on(t.complaint)],
);
