/** The specification in one line: "白 · 双控 · 10 A". */
export function specText(spec: Record<string, string>): string {
  return Object.values(spec).filter(Boolean).join(' · ');
}
