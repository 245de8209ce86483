export { complaints, contents, idempotencyKeys, numbers, obligations, turns } from './complaints';
export { approvalCodes, inbox, outbox } from './notices';
export { apiTokens, complaintPeople, intakes, looks, staff } from './people';
export { calendars, policies } from './reference';
export { improvementDuties, improvements, improvementTurns } from './improvements';
export { penalties, penaltySteps } from './penalties';
