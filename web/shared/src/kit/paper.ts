import { toProblem } from '../api/problem';
import { currentLanguage } from '../i18n';

/** The address of a printed paper in the reader's language: a link sends no header that says it. */
export function paperAddress(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${currentLanguage()}`;
}

/** Fetches a printed paper and hands it to the reader as a file. A refusal is thrown as a Problem. */
export async function savePaper(address: string): Promise<void> {
  const answer = await fetch(paperAddress(address), { headers: { 'Accept-Language': currentLanguage() } });
  if (!answer.ok) {
    throw toProblem(answer.status, await answer.json().catch(() => undefined));
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName(answer.headers.get('Content-Disposition') ?? '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name that an answer gives its file: filename*=utf-8''…, or filename="…". */
export function fileName(disposition: string): string {
  const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded
    ? decodeURIComponent(encoded)
    : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'paper.pdf');
}
