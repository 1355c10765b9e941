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

/** A text without the signs that XML cannot carry, and so no Word or Excel file (XML 1.0, section 2.2): control characters, halves of a pair. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
