import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Channel, ComplainantKind, Demand, Nature, Role } from '../../domain/words';
import { complaints, instant, recordedAt } from './complaints';

/** Complainant and agent of a complaint: the only table with names and numbers of customers (docs/decisions/0007). */
export const complaintPeople = pgTable(
  'complaint_people',
  {
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    role: text().$type<'complainant' | 'agent'>().notNull(),
    kind: text().$type<ComplainantKind>(),
    anonymous: boolean().notNull().default(false),
    name: text(),
    /** Ways to reach the person, the preferred one first. */
    contacts: jsonb().$type<{ channel: Channel; address: string }[]>().notNull(),
    preferredChannel: text('preferred_channel').$type<Channel>(),
    customerNo: text('customer_no'),
    tier: text(),
    /** What is known of an anonymous complainant (003 步驟一). */
    tags: jsonb().$type<string[]>().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.complaint, t.role] })],
);

/**
 * Ways to reach a customer that he gave later (IN-2), written before the action that refers to them. Append-only: one that no
 * turn refers to means nothing.
 */
export const contactWays = pgTable(
  'contact_ways',
  {
    /** The id that the action carries. */
    ref: text().primaryKey(),
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    channel: text().$type<Channel>().notNull(),
    address: text().notNull(),
    /** The fingerprint by which he is known again (IN-9), like those of `contact_keys`. */
    keyHash: text('key_hash'),
    by: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('contact_ways_by_complaint').on(t.complaint), index('contact_ways_by_hash').on(t.keyHash)],
);

/** What the customer complained about, as it was taken down at intake (IN-2). Never changed: later knowledge is in forms and verifications. */
export const intakes = pgTable('intakes', {
  complaint: text()
    .primaryKey()
    .references(() => complaints.number),
  words: text().notNull(),
  demands: jsonb().$type<Demand[]>().notNull(),
  demandText: text('demand_text'),
  occurredAt: instant('occurred_at'),
  place: text(),
  cause: text(),
  shop: text(),
  staffInvolved: text('staff_involved'),
  subject: text(),
  product: text(),
  productCode: text('product_code'),
  orderNo: text('order_no'),
  /** Where it belongs, as far as the registrar could say (CL-8). */
  region: text(),
  module: text(),
  nature: text().$type<Nature>(),
  /** About a new product: fewer franchisees make it a mass complaint (CL-4). */
  newProduct: boolean('new_product').notNull().default(false),
  /** The archived complaint that is taken up again (CO-10). */
  followsUp: text('follows_up'),
  recordedAt: recordedAt(),
});

/** Every look at a customer's full name and contacts: who, why, when (RE-8). Append-only. */
export const looks = pgTable(
  'looks',
  {
    by: text().notNull(),
    /** The call's idempotency key: a repeated call is the same look. */
    key: text().notNull(),
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    reason: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.by, t.key, t.complaint] }), index('looks_by_complaint').on(t.complaint)],
);

/** Who works here. Demo staff are named by their posts. */
export const staff = pgTable(
  'staff',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    roles: jsonb().$type<Role[]>().notNull(),
    team: text().notNull(),
    /** The number that customers are told (IN-5). */
    directContact: text('direct_contact'),
    active: boolean().notNull().default(true),
    recordedAt: recordedAt(),
  },
  (t) => [index('staff_by_roles').using('gin', t.roles)],
);

/** Bearer tokens, hashed: who reads the table can act for nobody. */
export const apiTokens = pgTable('api_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  staffId: text('staff_id')
    .notNull()
    .references(() => staff.id),
  recordedAt: recordedAt(),
});
