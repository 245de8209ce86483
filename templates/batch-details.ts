/** How far a batch is, as an administrator reads it in the Temporal UI. Numbers only. */
export const batchDetails = ({ total, waiting, done, refused, skipped }: Record<BatchCount, number>): string =>
  `共 ${total} 件：已办 ${done}，未被接受 ${refused}，已结案略过 ${skipped}，待办 ${waiting}。`;

type BatchCount = 'total' | 'waiting' | 'done' | 'refused' | 'skipped';
