/**
 * The pages that everybody sees alike, with the rooms whose tables they show: each is answered from memory until one of these says that it changed
 * (`send_change()`). `public-pages.db.test.ts` reads the tables off the questions that the pages ask.
 */
export const publicPages = {
  home: ['catalogue', 'law', 'promotion', 'shop', 'traceability'],
  register: ['catalogue', 'law', 'shop', 'traceability'],
  product: ['catalogue', 'certificates', 'dossiers', 'law', 'promotion', 'reviews', 'shop', 'traceability'],
  producer: ['catalogue', 'law', 'promotion'],
  certificate: ['catalogue', 'certificates', 'dossiers', 'law'],
  scan: ['catalogue', 'certificates', 'dossiers', 'law', 'traceability', 'transparency-log'],
  privacy: ['law'],
  disclosure: ['disclosure'],
  policy: ['disclosure', 'law'],
  recalls: ['catalogue', 'recall', 'traceability'],
  sitemap: ['catalogue', 'law', 'promotion'],
} as const satisfies Record<string, readonly string[]>

export type PublicPage = keyof typeof publicPages
