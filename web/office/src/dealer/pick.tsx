import { type ComponentProps, useMemo } from 'react';
import { type Finder, FindMany, FindOne } from '../kit/Find';
import { PickNode, PickNodes } from '../kit/Pick';
import { treeOf } from '../kit/tree';
import { findDealers, useRegions } from './data';

const dealers: Finder = { key: 'dealers', find: findDealers };

/** One dealer, found by name, code or pinyin. */
export function FindDealer(props: Omit<ComponentProps<typeof FindOne>, 'finder'>) {
  return <FindOne {...props} finder={dealers} />;
}

export function FindDealers(props: Omit<ComponentProps<typeof FindMany>, 'finder'>) {
  return <FindMany {...props} finder={dealers} />;
}

/** Provinces, cities and counties as a tree. */
export function useRegionTree() {
  const regions = useRegions();
  return useMemo(() => treeOf(regions.data ?? []), [regions.data]);
}

/** One province, city or county. */
export function PickRegion(props: Omit<ComponentProps<typeof PickNode<number>>, 'tree'>) {
  return <PickNode<number> {...props} tree={useRegionTree()} />;
}

export function PickRegions(props: Omit<ComponentProps<typeof PickNodes<number>>, 'tree'>) {
  return <PickNodes<number> {...props} tree={useRegionTree()} />;
}
