import { isImprovementId } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import { complaintWorkflowId, numberOfWorkflow, startOptions, WORKFLOW_TYPE } from './contract';
import {
  IMPROVEMENT_TYPE,
  improvementOfWorkflow,
  improvementStartOptions,
  improvementWorkflowId,
} from './contract-improvement';

/** The types of all workflows. */
export const RUN_TYPES = [WORKFLOW_TYPE, IMPROVEMENT_TYPE] as const;

/** The workflow id of a complaint or an improvement. */
export const workflowIdOf = (id: string): string =>
  isImprovementId(id) ? improvementWorkflowId(id) : complaintWorkflowId(id);

/** The complaint or improvement that a workflow of a type belongs to. */
export const idOfWorkflow = (type: string, workflowId: string): string =>
  type === IMPROVEMENT_TYPE ? improvementOfWorkflow(workflowId) : numberOfWorkflow(workflowId);

/** How the workflow of a file is started. */
export const startOf = (file: RunFile) =>
  'number' in file
    ? { type: WORKFLOW_TYPE, options: startOptions(file) }
    : { type: IMPROVEMENT_TYPE, options: improvementStartOptions(file) };
