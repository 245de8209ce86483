import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { instantOf, localDate } from '../domain/calendar';
import type { Calendar } from '../domain/calendar';
import { newJourney, nthWorkingDayAfter } from '../domain/working-days';
import { localTime } from '../templates/local-time';
import { DEMO_LATE_WORD, DEMO_PROGRESS, DEMO_WEEKLY } from '../templates/demo-words';
import type { DemoDesk, DemoNotice, DemoObligation, DemoTurn } from './demo-desk';
import type { Page } from './demo-layout';
import { forwardTo, virtualNow } from './fast-forward';
import { Trouble } from './servers/trouble';

/** Sentences that say what follows from another one, and are not told beside it. */
const CONSEQUENCE = /^(新增待办|待办「|退回「)/;
/** From this week of the remedy on, the handler forgets to call once: where the late call still comes before what follows. */
const FORGOTTEN_WEEK = 5;
/** When the weekly call is made on its last day: an hour after the reminder. */
const CALL_HOUR = 10;
const PATIENCE_MS = 10_000;

/** The complaint that the demo lives through: acts of staff over HTTP, its own clock, and the telling of both. */
export class DemoCase {
  /** Weekly words since the remedy began; before it there is other news. */
  weeks: number | undefined;
  private mayForget = true;
  private seq = 0;
  private owed: DemoObligation[] = [];
  private readonly told = new Set<string>();

  constructor(
    readonly number: string,
    readonly start: number,
    private readonly desk: DemoDesk,
    private readonly client: Client,
    private readonly calendar: Calendar,
    private readonly page: Page,
  ) {}

  /** Does something as one of the posts, and tells what the record says of it. */
  async act(who: string, method: 'POST' | 'PUT', path: string, body: object = {}): Promise<void> {
    await this.desk.send(who, method, `/complaints/${this.number}${path}`, body);
    await this.tell();
  }

  now(): Promise<number> {
    return virtualNow(this.client, this.number);
  }

  /** So many working days after today, at that time of day; with 0, later today. */
  async at(workingDays: number, time: string): Promise<number> {
    return this.dayAfter(await this.now(), workingDays, time);
  }

  /** The day on which something is due, at that time of day. */
  dueDay(kind: string, time: string, step?: number): number {
    const due = this.open(kind, step);
    if (!due) throw new Trouble(`演示中断：没有待办「${kind}」。`);
    return this.dayAfter(Date.parse(due.dueAt), 0, time);
  }

  /** Lets time pass. What the clock says on the way is told; the weekly word to the customer is given when it is asked for. */
  async until(instant: number): Promise<void> {
    for (;;) {
      const word = this.open('follow_up');
      const callAt = word && this.dueDay('follow_up', `${CALL_HOUR}:15`);
      if (!word || !callAt || callAt >= instant) break;
      if (this.weeks !== undefined) this.weeks += 1;
      const lateAt = this.dayAfter(callAt, 1, '09:30');
      if (this.mayForget && (this.weeks ?? 0) >= FORGOTTEN_WEEK && lateAt <= instant) await this.forget(word, lateAt);
      else await this.giveWord(callAt, this.news());
    }
    await this.clockTo(instant);
  }

  /** Everything that was ever owed, as of what has been told. */
  get obligations(): readonly DemoObligation[] {
    return this.owed;
  }

