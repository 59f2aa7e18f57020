type Filled<T> = { [Key in keyof T]?: Exclude<T[Key], '' | undefined | null> };

/** The same object without what is empty, so that an address or a request names only what was asked. */
export function filled<T extends object>(fields: T): Filled<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Filled<T>;
}

/** A word of an address, if it is one of those that there are; else nothing. */
export function oneOf<Word extends string>(words: readonly Word[], word: string): Word | '' {
  return words.find((one) => one === word) ?? '';
}
