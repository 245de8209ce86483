import type { Channel } from '../domain/words';

/** A name that colleagues recognise and strangers do not: 张**. */
export function maskedName(name: string | null): string | null {
  if (!name) return null;
  const [first = '', ...rest] = Array.from(name);
  return `${first}${'*'.repeat(Math.min(Math.max(rest.length, 1), 3))}`;
}

/** A way to reach somebody, shown so that it can be told from another one and not be used: 138****1234. */
export function maskedAddress(channel: Channel, address: string): string {
  if (channel === 'email') return address.replace(/^(.).*(@.*)$/u, '$1***$2');
  const digits = address.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  if (digits.length >= 7 && digits.length >= address.length - 6) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  const [first = '', ...rest] = Array.from(address);
  return rest.length < 6 ? `${first}***` : `${first}***${rest.at(-1) ?? ''}`;
}
