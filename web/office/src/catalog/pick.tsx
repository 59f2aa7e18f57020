import { type ComponentProps, useMemo } from 'react';
import { PickNode } from '../kit/Pick';
import { treeOf } from '../kit/tree';
import { useCategories } from './data';

/** One category of the catalogue. */
export function PickCategory(props: Omit<ComponentProps<typeof PickNode<string>>, 'tree'>) {
  const categories = useCategories();
  const tree = useMemo(() => treeOf(categories.data ?? []), [categories.data]);
  return <PickNode<string> {...props} tree={tree} />;
}
