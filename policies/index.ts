import type { Rules } from '../domain/policy';
import { CASE_ANALYSIS } from './case-analysis';
import { MARKETPLACE } from './marketplace';
import { ONLINE_SERVICE } from './online-service';
import { RETAIL_FRANCHISE } from './retail-franchise';
import { SERVICE_DESK } from './service-desk';
import { STANDARD } from './standard';

/** The policies that the product ships, each in its present edition. */
export const POLICIES: readonly Rules[] = [
  STANDARD,
  ONLINE_SERVICE,
  SERVICE_DESK,
  RETAIL_FRANCHISE,
  CASE_ANALYSIS,
  MARKETPLACE,
];
