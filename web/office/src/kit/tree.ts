/** A choice in a tree, as tree controls want it. `path` names it with all above it. */
export interface TreeNode<Value extends string | number> {
  value: Value;
  title: string;
  path: string;
  children: TreeNode<Value>[];
}

/**
 * Makes a tree of a flat list in which each item names its parent. An item whose parent is not in the list
 * stands at the top, so that nothing is ever hidden.
 */
export function treeOf<Value extends string | number>(
  items: readonly { code: Value; name: string; parent?: Value | undefined }[],
): TreeNode<Value>[] {
  const nodes = new Map<Value, TreeNode<Value>>(
    items.map((item) => [item.code, { value: item.code, title: item.name, path: item.name, children: [] }]),
  );
  const tops: TreeNode<Value>[] = [];
  for (const item of items) {
    const node = nodes.get(item.code);
    const parent = item.parent === undefined ? undefined : nodes.get(item.parent);
    if (node) {
      (parent?.children ?? tops).push(node);
    }
  }
  const name = (node: TreeNode<Value>, above: string) => {
    node.path = above ? `${above} / ${node.title}` : node.title;
    for (const child of node.children) {
      name(child, node.path);
    }
  };
  for (const top of tops) {
    name(top, '');
  }
  return tops;
}

/** The nodes of a tree from the top down, each with its depth. */
export function flatten<Value extends string | number>(
  nodes: readonly TreeNode<Value>[],
  depth = 0,
): { node: TreeNode<Value>; depth: number }[] {
  return nodes.flatMap((node) => [{ node, depth }, ...flatten(node.children, depth + 1)]);
}
