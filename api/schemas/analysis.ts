import { z } from 'zod';
import { CAUSES, DEPARTMENTS, DIMENSIONS, RESPONSIBILITIES, VERIFICATION_SOURCES } from '../../domain/words';
import type { Cause } from '../../domain/words';
import { fields, longText, someOf, text } from './basics';

const causeSchema = z.enum(DIMENSIONS.flatMap((dimension): Cause[] => [...CAUSES[dimension]]) as [Cause, ...Cause[]]);

/** Why it happened (HA-5). */
export const analysisSchema = fields({
  dimension: z.enum(DIMENSIONS).describe('从哪个维度：客户、流程、人员、系统'),
  cause: causeSchema.describe('该维度的哪一种'),
  behind: causeSchema.optional().describe('个人失误背后的管理原因；原因是个人失误时必填'),
  direct: longText().describe('直接原因'),
  root: longText().describe('根本原因：基于事实，从流程、系统等管理层面说明'),
  department: z.enum(DEPARTMENTS).describe('责任部门'),
  person: text(64).describe('由谁改进：责任部门的员工编号，见 GET /staff'),
  direction: longText().describe('改进方向'),
});

/** An analysis that has been let in. */
export type AnalysisBody = z.output<typeof analysisSchema>;

/** Where was looked, and whose it is (HA-14, CL-6). */
export const looked = {
  sources: someOf(VERIFICATION_SOURCES, 1).describe('查了什么'),
  responsibility: z.enum(RESPONSIBILITIES),
};
