import type { ComplaintFile } from './complaint-file';
import type { ImprovementFile } from './improvement/file';

/** What has a workflow of its own. */
export type RunFile = ComplaintFile | ImprovementFile;

/** Improvements are told from complaints by the letter in front: `G20261122-001`. */
export const isImprovementId = (id: string): boolean => id.startsWith('G');

/** By what it is known: a complaint's number, an improvement's id. */
export const idOf = (file: RunFile): string => ('number' in file ? file.number : file.id);
