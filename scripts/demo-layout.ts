import { stdout } from 'node:process';
import { localTime } from '../templates/local-time';

/** Characters that take two columns in a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** What must not begin a line. */
const CLOSING = /[，。；：、！？）」』》”’%]/;
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

const COLOURS = { dim: 2, bold: 1, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Colour = keyof typeof COLOURS;

/** Colour where somebody looks at it: not in a pipe, not where NO_COLOR asks for none. */
const isColoured = stdout.isTTY && !process.env.NO_COLOR;
export const coloured = (colour: Colour | undefined, text: string): string =>
  colour && isColoured ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;

/** How many columns a text takes. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

/** A text filled up with blanks to so many columns. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

/** A text in lines of at most so many columns. Chinese breaks anywhere but before closing punctuation. */
export function wrapped(text: string, columns: number): string[] {
  const lines = [''];
  for (const piece of text.match(/[\w.,:/@+-]+|[^]/gu) ?? []) {
    const line = lines.at(-1) ?? '';
    if (widthOf(line) + widthOf(piece) <= columns || CLOSING.test(piece)) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}

const DAY_COLUMNS = 10;
const TIME_COLUMNS = 17;
const WHO_COLUMNS = 16;
const INDENT = DAY_COLUMNS + TIME_COLUMNS + WHO_COLUMNS;

const columns = (): number => Math.min(Math.max(stdout.columns || 110, 90), 130);

/** Which day of the complaint's life an instant belongs to; the day of its registration is the first. */
export const dayNumber = (start: number, at: number): number =>
  Math.floor((at + SHANGHAI_MS) / DAY_MS) - Math.floor((start + SHANGHAI_MS) / DAY_MS) + 1;

/** Prints the story, a line for each thing that happens: day, time, who, what. The same day is written once. */
export class Page {
  private day = 0;

  constructor(private readonly print: (line: string) => void = console.log) {}

  heading(text: string): void {
    this.print(`\n${coloured('bold', text)}`);
  }

  line(start: number, at: number, who: string, what: string, colour?: Colour): void {
    const day = dayNumber(start, at);
    const shown = day === this.day ? '' : `第 ${String(day).padStart(2)} 天`;
    this.day = day;
    const date = localTime(at, { time: false, weekday: false }).slice(5);
    const clock = localTime(Math.floor(at / 60_000) * 60_000, { date: false, weekday: false });
    const weekday = localTime(at, { date: false, time: false });
    const time = `${date} ${weekday} ${clock}`;
    const left = padded(shown, DAY_COLUMNS) + padded(time, TIME_COLUMNS) + coloured('cyan', padded(who, WHO_COLUMNS));
    this.hanging(left, what, colour);
  }

  /** Something that belongs to the line above. */
  note(text: string, colour: Colour = 'dim'): void {
    this.hanging(' '.repeat(INDENT), text, colour);
  }

  plain(text = ''): void {
    this.print(text);
  }

  private hanging(left: string, text: string, colour?: Colour): void {
    const [first = '', ...more] = text.split('\n').flatMap((line) => wrapped(line, columns() - INDENT));
    this.print(left + coloured(colour, first));
    for (const line of more) this.print(' '.repeat(INDENT) + coloured(colour, line));
  }
}
