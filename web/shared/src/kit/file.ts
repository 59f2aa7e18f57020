/** The size of a file as people say it. */
export function sayBytes(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  const kilo = bytes / 1024;
  return kilo < 999.5 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