  /** A notice in somebody's inbox. The outbox is emptied at its own pace, so it may have to be waited for. */
  async notice(who: string, isMeant: (notice: DemoNotice) => boolean): Promise<DemoNotice> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
      const { notices } = await this.desk.get<{ notices: DemoNotice[] }>(who, '/inbox?limit=20');
      const found = notices.find((notice) => notice.complaint === this.number && isMeant(notice));
      if (found) return found;
    }
    throw new Trouble(`演示中断：${who} 没有收到通知，Worker 在运行吗？`);
  }

  /** Everything in the record that has not been told yet. */
  async tell(quote?: string): Promise<void> {
    const path = `/complaints/${this.number}/obligations`;
    const [turns, { obligations }] = await Promise.all([
      this.turnsAfter(this.seq),
      this.desk.get<{ obligations: DemoObligation[] }>('HANDLER', path),
    ]);
    for (const turn of turns) this.tellTurn(turn);
    if (quote) this.page.note(`“${quote}”`);
    this.seq = turns.at(-1)?.seq ?? this.seq;
    this.owed = obligations;
    this.tellDueTimes();
  }

  async turnsAfter(seq: number): Promise<DemoTurn[]> {
    const path = `/complaints/${this.number}/timeline?limit=500${seq > 0 ? `&after=${seq}` : ''}`;
    return (await this.desk.get<{ turns: DemoTurn[] }>('HANDLER', path)).turns;
  }

  private async clockTo(instant: number): Promise<void> {
    if (instant <= (await this.now())) return;
    await forwardTo(this.client, this.number, instant);
    await this.tell();
  }

  /** Nobody calls: the promise of the week is broken, both who owed it and who stands above him are told, and the call comes late. */
  private async forget(word: DemoObligation, lateAt: number): Promise<void> {
    this.mayForget = false;
    await this.clockTo(Date.parse(word.dueAt) + 60_000);
    for (const [who, name] of [
      ['HANDLER', '受理人'],
      ['SUPERVISOR', '主管'],
    ] as const) {
      const { subject } = await this.notice(who, ({ notice }) => notice === 'breach');
      this.page.note(`已通知${name}：${subject}`, 'red');
    }
    await this.giveWord(lateAt, DEMO_LATE_WORD);
  }

  private async giveWord(instant: number, text: string): Promise<void> {
    const call = { channel: 'phone', direction: 'outbound', reached: true, purpose: 'follow_up', text };
    await this.clockTo(instant);
    await this.act('HANDLER', 'POST', '/contacts', call);
  }

  private news(): string {
    return (this.weeks && DEMO_WEEKLY[Math.min(this.weeks, DEMO_WEEKLY.length) - 1]) || DEMO_PROGRESS;
  }

  /** So many working days after a day, at that time of day; with 0, on that very day. */
  private dayAfter(instant: number, workingDays: number, time: string): number {
    const today = localDate(this.calendar, instant);
    const day = workingDays === 0 ? today : nthWorkingDayAfter(this.calendar, today, workingDays, newJourney()).date;
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return instantOf(this.calendar, day, hours * 60 + minutes);
  }

  private tellTurn({ at, by, via, lines }: DemoTurn): void {
    const shown = lines.filter(({ sentence }) => !CONSEQUENCE.test(sentence));
    // A proposal told or a callback made is a contact as well; it is told once.
    const main = shown.filter(({ sentence }) => !sentence.startsWith('进入「'));
    const told = main.length > 1 ? main.filter(({ sentence }) => !sentence.startsWith('联系客户')) : main;
    for (const { sentence } of told) {
      this.page.line(this.start, Date.parse(at), by.name, sentence, colourOf(via, sentence));
    }
    const quotes = main.flatMap(({ texts }) => texts.map(quoted));
    for (const quote of new Set(quotes)) this.page.note(quote);
    for (const { sentence } of shown.filter((line) => !main.includes(line))) this.page.note(`→ ${sentence}`, 'green');
  }

  /** Every new due time is told, but that of the next weekly word only once; how it is reckoned, once for each kind. */
  private tellDueTimes(): void {
    for (const { id, kind, kindZh, step, dueAt, state, sentence } of this.owed) {
      const isKnown = this.told.has(id) || (kind === 'follow_up' && this.told.has(kind));
      if (state !== 'open' || isKnown) continue;
      const name = step === null ? kindZh : `${kindZh} ${step}`;
      this.page.note(`时限 ${name}：${localTime(Date.parse(dueAt))}`, 'yellow');
      if (!this.told.has(kind)) this.page.note(sentence);
      this.told.add(id).add(kind);
    }
  }

  /** Something that is open, by kind. */
  private open(kind: string, step?: number): DemoObligation | undefined {
    return this.owed.find((one) => one.kind === kind && one.state === 'open' && (!step || one.step === step));
  }
}

const quoted = ({ label, text }: DemoTurn['lines'][number]['texts'][number]): string =>
  label.startsWith('第') ? `${label}：${text}` : `“${text}”`;

function colourOf(via: DemoTurn['via'], sentence: string) {
  if (via !== 'clock') return undefined;
  return sentence.includes('违规') ? 'red' : 'yellow';
}
