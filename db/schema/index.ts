export { complaints, contents, idempotencyKeys, numbers, obligations, turns } from './complaints';
export { clusterMembers, clusters, complaintMatters, contactKeys, linkRevocations, links } from './matching';
export { approvalCodes, inbox, outbox } from './notices';
export { apiTokens, complaintPeople, contactWays, intakes, looks, staff } from './people';
export { calendars, policies } from './reference';
export * from './customer-links';
export { batches, batchItems } from './batches';
export { absences, staffChanges } from './staffing';
export { teams } from './teams';
