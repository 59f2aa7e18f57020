import { type RefObject, useCallback, useEffect, useState } from 'react';

/** How far a scrolled box is scrolled and how high it is; follows both. */
export function useSight(box: RefObject<HTMLElement | null>): { scrolled: number; height: number } {
  const [sight, setSight] = useState({ scrolled: 0, height: 600 });
  const look = useCallback(() => {
    const here = box.current;
    if (here) {
      setSight((before) =>
        before.scrolled === here.scrollTop && before.height === here.clientHeight
          ? before
          : { scrolled: here.scrollTop, height: here.clientHeight },
      );
    }
  }, [box]);
  useEffect(() => {
    const here = box.current;
    if (!here) {
      return;
    }
    const size = new ResizeObserver(look);
    size.observe(here);
    here.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      here.removeEventListener('scroll', look);
    };
  }, [box, look]);
  return sight;
}
