import { type ComponentProps, useMemo } from 'react';
import { type Finder, FindMany, FindOne } from '../kit/Find';
import { PickNode } from '../kit/Pick';
import { treeOf } from '../kit/tree';
import { findProducts, useCategories } from './data';

const products: Finder = { key: 'products', find: findProducts };

/** One product, found by name, code or pinyin. */
export function FindProduct(props: Omit<ComponentProps<typeof FindOne>, 'finder'>) {
  return <FindOne {...props} finder={products} />;
}

export function FindProducts(props: Omit<ComponentProps<typeof FindMany>, 'finder'>) {
  return <FindMany {...props} finder={products} />;
}

/** One category of the catalogue. */
export function PickCategory(props: Omit<ComponentProps<typeof PickNode<string>>, 'tree'>) {
  const categories = useCategories();
  const tree = useMemo(() => treeOf(categories.data ?? []), [categories.data]);
  return <PickNode<string> {...props} tree={tree} />;
}
