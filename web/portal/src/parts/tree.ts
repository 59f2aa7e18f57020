import type { Category } from '@qudao/shared/api';

export interface Branch {
  category: Category;
  depth: number;
}

/** The tree as rows: the top level, and below each category on the way to the chosen one its children. */
export function openBranches(categories: readonly Category[], chosen: string): Branch[] {
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const open = new Set<string>();
  for (let at = byCode.get(chosen); at && !open.has(at.code); at = byCode.get(at.parent ?? '')) {
    open.add(at.code);
  }
  const walk = (parent: string, depth: number): Branch[] =>
    categories
      .filter((category) => (byCode.has(category.parent ?? '') ? category.parent : '') === parent)
      .flatMap((category) => [
        { category, depth },
        ...(open.has(category.code) ? walk(category.code, depth + 1) : []),
      ]);
  return walk('', 0);
}
