const mark = 'qudao.freshened';

/**
 * A tab that was open while a new version was installed asks for files that are gone. It loads itself anew,
 * once; should that not help, the page shows its error instead of turning in circles.
 */
export function freshenAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(mark) ?? 0);
    if (Date.now() - last > 60_000) {
      event.preventDefault();
      sessionStorage.setItem(mark, String(Date.now()));
      window.location.reload();
    }
  });
}
