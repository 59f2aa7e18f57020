import { api, body, type ExportFilter, type ExportKind, editHeaders, type Run } from '@qudao/shared/api';
import { useCursorList, useRun } from '@qudao/shared/kit';
import { useAct } from '../kit/act';
import { filled } from '../kit/filled';

export type ImportKind = 'products' | 'prices' | 'stock';

export const importKinds: readonly ImportKind[] = ['products', 'prices', 'stock'];

export const templateHref = (kind: ImportKind) => `/api/office/imports/${kind}/template`;
export const uploadHref = (kind: ImportKind) => `/api/office/imports/${kind}`;
export const errorsHref = (id: string) => `/api/office/runs/${id}/errors`;
export const fileHref = (id: string) => `/api/office/runs/${id}/file`;

/** Imports and exports of the person, the newest first. */
export function useRuns(limit = 30) {
  return useCursorList(['runs', limit], (cursor, signal) =>
    body(api.GET('/api/office/runs', { params: { query: filled({ limit, cursor }) }, signal })),
  );
}

const readRun = (id: string) => body(api.GET('/api/office/runs/{id}', { params: { path: { id } } }));

/** One run with its progress. */
export function useOneRun(id: string | undefined) {
  return useRun(id, readRun);
}

/** Starts an export of a whole filter. It runs in the background. */
export function useExport(kind: ExportKind, done: (run: Run) => void) {
  return useAct({
    stale: ['runs'],
    done,
    run: (filter: ExportFilter, key) =>
      body(api.POST('/api/office/exports', { body: { kind, filter }, headers: editHeaders({ key }) })),
  });
}

/** Takes back what an import wrote; `partly` leaves as it is what was written again since. */
export function useUndo(id: string, said: string, done: () => void) {
  return useAct({
    stale: ['runs', 'run', 'stock', 'alarms', 'price-lists', 'price-list', 'explain'],
    said,
    done,
    run: (partly: boolean, key) =>
      body(
        api.POST('/api/office/runs/{id}/undo', {
          params: { path: { id } },
          body: { partly },
          headers: editHeaders({ key }),
        }),
      ),
  });
}
