/**
 * The look in one file. Every colour, size and distance on any page is one of these tokens; they reach the
 * pages as CSS variables and Ant Design through its own theme, so a change here changes all apps.
 *
 * Surfaces are white and warm grey. The one accent marks what there is to do. The five tones are for states:
 * quiet by design, `alarm` only for what someone must act on.
 */
export interface Palette {
  ground: string;
  surface: string;
  sunken: string;
  raised: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  accent: string;
  accentHover: string;
  accentPress: string;
  accentSoft: string;
  onAccent: string;
  focus: string;
  plate: string;
  plateInk: string;
  /** Behind pictures: goods of every colour are seen on it, in the dark too. */
  pictureGround: string;
  veil: string;
  shadow: string;
  idle: string;
  idleSoft: string;
  moving: string;
  movingSoft: string;
  waiting: string;
  waitingSoft: string;
  done: string;
  doneSoft: string;
  alarm: string;
  alarmSoft: string;
  chartMain: string;
  chartSecond: string;
  chartThird: string;
  chartFourth: string;
  chartRest: string;
}

export const light: Palette = {
  ground: '#f6f4f1',
  surface: '#ffffff',
  sunken: '#f1eeea',
  raised: '#ffffff',
  line: '#e7e2db',
  lineStrong: '#d3ccc2',
  ink: '#211e1a',
  inkSoft: '#585149',
  inkFaint: '#716960',
  accent: '#0d6a60',
  accentHover: '#0a5a52',
  accentPress: '#084a43',
  accentSoft: '#e6f1ef',
  onAccent: '#ffffff',
  focus: '#0d6a60',
  plate: '#f3f0ec',
  plateInk: '#b7ada0',
  pictureGround: '#f3f0ec',
  veil: 'rgb(33 30 26 / 0.42)',
  shadow: '0 12px 40px rgb(33 30 26 / 0.16)',
  idle: '#5f574e',
  idleSoft: '#efece7',
  moving: '#2b5a86',
  movingSoft: '#e8eff6',
  waiting: '#85590b',
  waitingSoft: '#f9f0dd',
  done: '#2d6a3e',
  doneSoft: '#e8f2ea',
  alarm: '#b0281e',
  alarmSoft: '#fbeae8',
  chartMain: '#0d6a60',
  chartSecond: '#c0872b',
  chartThird: '#4f7fb0',
  chartFourth: '#9a6a8f',
  chartRest: '#948b80',
};

export const dark: Palette = {
  ground: '#171513',
  surface: '#201d1a',
  sunken: '#1a1815',
  raised: '#292521',
  line: '#35302b',
  lineStrong: '#4a443d',
  ink: '#f1ede7',
  inkSoft: '#c5bdb3',
  inkFaint: '#a0978c',
  accent: '#4db5a6',
  accentHover: '#63c4b6',
  accentPress: '#3ba293',
  accentSoft: '#1d3431',
  onAccent: '#0c1917',
  focus: '#4db5a6',
  plate: '#2a2622',
  plateInk: '#6f665c',
  pictureGround: '#b4ada4',
  veil: 'rgb(0 0 0 / 0.6)',
  shadow: '0 12px 40px rgb(0 0 0 / 0.5)',
  idle: '#c5bdb3',
  idleSoft: '#322d28',
  moving: '#93bbe0',
  movingSoft: '#1f2c38',
  waiting: '#e3b964',
  waitingSoft: '#352b17',
  done: '#86c797',
  doneSoft: '#1f2f23',
  alarm: '#f09088',
  alarmSoft: '#3a201d',
  chartMain: '#4db5a6',
  chartSecond: '#d9a850',
  chartThird: '#6f9fd0',
  chartFourth: '#b98bb0',
  chartRest: '#847a6f',
};

/** What is different on paper: no grounds, no greys that a copier loses. */
const paper: Partial<Palette> = {
  ground: '#ffffff',
  sunken: '#ffffff',
  plate: '#ffffff',
  pictureGround: '#ffffff',
  ink: '#000000',
  inkSoft: '#1f1f1f',
  inkFaint: '#404040',
  line: '#bdbdbd',
  lineStrong: '#808080',
  idleSoft: '#ffffff',
  movingSoft: '#ffffff',
  waitingSoft: '#ffffff',
  doneSoft: '#ffffff',
  alarmSoft: '#ffffff',
  accentSoft: '#ffffff',
};

/** Sizes that do not change with the palette. Distances are multiples of 4 px. */
export const size = {
  font: 14,
  fontSmall: 12,
  fontLarge: 20,
  radius: 6,
  radiusLarge: 10,
  row: 36,
  control: 36,
  touch: 44,
} as const;

export const fontFamily =
  'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}

/**
 * The tokens as a style sheet: light by default, dark where the page asks for it with data-theme="dark". Paper
 * is always white and its ink black.
 */
export function styleSheet(): string {
  const colours = (p: Partial<Palette>) =>
    Object.entries(p)
      .map(([name, value]) => `--${kebab(name)}:${value}`)
      .join(';');
  const sizes = Object.entries(size)
    .map(([name, value]) => `--${kebab(name)}:${value}px`)
    .join(';');
  return `:root{color-scheme:light;${colours(light)};${sizes};--font-family:${fontFamily}}
:root[data-theme="dark"]{color-scheme:dark;${colours(dark)}}
@media print{:root,:root[data-theme="dark"]{color-scheme:light;${colours({ ...light, ...paper })}}}`;
}
