import * as fc from 'fast-check';
import { PaperComplaint } from '../support/paper-complaint';
import { checkLife } from './checks';
import { checkDoable } from './doable';
import { born, happen, lives } from './life';
import { EVERYBODY } from './people-and-data';
const N = Number(process.argv[2] ?? 300),
  seed = Number(process.argv[3] ?? 1);
void (async () => {
  const groups = new Map<string, { n: number; first: string }>();
  let done = 0;
  const t = process.cpuUsage();
  for (const life of fc.sample(lives, { numRuns: N, seed })) {
    let c: PaperComplaint | undefined;
    try {
      c = await PaperComplaint.begin(born(life));
      for (const s of life.steps) {
        await happen(c, s);
        checkDoable(c.file, c.now);
        if (!c.file.closed) {
          const b = c.record.text;
          await c.restart();
          if (b !== c.record.text) throw new Error('Broken: to begin again decides nothing.');
        }
      }
      await c.walkTo('closed', EVERYBODY);
      checkLife(c);
    } catch (e) {
      const msg = (e as Error).message;
      const key = msg.replace(/\d/g, '#').slice(0, 70);
      const g = groups.get(key) ?? {
        n: 0,
        first:
          msg.slice(0, 500) +
          '\n' +
          c?.file.rules.policy +
          '\n' +
          c?.record.turns
            .slice(-8)
            .map(
              (x) =>
                `${x.by} ${new Date(x.at + 288e5).toISOString()} ` +
                x.events.map((ev) => JSON.stringify(ev)).join('\n      '),
            )
            .join('\n')
            .slice(0, 4500),
      };
      g.n += 1;
      groups.set(key, g);
    }
    done += 1;
  }
  for (const [k, g] of groups) console.log(`\n##### ${g.n} x ${k}\n${g.first}`);
  console.log(done, 'lives', (process.cpuUsage(t).user / 1e6).toFixed(1), 's');
})();
