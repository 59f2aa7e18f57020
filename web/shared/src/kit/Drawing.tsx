import type { ReactNode } from 'react';
import type { IconName } from './icons';

/** The drawn thing stands in a field of 120 by 88, on the ground line at 74. */
const things = {
  papers: (
    <>
      <path className="back" d="M46 18h30v52H46z" transform="rotate(6 61 44)" />
      <path className="thing" d="M40 16h24l10 10v46H40z" />
      <path className="line" d="M64 16v10h10M47 36h20M47 44h20M47 52h12" />
      <circle className="mark" cx="68" cy="62" r="6" />
      <path className="onMark" d="m65 62 2.2 2.2L71 60" />
    </>
  ),
  box: (
    <>
      <path className="thing" d="M36 40h48v34H36z" />
      <path className="back" d="m36 40 8-12h32l8 12z" />
      <path className="thing" d="m36 40-9-8 10-9 7 5zM84 40l9-8-10-9-7 5z" />
      <path className="accent" d="M56 40h8v13h-8z" />
      <path className="line" d="M44 66h12" />
    </>
  ),
  found: (
    <>
      <path className="thing" d="M36 18h34v54H36z" />
      <path className="line" d="M43 28h20M43 36h20M43 44h10" />
      <circle className="lens" cx="70" cy="50" r="14" />
      <path className="handle" d="m80 60 10 11" />
      <path className="accentLine" d="M63 50a7 7 0 0 1 7-7" />
    </>
  ),
  people: (
    <>
      <circle className="back" cx="76" cy="36" r="8" />
      <path className="back" d="M62 74c0-13 6-20 14-20s14 7 14 20z" />
      <circle className="thing" cx="50" cy="32" r="10" />
      <path className="thing" d="M32 74c0-16 8-24 18-24s18 8 18 24z" />
      <path className="accent" d="m50 54-4 5 4 13 4-13z" />
    </>
  ),
  shop: (
    <>
      <path className="thing" d="M34 40h52v34H34z" />
      <path className="back" d="M34 22h52l6 18H28z" />
      <path className="accent" d="M41 22h10l-2 18H36zM62 22h8l4 18H62z" opacity="0.85" />
      <path className="line" d="M28 40h64M42 74V54h14v20M64 52h14v11H64z" />
    </>
  ),
  tags: (
    <>
      <path className="back" d="M40 28h22l20 20-22 22-20-20z" transform="rotate(-14 60 48)" />
      <path className="thing" d="M42 26h22l20 20-22 24-20-22z" />
      <circle className="mark" cx="51" cy="35" r="3.5" />
      <path className="line" d="M51 35c-8-10-14-8-18-4M60 44l8 8M55 49l8 8" />
    </>
  ),
  shelves: (
    <>
      <path className="line" d="M32 14v60M88 14v60M32 34h56M32 56h56M32 74h56" />
      <path className="thing" d="M38 20h16v14H38zM64 44h18v12H64z" />
      <path className="accent" d="M58 24h10v10H58z" />
      <path className="back" d="M38 62h12v12H38zM40 44h14v12H40z" />
    </>
  ),
  cart: (
    <>
      <path className="back" d="M50 20h14v16H50z" transform="rotate(-8 57 28)" />
      <path className="accent" d="M66 22h12v14H66z" />
      <path className="thing" d="M42 36h46l-6 24H48z" />
      <path className="line" d="M28 26h9l11 34M52 46h30M50 53h28" />
      <circle className="thing" cx="54" cy="69" r="5" />
      <circle className="thing" cx="76" cy="69" r="5" />
    </>
  ),
  clock: (
    <>
      <path className="back" d="M38 20h30v52H38z" />
      <path className="line" d="M45 30h16M45 38h8" />
      <circle className="thing" cx="68" cy="50" r="20" />
      <path className="line" d="M68 34v3M68 63v3M52 50h3M81 50h3" />
      <path className="accentLine" d="M68 40v10l7 5" />
    </>
  ),
  lock: (
    <>
      <path className="line" d="M48 42V32a12 12 0 0 1 24 0v10" />
      <path className="thing" d="M40 42h40v30H40z" />
      <circle className="mark" cx="60" cy="54" r="4" />
      <path className="accentLine" d="M60 57v7" />
    </>
  ),
  plug: (
    <>
      <path className="line" d="M16 58c14 0 10-16 24-16" />
      <path className="thing" d="M40 32h12v20H40a8 8 0 0 1 0-20z" />
      <path className="line" d="M52 37h7M52 47h7M104 30c-12 0-10 12-22 12" />
      <path className="thing" d="M82 32H72v20h10a8 8 0 0 0 0-20z" />
      <path className="accentLine" d="m62 22 3 6M70 18v7M56 28l5 3M62 64l3-5M70 66v-7" />
    </>
  ),
  done: (
    <>
      <path className="thing" d="M36 24h36v48H36z" />
      <path className="back" d="M46 18h16v10H46z" />
      <path className="line" d="M43 40h10M43 50h8M43 60h10" />
      <circle className="mark" cx="72" cy="52" r="15" />
      <path className="onMark" d="m65 52 5 5 9-10" />
    </>
  ),
  bell: (
    <>
      <path className="thing" d="M42 62V44a18 18 0 0 1 36 0v18l5 6H37z" />
      <path className="line" d="M60 26v-5M54 68a6 6 0 0 0 12 0" />
      <circle className="mark" cx="77" cy="32" r="7" />
      <path className="accentLine" d="M30 36c-3 6-3 12 0 18M92 44c2 4 2 8 0 12" />
    </>
  ),
  bars: (
    <>
      <path className="line" d="M32 18v56h60" />
      <path className="thing" d="M40 52h10v22H40z" />
      <path className="accent" d="M56 34h10v40H56z" />
      <path className="back" d="M72 44h10v30H72z" />
    </>
  ),
} satisfies Record<string, ReactNode>;

const byIcon: Partial<Record<IconName, keyof typeof things>> = {
  orders: 'papers',
  paper: 'papers',
  list: 'papers',
  search: 'found',
  filter: 'found',
  people: 'people',
  person: 'people',
  chat: 'people',
  building: 'shop',
  home: 'shop',
  tag: 'tags',
  bookmark: 'tags',
  star: 'tags',
  stack: 'shelves',
  grid: 'shelves',
  cart: 'cart',
  bolt: 'cart',
  clock: 'clock',
  history: 'clock',
  calendar: 'clock',
  lock: 'lock',
  key: 'lock',
  shield: 'lock',
  warn: 'plug',
  check: 'done',
  bell: 'bell',
  megaphone: 'bell',
  chart: 'bars',
};

/** A quiet drawing for a place where nothing is, in the page's own colours. Each icon has one of its family. */
export function Drawing({ of, className }: { of: IconName; className?: string | undefined }) {
  return (
    <svg
      className={className}
      width="120"
      height="88"
      viewBox="0 0 120 88"
      aria-hidden="true"
      focusable="false"
    >
      <ellipse className="ground" cx="60" cy="46" rx="46" ry="36" />
      <path className="line" d="M14 74h92" />
      {things[byIcon[of] ?? 'box']}
    </svg>
  );
}
