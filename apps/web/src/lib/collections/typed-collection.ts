type Text = { language: 'vi' | 'en' | 'km'; title: string; text: string }

/** The texts of a collection as the fields of its form have them. */
export const typedTexts = (texts: readonly Text[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap(
      ({ language, title, text }) =>
      language === 'vi'
        ? [['title', title], ['text', text]]
        : [[`${language}Title`, title], [`${language}Text`, text]], // prettier-ignore
    ),
  )
