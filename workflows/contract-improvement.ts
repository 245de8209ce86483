import { isOverdue } from '../domain/clock';
import type { ImprovementFile } from '../domain/improvement/file';
import { improvementStaticDetails, improvementStaticSummary } from '../templates/improvement-details';
import { runOptions, searchAttributesOf } from './contract';
import type { Labels } from './contract';

/** The public face of an improvement's workflow, as workflows/contract.ts is that of a complaint's. */
export const IMPROVEMENT_TYPE = 'improvement';

const ID_PREFIX = 'improvement-';

/** The workflow id of an improvement, from its own id. */
export const improvementWorkflowId = (id: string): string => `${ID_PREFIX}${id}`;
/** The id of the improvement that a workflow id belongs to. */
export const improvementOfWorkflow = (workflowId: string): string => workflowId.slice(ID_PREFIX.length);

/** What stands in the search attributes of a run. */
export const improvementLabels = (file: ImprovementFile): Labels => ({
  Stage: file.state,
  OwnerTeam: file.department,
  Overdue: isOverdue(file),
});

/** How an improvement's workflow is started: always from the file in Postgres. */
export const improvementStartOptions = (file: ImprovementFile) => ({
  ...runOptions,
  workflowId: improvementWorkflowId(file.id),
  args: [file] as [ImprovementFile],
  typedSearchAttributes: searchAttributesOf(improvementLabels(file)),
  staticSummary: improvementStaticSummary(file),
  staticDetails: improvementStaticDetails(file),
});
