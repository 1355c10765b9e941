export const newsLanguages = ['vi', 'en', 'km'] as const
export type NewsLanguage = (typeof newsLanguages)[number]
