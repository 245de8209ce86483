import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, NamespaceNotFoundError, TemporalFailure } from '@temporalio/common';
import type { Refusal } from '../domain/refusals';
import { REFUSED } from '../workflows/contract';

/**
 * What a failed call to Temporal says: refused by the procedure; the workflow is gone; not known (moved, cut off, timed out,
 * unreachable): ask the record, then send it again; or a defect of ours that repeating will not mend.
 */
export type Meaning = { is: 'refused'; refusal: Refusal } | { is: 'gone' } | { is: 'unknown' } | { is: 'defect' };

/** gRPC INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED. */
const DEFECTS = new Set([3, 7, 12, 16]);

/** Reads an error of the client. */
export function meaningOf(error: unknown): Meaning {
  if (error instanceof WorkflowUpdateFailedError) return ofUpdate(error.cause);
  if (error instanceof WorkflowNotFoundError) return { is: 'gone' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { is: 'unknown' };
  // The embedded server may still be bringing its namespace up.
  if (error instanceof NamespaceNotFoundError) return { is: 'unknown' };
  if (error instanceof ServiceError) return ofCall(error.cause);
  return isGrpcServiceError(error) ? ofCall(error) : { is: 'defect' };
}

/**
 * The update was dealt with and failed. `TypeError` and its like come from our own code; all others (`Moved`,
 * `UnprocessedUpdate`, `AcceptedUpdateCompletedWorkflow` …) mean that the run was cut off in the middle of it.
 */
function ofUpdate(cause: unknown): Meaning {
  if (!(cause instanceof TemporalFailure)) return { is: 'defect' };
  if (!(cause instanceof ApplicationFailure)) return { is: 'unknown' };
  if (cause.type !== REFUSED) return { is: cause.type?.endsWith('Error') ? 'defect' : 'unknown' };
  return { is: 'refused', refusal: cause.details?.[0] as Refusal };
}

function ofCall(cause: unknown): Meaning {
  return isGrpcServiceError(cause) && DEFECTS.has(cause.code) ? { is: 'defect' } : { is: 'unknown' };
}
