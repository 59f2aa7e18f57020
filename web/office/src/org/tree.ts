import type { Department, DepartmentInput } from '@qudao/shared/api';

/** A department in the order of the page, with how deep it stands. */
export interface Placed {
  department: Department;
  depth: number;
  below: number;
}

/** The departments from the top down, siblings in their order. */
export function placed(all: readonly Department[]): Placed[] {
  const known = new Set(all.map((one) => one.code));
  const children = (parent: string) =>
    all.filter((one) => (known.has(one.parent ?? '') ? one.parent : '') === parent);
  const walk = (parent: string, depth: number): Placed[] =>
    children(parent).flatMap((department) => {
      const inside = walk(department.code, depth + 1);
      return [{ department, depth, below: inside.length }, ...inside];
    });
  return walk('', 0);
}

/** Where a department goes: under a parent, and between which siblings. */
export type Move = 'up' | 'down' | 'in' | 'out';

/** An edit of one department: what is said of it from now on. */
export interface Changed {
  department: Department;
  input: DepartmentInput;
}

/** What is said of a department, with something said otherwise. */
export function inputOf(one: Department, change: Partial<DepartmentInput> = {}): DepartmentInput {
  return { name: one.name, parent: one.parent ?? '', head: one.head?.code ?? '', sort: one.sort, ...change };
}

function siblings(all: readonly Department[], parent: string): Department[] {
  return placed(all)
    .map((one) => one.department)
    .filter((one) => (one.parent ?? '') === parent);
}

/** Numbers the siblings in a new order and says which of them change by it. */
function numbered(order: readonly Department[], moved: Department, parent: string): Changed[] {
  return order
    .map((department, sort) => ({ department, sort }))
    .filter(({ department, sort }) => department.sort !== sort || department.code === moved.code)
    .map(({ department, sort }) => ({
      department,
      input: inputOf(department, {
        sort,
        parent: department.code === moved.code ? parent : (department.parent ?? ''),
      }),
    }));
}

/** What changes when a department takes one step; nothing where there is no such place. */
export function moved(all: readonly Department[], code: string, move: Move): Changed[] {
  const one = all.find((each) => each.code === code);
  if (!one) {
    return [];
  }
  const parent = one.parent ?? '';
  const peers = siblings(all, parent);
  const at = peers.findIndex((each) => each.code === code);
  if (move === 'up' || move === 'down') {
    const to = at + (move === 'up' ? -1 : 1);
    const other = peers[to];
    if (!other) {
      return [];
    }
    const order = [...peers];
    order[at] = other;
    order[to] = one;
    return numbered(order, one, parent);
  }
  if (move === 'in') {
    const before = peers[at - 1];
    return before ? under(all, code, before.code) : [];
  }
  const above = all.find((each) => each.code === parent);
  if (!above) {
    return [];
  }
  const uncles = siblings(all, above.parent ?? '');
  const order = [...uncles];
  order.splice(uncles.findIndex((each) => each.code === above.code) + 1, 0, one);
  return numbered(order, one, above.parent ?? '');
}

/** What changes when a department is put under another, as its last. Nothing where it would stand below itself. */
export function under(all: readonly Department[], code: string, parent: string): Changed[] {
  const one = all.find((each) => each.code === code);
  if (!one || code === parent || (one.parent ?? '') === parent || isBelow(all, parent, code)) {
    return [];
  }
  const last = siblings(all, parent).reduce((most, each) => Math.max(most, each.sort), -1);
  return [{ department: one, input: inputOf(one, { parent, sort: last + 1 }) }];
}

/** Whether a department is another or stands below it. */
export function isBelow(all: readonly Department[], code: string, above: string): boolean {
  const parents = new Map(all.map((one) => [one.code, one.parent ?? '']));
  for (let at = code; at !== ''; at = parents.get(at) ?? '') {
    if (at === above) {
      return true;
    }
  }
  return false;
}
