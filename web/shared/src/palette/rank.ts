/** The first characters, in pinyin order, of each initial letter that a Chinese word can begin with. */
const edges: [string, string][] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '然'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

const pinyin = new Intl.Collator('zh-u-co-pinyin');

/** The pinyin initials of a text; other letters stay as they are. 订单 is "dd". */
export function initials(text: string): string {
  return [...text.toLowerCase()]
    .map((sign) => {
      if (!/\p{Script=Han}/u.test(sign)) {
        return sign;
      }
      return edges.findLast(([, first]) => pinyin.compare(sign, first) >= 0)?.[0] ?? sign;
    })
    .join('');
}

/** What can be found: its words, and others it is known by. */
export interface Findable {
  label: string;
  hint?: string | undefined;
  keywords?: readonly string[] | undefined;
}

function begins(text: string, typed: string): boolean {
  return text.split(/[\s/_-]+/).some((word) => word.startsWith(typed));
}

/** Whether the letters typed stand in the text in their order. */
function scattered(text: string, typed: string): boolean {
  let at = 0;
  for (const sign of text) {
    if (sign === typed[at]) {
      at++;
    }
  }
  return at === typed.length;
}

/** How well something answers to what was typed: higher is better, 0 is not at all. */
export function score(item: Findable, typed: string): number {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (!text) {
    return 1;
  }
  const label = item.label.toLowerCase();
  if (label === text) {
    return 100;
  }
  if (label.startsWith(text)) {
    return 90;
  }
  if (begins(label, text)) {
    return 80;
  }
  const short = initials(item.label);
  if (short.startsWith(text)) {
    return 70;
  }
  if (label.includes(text)) {
    return 60;
  }
  const known = (item.keywords ?? []).map((word) => word.toLowerCase());
  if (known.some((word) => begins(word, text))) {
    return 50;
  }
  if (short.includes(text) && text.length > 1) {
    return 40;
  }
  if (item.hint?.toLowerCase().includes(text)) {
    return 30;
  }
  return text.length > 2 && scattered(label, text) ? 10 : 0;
}

/** What answers, best first; what answers alike keeps its order. */
export function ranked<Item extends Findable>(items: readonly Item[], typed: string): Item[] {
  return items
    .map((item, at) => ({ item, at, points: score(item, typed) }))
    .filter((one) => one.points > 0)
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .map((one) => one.item);
}
