import { randomUUID } from 'node:crypto';
import { Trouble } from './servers/trouble';

/** What the API says of a complaint's turns, as far as the demo tells it. */
export type DemoTurn = {
  seq: number;
  at: string;
  by: { id: string; name: string };
  via: 'intake' | 'api' | 'signal' | 'clock';
  lines: { sentence: string; texts: { label: string; text: string }[] }[];
};

export type DemoObligation = {
  id: string;
  kind: string;
  kindZh: string;
  step: number | null;
  dueAt: string;
  state: 'open' | 'overdue' | 'met' | 'met_late' | 'void';
  sentence: string;
};

export type DemoNotice = {
  complaint: string;
  notice: string;
  subject: string;
  stillOpen: boolean | null;
  approval: { code: string; command: string } | null;
};

type Problem = { title?: string; detail?: string };

/** The API as the posts of the demo staff use it. */
export class DemoDesk {
  constructor(
    private readonly apiUrl: string,
    private readonly tokens: Readonly<Record<string, string>>,
  ) {}

  get<T>(who: string, path: string): Promise<T> {
    return this.call<T>(who, 'GET', path);
  }

  send<T>(who: string, method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
    return this.call<T>(who, method, path, body);
  }

  private async call<T>(who: string, method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.tokens[who] ?? ''}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & Problem;
    if (response.ok) return answer;
    throw new Trouble(`${method} ${path}（${who}）：${answer.title ?? response.status}。${answer.detail ?? ''}`);
  }
}
