import { asProblem, type PartMatch } from '@qudao/shared/api';
import { judgeQuantity } from '@qudao/shared/kit';
import { useEffect, useReducer, useRef } from 'react';
import type { PartLine } from '../parts/partLines';
import { recognise } from './parts';

/** One row of the quick order: what was typed and what it was recognised as. */
export interface QuickRow extends PartLine {
  id: number;
  match?: Pick<PartMatch, 'sku' | 'problem' | 'suggestions'> | undefined;
  failed?: string | undefined;
  /** What was asked for, where it was rounded to what may be ordered. */
  asked?: number | undefined;
}

/** How many lines the list holds. */
export const quickLimit = 500;

export type Verdict = 'asking' | 'right' | 'wrong';

/** A row is right when its part is known, may be ordered, and its quantity follows the rule. */
export function verdictOf(row: QuickRow): Verdict {
  if (row.failed) {
    return 'wrong';
  }
  if (!row.match) {
    return 'asking';
  }
  const { sku, problem } = row.match;
  return sku?.orderable && judgeQuantity(row.quantity, sku).right && !(problem && blocks(problem.code))
    ? 'right'
    : 'wrong';
}

/** A quantity that was wrong when asked may have been put right since; only the rule itself decides then. */
function blocks(code: string): boolean {
  return !code.startsWith('quantity_');
}

/**
 * A pasted quantity that no order can have becomes the next one that it can, and the row keeps what was asked:
 * nobody corrects fifty lines by hand, and nobody is left to wonder.
 */
export function rounded(row: QuickRow): QuickRow {
  const sku = row.match?.sku;
  const up = sku?.orderable ? judgeQuantity(row.quantity, sku).nearest.at(-1) : undefined;
  return up === undefined ? row : { ...row, quantity: up, asked: row.quantity };
}

type Act =
  | { do: 'add'; rows: QuickRow[] }
  | { do: 'change'; id: number; change: Partial<QuickRow> }
  | { do: 'answer'; ids: number[]; matches: PartMatch[] }
  | { do: 'remove'; ids: number[] };

function apply(rows: QuickRow[], act: Act): QuickRow[] {
  switch (act.do) {
    case 'add':
      return [...rows, ...act.rows];
    case 'change':
      return rows.map((row) => (row.id === act.id ? { ...row, ...act.change } : row));
    case 'answer': {
      const answers = new Map(act.ids.map((id, i) => [id, act.matches[i]]));
      return rows.map((row) => {
        const match = answers.get(row.id);
        return match ? rounded({ ...row, match, failed: undefined }) : row;
      });
    }
    case 'remove':
      return rows.filter((row) => !act.ids.includes(row.id));
  }
}

const storage = 'qudao.quick-order';

function kept(): QuickRow[] {
  const text = sessionStorage.getItem(storage);
  return text ? (JSON.parse(text) as QuickRow[]) : [];
}

/** The list being worked on. It is recognised as it grows and survives a reload of the page. */
export function useQuickList() {
  const [rows, act] = useReducer(apply, undefined, kept);
  const last = useRef(Math.max(0, ...rows.map((row) => row.id)));
  useEffect(() => sessionStorage.setItem(storage, JSON.stringify(rows)), [rows]);

  const ask = async (asked: QuickRow[]) => {
    try {
      const matches = await recognise(asked.map(({ part, quantity }) => ({ part, quantity })));
      act({ do: 'answer', ids: asked.map((row) => row.id), matches });
    } catch (error) {
      const failed = asProblem(error).detail || ' ';
      for (const row of asked) {
        act({ do: 'change', id: row.id, change: { failed } });
      }
    }
  };
  return {
    rows,
    add: (lines: PartLine[]) => {
      const added = lines.map((line) => {
        last.current += 1;
        return { ...line, id: last.current };
      });
      act({ do: 'add', rows: added });
      void ask(added);
    },
    setPart: (row: QuickRow, part: string) => {
      const next = { ...row, part, match: undefined, failed: undefined };
      act({ do: 'change', id: row.id, change: next });
      void ask([next]);
    },
    setQuantity: (row: QuickRow, quantity: number) =>
      act({ do: 'change', id: row.id, change: { quantity, asked: undefined } }),
    remove: (ids: number[]) => act({ do: 'remove', ids }),
    askAgain: (again: QuickRow[]) => void ask(again),
  };
}
