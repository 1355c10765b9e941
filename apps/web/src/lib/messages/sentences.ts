/** A table of words, as deep as its screens. */
export type Sentences = { readonly [key: string]: string | Sentences }

/** Every sentence of a table with its place in it: `['verdicts.recalled', '…']`. */
export function sentencesOf(table: Sentences, place = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[place + key, value]] : sentencesOf(value, `${place}${key}.`),
  )
}
