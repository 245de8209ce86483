import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { isOverdue } from '../domain/clock';
import type { ComplaintFile } from '../domain/complaint-file';
import { staticDetails, staticSummary } from '../templates/run-details';

/** The public face of the workflow: everything that API, worker and scripts need to speak to a complaint. */
export const TASK_QUEUE = 'complaints';
export const WORKFLOW_TYPE = 'complaint';

/** After this many actions and wakes (some 500 events) a run hands over to a new one, when nobody waits (docs/architecture.md). */
export const RUN_LENGTH = 70;

/** Batches: their type, and the queue of the activities that send to complaints, which are not those that write turns. */
export const BATCH_WORKFLOW_TYPE = 'batch';
export const BATCH_TASK_QUEUE = 'batches';
/** Behind everything that people wait for: 5 is the last of Temporal's priorities, 3 what all else has. */
export const BATCH_PRIORITY = { priorityKey: 5 };
/** After this many groups (some 11 events each) a batch goes on in a new run. */
export const GROUPS_OF_A_RUN = 100;

/** How a batch's workflow is started. To start one that runs is no error; one that is gone goes on where the record has it. */
export const batchStartOptions = (id: string) => ({
  workflowId: `batch-${id}`,
  taskQueue: TASK_QUEUE,
  args: [id] as [string],
  workflowTaskTimeout: '5s' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  priority: BATCH_PRIORITY,
  staticSummary: '批量办理',
});

const ID_PREFIX = 'complaint-';
/** The workflow id of a complaint, from its number. */
export const complaintWorkflowId = (number: string): string => `${ID_PREFIX}${number}`;
/** The number of the complaint that a workflow id belongs to. */
export const numberOfWorkflow = (workflowId: string): string => workflowId.slice(ID_PREFIX.length);

/** The plain signals by which a reviewer may answer from the Temporal UI or a script: `{ "code": "…" }`, and for `reject` a `ground`. */
export const APPROVAL_SIGNALS = ['approve', 'reject'] as const;

/** The types of the failures that an update may end with. */
export const REFUSED = 'Refused';
/** The run had to begin again from the record; the same action, sent again, is dealt with. */
export const MOVED = 'Moved';

/** What stands in the search attributes of a run; an improvement has no level, priority or policy. */
export type Labels = {
  Stage: string;
  Level?: string;
  Priority?: string;
  OwnerTeam: string;
  Policy?: string;
  Overdue: boolean;
};

export const labelsOf = (file: ComplaintFile): Labels => ({
  Stage: file.closed ? 'closed' : (file.stage ?? 'registered'),
  Level: String(file.level),
  Priority: file.priority,
  OwnerTeam: file.team,
  Policy: `${file.rules.policy}@${file.rules.edition}`,
  Overdue: isOverdue(file),
});

const KEYWORDS = ['Stage', 'Level', 'Priority', 'OwnerTeam', 'Policy'] as const;

/** Labels as Temporal wants them. */
export const searchAttributesOf = (labels: Labels): TypedSearchAttributes =>
  new TypedSearchAttributes([
    ...KEYWORDS.flatMap((name) => {
      const value = labels[name];
      return value === undefined ? [] : [{ key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD), value }];
    }),
    { key: defineSearchAttributeKey('Overdue', SearchAttributeType.BOOL), value: labels.Overdue },
  ]);

/**
 * How every run is started. Postgres decides that a complaint exists only once, so a run that is gone may be started again, and
 * one that is there is left alone.
 */
export const runOptions = {
  taskQueue: TASK_QUEUE,
  // A worker that dies with a task in hand is waited for no longer than this.
  workflowTaskTimeout: '5s',
  workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  workflowIdConflictPolicy: 'USE_EXISTING',
} as const;

/** How a complaint's workflow is started: always from the file in Postgres, at birth and ever after. */
export const startOptions = (file: ComplaintFile) => ({
  ...runOptions,
  workflowId: complaintWorkflowId(file.number),
  args: [file] as [ComplaintFile],
  typedSearchAttributes: searchAttributesOf(labelsOf(file)),
  staticSummary: staticSummary(file),
  staticDetails: staticDetails(file),
});
