/** "count_one" and "count_other" of a language with plurals stand for the one "count" of a language without. */
function base(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

/** Every path of a catalogue, for the proof that two languages hold the same texts. */
export function paths(catalogue: object): string[] {
  return [...new Set(Object.keys(texts(catalogue)).map(base))].sort();
}

/** The {{names}} each text fills in. A singular may leave its number out. */
export function slots(catalogue: object): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, text] of Object.entries(texts(catalogue))) {
    if (!path.endsWith('_one')) {
      found[base(path)] = [...text.matchAll(/{{\s*(\w+)\s*}}/g)]
        .map((m) => m[1])
        .sort()
        .join(',');
    }
  }
  return found;
}

/** A catalogue as one flat map of path to text. */
export function texts(catalogue: object, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') {
      found[prefix + key] = value;
    } else {
      Object.assign(found, texts(value as object, `${prefix}${key}.`));
    }
  }
  return found;
}
