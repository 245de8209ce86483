export { complaints, contents, idempotencyKeys, numbers, obligations, turns } from './complaints';
export { clusterMembers, clusters, complaintMatters, contactKeys, linkRevocations, links } from './matching';
export { approvalCodes, inbox, outbox } from './notices';
export { apiTokens, complaintPeople, intakes, looks, staff } from './people';
export { calendars, policies } from './reference';
export { absences, batchRequests, staffChanges } from './staffing';
export { teams } from './teams';
