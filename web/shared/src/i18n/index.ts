import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** Languages every text exists in. Chinese is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type Catalogue = () => Promise<{ default: ResourceKey }>;
export type Catalogues = Record<Language, Catalogue>;

const storageKey = 'qudao.language';

const kit: Catalogues = { 'zh-CN': () => import('./zh-CN/kit'), en: () => import('./en/kit') };

function preferred(): Language {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'en' || kept === 'zh-CN') {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith('zh') || !navigator.language ? 'zh-CN' : 'en';
}

let areas: Record<string, Catalogues> = {};

async function load(language: Language): Promise<void> {
  const names = Object.keys(areas);
  const loaded = await Promise.all(names.map((name) => areas[name]?.[language]()));
  names.forEach((name, i) => {
    i18next.addResourceBundle(language, name, loaded[i]?.default, true, true);
  });
  document.documentElement.lang = language;
}

/** Loads the reader's language, and only that one. Call before the first render. */
export async function startLanguage(app: Record<string, Catalogues>): Promise<void> {
  areas = { kit, ...app };
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(areas),
    defaultNS: Object.keys(app)[0] ?? 'kit',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  });
  await load(language);
}

/** Switches the language of every text on the page and keeps the choice on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await load(language);
  await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Several words in a row, parted as the language parts them. */
export function sayList(words: readonly string[]): string {
  return words.join(currentLanguage() === 'en' ? ', ' : '、');
}

/** The language now, as a hook: the caller renders again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('kit');
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Texts of the shared kit. */
export function useKitText() {
  return useTranslation('kit').t;
}
