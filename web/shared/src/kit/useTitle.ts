import { useEffect } from 'react';

/** Names the browser's tab after the page, so that ten open tabs can be told apart. */
export function useTitle(title: string): void {
  useEffect(() => {
    if (title) {
      document.title = title;
    }
  }, [title]);
}
