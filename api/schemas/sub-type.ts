import { z } from 'zod';
import { REQUEST_TYPES, SUB_TYPES } from '../../domain/words';
import type { RequestType, SubType } from '../../domain/words';
import { allows } from '../http/issues';

const ALL = REQUEST_TYPES.flatMap((type): SubType[] => [...SUB_TYPES[type]]);

const listed = (parting: string): string =>
  REQUEST_TYPES.map((type) => `${type}: ${SUB_TYPES[type].join(parting)}`).join('; ');

/** The sub-types of 001 二(二) (IN-7). */
export const subTypeSchema = z.enum(ALL as [SubType, ...SubType[]]).describe('细类，须属于所选的来件类型');

type Typed = { requestType: RequestType; subType?: SubType };

/** For `refine`: a sub-type belongs to its type. */
export const ofItsType: [isRight: (given: Typed) => boolean, otherwise: { path: string[]; error: string }] = [
  ({ requestType, subType }) =>
    subType === undefined || (SUB_TYPES[requestType] as readonly SubType[]).includes(subType),
  { path: ['subType'], error: allows(`与来件类型相符：${listed('、')}`, `one of its request type: ${listed(', ')}`) },
];
