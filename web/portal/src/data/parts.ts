import { api, body, type PartMatch } from '@qudao/shared/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type PartLine, readPartLines } from '../parts/partLines';

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

/** How long typing must rest before what stands there is recognised. */
const restMs = 250;

/** What is being typed, as far as it is recognised: one answer for each line, as soon as typing rests. */
export function useLiveParts(text: string, most: number) {
  const [resting, setResting] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const lines = readPartLines(resting).slice(0, most);
  const live = useQuery({
    queryKey: ['parts', lines],
    queryFn: () => recognise(lines),
    enabled: lines.length > 0 && resting.trim().length > 1,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return text.trim() === '' ? [] : (live.data ?? []);
}
