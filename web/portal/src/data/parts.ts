import { api, body, type PartMatch } from '@qudao/shared/api';
import type { PartLine } from '../parts/partLines';

/** How many lines are recognised in one call; a longer list takes several. */
const slice = 200;

/** What each part number means in this dealer's catalogue, in the order asked. */
export async function recognise(lines: readonly PartLine[]): Promise<PartMatch[]> {
  const found: PartMatch[] = [];
  for (let from = 0; from < lines.length; from += slice) {
    const asked = lines.slice(from, from + slice);
    const { items } = await body(api.POST('/api/portal/parts', { body: { lines: asked } }));
    found.push(...items);
  }
  return found;
}
