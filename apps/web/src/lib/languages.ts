import type { Language } from '@dacsan/modules/province/rules'

export type { Language } from '@dacsan/modules/province/rules'

/** `/en/san-pham` → `en` and `/san-pham`; Vietnamese carries no prefix. */
export function splitLanguage(path: string): { lang: Language; path: string } {
  const [, first = '', ...rest] = path.split('/')
  return first === 'en' || first === 'km' ? { lang: first, path: `/${rest.join('/')}` } : { lang: 'vi', path }
}

/** The same page in another language: `localHref('km', '/san-pham')` → `/km/san-pham`. */
export function localHref(lang: Language, path: string): string {
  if (lang === 'vi') return path
  return path === '/' ? `/${lang}` : `/${lang}${path}`
}
