export { batches, batchItems } from './batches';
export { complaints, contents, idempotencyKeys, numbers, obligations, turns } from './complaints';
export {
  clusterMembers,
  clusters,
  complaintMatters,
  contactKeys,
  linkRevocations,
  links,
  matterAdditions,
} from './matching';
export { messages, messageSteps } from './messages';
export { approvalCodes, inbox, outbox } from './notices';
export { obligationMoves } from './moves';
export { apiTokens, complaintPeople, contactWays, intakes, looks, staff } from './people';
export { calendars, policies } from './reference';
export * from './customer-links';
export { improvementDuties, improvements, improvementTurns } from './improvements';
export { penalties, penaltySteps } from './penalties';
export { absences, staffChanges } from './staffing';
export { teams } from './teams';
