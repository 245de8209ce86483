import type { Analysis } from '../domain/actions';
import { personIn } from './colleagues';
import type { Dependencies } from './dependencies';
import type { Write } from './hand-over';
import { checkedCauses } from './root-cause';
import type { AnalysisBody } from './schemas/analysis';

/** Why it happened, as the action carries it: its words are stored, their ids travel (HA-5). `within`: the field that holds it, if any. */
export async function analysisOf(
  deps: Pick<Dependencies, 'database'>,
  write: Write,
  { direct, root, direction, person, ...data }: AnalysisBody,
  within?: string,
): Promise<Analysis> {
  await checkedCauses(deps, { direct, root }, within);
  const improver = await personIn(deps, data.department, person, within ? `${within}.person` : 'person');
  return {
    ...data,
    person: improver,
    direct: write('direct', direct),
    root: write('root', root),
    direction: write('direction', direction),
  };
}
