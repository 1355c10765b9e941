/** A stretch of text with one look. Nothing in it is ever read as markup. */
export type Run = { text: string; bold?: boolean; italic?: boolean; underline?: boolean }

/** Text as the papers take it: plain, or in runs with their own look. */
export type Text = string | readonly Run[]

/** The runs of a text, so that a drawer sees one shape only. */
export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** The bare characters of a text, without any look. */
export function plainText(text: Text): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('')
}
