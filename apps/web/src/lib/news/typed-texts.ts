type Text = { language: 'vi' | 'en' | 'km'; title: string; lead: string; body: string }

/** The texts of an item as the fields of its form have them. */
export function typedTexts(texts: readonly Text[]): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap(
      ({ language, title, lead, body }) =>
      language === 'vi'
        ? [['title', title], ['lead', lead], ['body', body]]
        : [[`${language}Title`, title], [`${language}Lead`, lead], [`${language}Body`, body]], // prettier-ignore
    ),
  )
}
