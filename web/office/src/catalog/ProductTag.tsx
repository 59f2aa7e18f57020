import type { ProductState } from '@qudao/shared/api';
import { Tag, type Tone } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

const tones: Record<ProductState, Tone> = { draft: 'waiting', published: 'done', archived: 'idle' };

/** A product's state: being prepared, to be seen by those it is meant for, or no longer sold. */
export function ProductTag({ state }: { state: ProductState }) {
  const { t } = useTranslation('catalog');
  return <Tag tone={tones[state] ?? 'idle'}>{t(`state.${state}`)}</Tag>;
}
