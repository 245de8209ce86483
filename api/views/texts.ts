import { z } from 'zod';
import type { Event } from '../../domain/complaint-file';

/** A text that an event refers to. */
export const textSchema = z.object({ label: z.string(), text: z.string() });

const LABELS = { ref: '内容', openPoints: '尚未查明', recording: '记录', suggestion: '客户建议', minutes: '会议纪要' };

/** Which texts an event refers to, under what heading. */
export function refsOf(event: Event): { label: string; ref: string }[] {
  const own = Object.entries(LABELS).flatMap(([field, label]) => {
    const ref = (event as Record<string, unknown>)[field];
    return typeof ref === 'string' ? [{ label, ref }] : [];
  });
  const proof = 'proof' in event ? [{ label: '凭证', ref: event.proof.ref }] : [];
  const steps = event.type === 'proposed' ? event.steps.map(({ no, ref }) => ({ label: `第 ${no} 步`, ref })) : [];
  return [...own, ...proof, ...steps];
}

/** Those of them that are in the record. */
export const textsIn = (event: Event, texts: Map<string, string>): z.output<typeof textSchema>[] =>
  refsOf(event).flatMap(({ label, ref }) => {
    const text = texts.get(ref);
    return text === undefined ? [] : [{ label, text }];
  });
