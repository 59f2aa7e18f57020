/** One thing a newcomer is shown: a place on the page, by its `data-tour` word, and what to say about it. */
export interface TourStep {
  at: string;
  title: string;
  text: string;
}

const key = (name: string) => `qudao.tour.${name}`;

/** Whether this device has seen the tour, or said no to it. */
export function seenTour(name: string): boolean {
  try {
    return localStorage.getItem(key(name)) !== null;
  } catch {
    return true;
  }
}

export function rememberTour(name: string): void {
  try {
    localStorage.setItem(key(name), 'seen');
  } catch {
    // It is offered again next time.
  }
}

/** The place of a step: the one that is shown, where several widths have one each. */
export function placeOf(step: TourStep): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`[data-tour="${CSS.escape(step.at)}"]`)].find((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(one).visibility !== 'hidden';
  });
}

export interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Where the words stand: below the place if there is room, else above, else beside it; always on the screen. */
export function besides(
  place: Box,
  card: { width: number; height: number },
  screen: { width: number; height: number },
) {
  const gap = 14;
  const edge = 12;
  const fit = (at: number, size: number, room: number) => Math.max(edge, Math.min(at, room - size - edge));
  const below = place.top + place.height + gap;
  const above = place.top - card.height - gap;
  if (below + card.height <= screen.height - edge) {
    return { top: below, left: fit(place.left, card.width, screen.width) };
  }
  if (above >= edge) {
    return { top: above, left: fit(place.left, card.width, screen.width) };
  }
  const right = place.left + place.width + gap;
  return {
    top: fit(place.top, card.height, screen.height),
    left:
      right + card.width <= screen.width - edge
        ? right
        : fit(place.left - card.width - gap, card.width, screen.width),
  };
}
