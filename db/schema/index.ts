export { batches, batchItems } from './batches';
export { complaints, contents, idempotencyKeys, numbers, obligations, turns } from './complaints';
export { messages, messageSteps } from './messages';
export { approvalCodes, inbox, outbox } from './notices';
export { obligationMoves } from './moves';
export { apiTokens, complaintPeople, contactWays, intakes, looks, staff } from './people';
export { calendars, policies } from './reference';
export * from './customer-links';
