export const asText = (value: unknown): string => JSON.stringify(value);

/** Says what is broken, and what it is about. */
export function must(holds: boolean, what: string, about: unknown = ''): void {
  if (!holds) throw new Error(`Broken: ${what}. ${typeof about === 'string' ? about : asText(about)}`);
}
