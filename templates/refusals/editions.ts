import { wordEn, wordsEn } from '../words-en';
import { STAGE_ZH } from '../words-zh';
import { say, stagesZh } from './parts';
import type { Refusals } from './parts';

/** Moving an open complaint to a newer edition of its policy. */
export const EDITIONS: Refusals<'other_policy' | 'edition_not_newer' | 'stage_not_in_edition' | 'steps_behind_differ'> =
  {
    other_policy: ({ policy }) =>
      say(
        '属于另一套流程',
        'It belongs to another policy',
        `这件投诉按流程 ${policy} 办理，只能改用该流程的较新版次。`,
        `This complaint goes by the policy ${policy} and can only adopt a newer edition of that one.`,
      ),
    edition_not_newer: ({ edition, present }) =>
      say(
        '不是较新的版次',
        'The edition is not newer',
        `这件投诉现按第 ${present} 版办理，第 ${edition} 版并不更新。`,
        `This complaint goes by edition ${present}; edition ${edition} is not newer.`,
      ),
    stage_not_in_edition: ({ stage, edition }) =>
      say(
        '该版次没有当前步骤',
        'The edition lacks the present step',
        `投诉现处于「${STAGE_ZH[stage]}」，第 ${edition} 版没有这一步；走到双方都有的步骤后再改用。`,
        `The complaint stands at ${wordEn(stage)}, which edition ${edition} does not have; adopt it from a step that both have.`,
      ),
    steps_behind_differ: ({ stages, edition }) =>
      say(
        '该版次对已过步骤另有要求',
        'The edition asks more of steps behind',
        `第 ${edition} 版在当前步骤之前另有要求，这件投诉并未经过：${stagesZh(stages)}。请按原版次办完。`,
        `Before the present step edition ${edition} asks what this complaint has not gone through: ${wordsEn(stages)}. Finish it under its own edition.`,
      ),
  };
