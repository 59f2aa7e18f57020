import type { Named } from '@qudao/shared/api';
import type { ControlProps } from '@qudao/shared/kit';
import { Select, TreeSelect } from 'antd';
import styles from './kit.module.css';
import type { TreeNode } from './tree';

/** What every choice has. In a Field it takes the field's control; in a filter bar it has a label of its own. */
export interface Look extends Partial<ControlProps> {
  placeholder?: string;
  disabled?: boolean;
  /** Stands in the bar above a list rather than in a form. */
  filter?: boolean;
  /** What it is called where no label stands beside it. */
  label?: string;
}

export function looks({ filter, label, ...look }: Look) {
  const called = label ?? (filter ? look.placeholder : undefined);
  return {
    ...look,
    className: filter ? styles.filter : styles.pick,
    ...(look['aria-invalid'] ? { status: 'error' as const } : {}),
    ...(called ? { 'aria-label': called } : {}),
  };
}

const asOption = ({ code, name }: Named) => ({ value: code, label: name });
const found = (typed: string, ...words: unknown[]) =>
  words.some((word) => String(word).toLowerCase().includes(typed.trim().toLowerCase()));

/** One of a few named things. */
export function PickOne({
  options,
  value,
  onChange,
  required,
  ...look
}: Look & {
  options: readonly Named[];
  value: string | undefined;
  onChange: (code: string) => void;
  /** There must be one: no way to take the choice back. */
  required?: boolean;
}) {
  return (
    <Select<string>
      {...looks(look)}
      options={options.map(asOption)}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
      allowClear={!required}
      showSearch={
        options.length > 8 && {
          filterOption: (typed, option) => found(typed, option?.label, option?.value),
        }
      }
      popupMatchSelectWidth={false}
    />
  );
}

/** Any number of named things. */
export function PickMany({
  options,
  value,
  onChange,
  ...look
}: Look & { options: readonly Named[]; value: readonly string[]; onChange: (codes: string[]) => void }) {
  return (
    <Select<string[]>
      {...looks(look)}
      mode="multiple"
      options={options.map(asOption)}
      value={[...value]}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: (typed, option) => found(typed, option?.label, option?.value) }}
    />
  );
}

const matches = (typed: string, node: { title?: unknown; value?: unknown }) =>
  found(typed, node.title, node.value);

/** One place of a tree. */
export function PickNode<Value extends string | number>({
  tree,
  value,
  onChange,
  required,
  ...look
}: Look & {
  tree: TreeNode<Value>[];
  value: Value | undefined;
  onChange: (code: Value | undefined) => void;
  required?: boolean;
}) {
  return (
    <TreeSelect<Value | null>
      {...looks(look)}
      treeData={tree}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      allowClear={!required}
      treeNodeLabelProp={look.filter ? 'title' : 'path'}
      showSearch={{ filterTreeNode: matches }}
      popupMatchSelectWidth={280}
      listHeight={320}
    />
  );
}

/** Places of a tree, each standing for itself and, unless said otherwise, all under it. */
export function PickNodes<Value extends string | number>({
  tree,
  value,
  onChange,
  each,
  ...look
}: Look & {
  tree: TreeNode<Value>[];
  value: readonly Value[];
  onChange: (codes: Value[]) => void;
  /** Each place stands for itself alone. */
  each?: boolean;
}) {
  return (
    <TreeSelect<Value[]>
      {...looks(look)}
      treeData={tree}
      value={tree.length > 0 ? [...value] : []}
      onChange={onChange}
      {...(each
        ? { multiple: true, treeDefaultExpandAll: true }
        : { treeCheckable: true, showCheckedStrategy: 'SHOW_PARENT' as const })}
      allowClear
      showSearch={{ filterTreeNode: matches }}
      listHeight={320}
    />
  );
}
