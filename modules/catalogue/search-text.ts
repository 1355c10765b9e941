import { searchWords } from '@dacsan/vietnam'

/** What is stored beside a record to be searched: its words, folded. */
export function searchText(...texts: (string | null | undefined)[]): string {
  return texts.flatMap((text) => searchWords(text ?? '')).join(' ')
}

/** A query for `to_tsquery('simple', …)` that asks for every word, each also as a beginning; null where nothing was asked. */
export function prefixQuery(text: string): string | null {
  const words = searchWords(text)
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ')
}
