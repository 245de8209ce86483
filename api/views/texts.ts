import { z } from 'zod';
import type { Event } from '../../domain/events';

/** A text that an event refers to. */
export const textSchema = z.object({ label: z.string(), text: z.string() });

type Labelled = { label: string; ref: string };

const LABELS = {
  ref: '内容',
  reason: '理由',
  openPoints: '尚未查明',
  recording: '记录',
  suggestion: '客户建议',
  minutes: '会议纪要',
};

/** Which texts an event refers to, under what heading. */
export function refsOf(event: Event): Labelled[] {
  const own = Object.entries(LABELS).flatMap(([field, label]) => {
    const ref = (event as Record<string, unknown>)[field];
    return typeof ref === 'string' ? [{ label, ref }] : [];
  });
  const proof = 'proof' in event && event.proof ? [{ label: '凭证', ref: event.proof.ref }] : [];
  return [...own, ...proof, ...byType(event)];
}

/** Texts that only one type of event has. */
function byType(event: Event): Labelled[] {
  switch (event.type) {
    case 'proposed':
      return [
        ...(event.points ? pointsOf(event.points) : []),
        ...event.steps.map(({ no, ref }) => ({ label: `第 ${no} 步`, ref })),
      ];
    case 'cause_analysed':
      return [
        { label: '直接原因', ref: event.direct },
        { label: '根本原因', ref: event.root },
        { label: '改进方向', ref: event.direction },
      ];
    case 'referred':
      return [{ label: '应受理的机构', ref: event.body }];
    default:
      return [];
  }
}

const pointsOf = ({
  solution,
  standard,
  promise,
}: {
  solution: string;
  standard: string;
  promise: string;
}): Labelled[] => [
  { label: '解决方案', ref: solution },
  { label: '补偿标准', ref: standard },
  { label: '改进承诺', ref: promise },
];

/** The ids of all texts that some turns refer to. */
export const refsIn = (turns: readonly { events: Event[] }[]): string[] =>
  turns.flatMap(({ events }) => events.flatMap(refsOf).map(({ ref }) => ref));

/** Those of them that are in the record. */
export const textsIn = (event: Event, texts: Map<string, string>): z.output<typeof textSchema>[] =>
  refsOf(event).flatMap(({ label, ref }) => {
    const text = texts.get(ref);
    return text === undefined ? [] : [{ label, text }];
  });
