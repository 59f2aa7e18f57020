/** The orders of the list that was looked at last, so that the next one is one key away on an order's page. */
let numbers: readonly string[] = [];
let search: object = {};

export function keepNeighbours(shown: readonly string[], narrowedBy: object): void {
  numbers = shown;
  search = narrowedBy;
}

/** What that list was narrowed by, for the way back to it. */
export function lastSearch(): object {
  return search;
}

export function neighboursOf(number: string): { before: string | undefined; after: string | undefined } {
  const at = numbers.indexOf(number);
  return at < 0
    ? { before: undefined, after: undefined }
    : { before: numbers[at - 1], after: numbers[at + 1] };
}
