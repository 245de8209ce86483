import * as fc from 'fast-check';
import { shanghai } from '../support/files';
import { happen, lives } from './life';
import { SideBySide } from './side-by-side';
const N = Number(process.argv[2] ?? 300),
  seed = Number(process.argv[3] ?? 1);
const LAST = shanghai('2026-08-01 00:00');
void (async () => {
  const groups = new Map<string, { n: number; first: string }>();
  let asked = 0;
  const t = process.cpuUsage();
  for (const life of fc.sample(lives, { numRuns: N, seed })) {
    let c: SideBySide | undefined;
    try {
      c = await SideBySide.begin(life);
      for (const s of life.steps) if (c.now < LAST) await happen(c, s);
    } catch (e) {
      const msg = (e as Error).message;
      const key = msg
        .replace(/.*? at 20..-..-.. ..:..(:..(.\d*)?)?/, '')
        .replace(/by [a-z]+-\d/, '')
        .replace(/\d/g, '#')
        .slice(0, 60);
      const real = (c as unknown as { real: { record: { turns: { by: string; at: number; events: unknown[] }[] } } })
        ?.real;
      const g = groups.get(key) ?? {
        n: 0,
        first:
          ((e as Error).message.startsWith('The proc') ? msg : (e as Error).stack!).slice(0, 2500) +
          '\n' +
          real?.record.turns
            .slice(-5)
            .map(
              (x) =>
                `${x.by} ${new Date(x.at + 288e5).toISOString()} ` +
                x.events.map((ev) => JSON.stringify(ev)).join('\n      '),
            )
            .join('\n')
            .slice(0, 4000),
      };
      g.n += 1;
      groups.set(key, g);
    }
    asked += c?.asked ?? 0;
  }
  for (const [k, g] of groups) console.log(`\n##### ${g.n} x ${k}\n${g.first}`);
  console.log(asked, 'asked', (process.cpuUsage(t).user / 1e6).toFixed(1), 's');
})();
