import { stripAccents } from '@dacsan/vietnam'
import type { MessageText } from '../../message.ts'

const placeholder = /\{([a-z][a-zA-Z]*)\}/g

/** Puts the values in the place of their names. A value is one line: it brings no header into a mail and no sentence of its own. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(placeholder, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]!.replace(/\s+/g, ' ').trim() : whole))

export type Filled = MessageText

export const fillText = ({ subject, text, short }: MessageText, values: Readonly<Record<string, string>>): Filled => ({
  subject: fill(subject, values),
  text: fill(text, values),
  short: withoutAccents(fill(short, values)).slice(0, shortMost),
})

/** Two segments of a text message without accents, joined. */
export const shortMost = 306

/** Letters that every carrier and brand name takes. */
export function withoutAccents(text: string): string {
  return stripAccents(text)
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\n\x20-\x7e]/g, '')
}

export const placeholdersOf = (template: string): string[] => [...template.matchAll(placeholder)].map(([, name]) => name!)

/** What is wrong with words that somebody wrote: a name that this message does not know, or a bracket that names nothing. */
export function faultOf(
  { subject, text, short }: MessageText,
  known: readonly string[],
): { code: 'placeholder-unknown'; name: string; known: readonly string[] } | { code: 'placeholder-broken'; at: string } | null {
  for (const template of [subject, text, short]) {
    const unknown = placeholdersOf(template).find((name) => !known.includes(name))
    if (unknown) return { code: 'placeholder-unknown', name: unknown, known }
    const broken = /.{0,12}[{}].{0,12}/.exec(template.replace(placeholder, ''))
    if (broken) return { code: 'placeholder-broken', at: broken[0] }
  }
  return null
}
