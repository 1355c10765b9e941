import type { DataSection as Whole, RequestView } from '@dacsan/modules/privacy'
import { holdingSaid } from '@dacsan/modules/personal-data'
import { spokenData } from '@dacsan/modules/privacy/words'
import { isPlainDate } from '@dacsan/vietnam'
import type { Language } from '#lib/languages.ts'
import { messages } from '#lib/messages/index.ts'
import { sayDay, sayTime } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

/** So many rows of each kind stand on a page; the file has them all. */
const mostShown = 20

/** A kind of thing that is held, in the words of its reader. */
export type DataSection = {
  name: string
  says: string
  /** The law is named in Vietnamese everywhere. */
  why: { before: string; instrument: string; after: string }
  count: number
  rows: { label: string; value: string }[][]
}

export const shownSections = (sections: readonly Whole[], lang: Language = 'vi'): DataSection[] =>
  sections.map((section) => {
    const { says, fields, codes } = holdingSaid(section, lang)
    const inRow = (row: Whole['rows'][number]) =>
      Object.entries(fields).flatMap(([name, label]) => {
        const value = row[name] ?? null
        return value === null || value === '' ? [] : [{ label, value: sayCell(lang, value, codes[name]) }]
      })
    return {
      name: section.name,
      says,
      why: sayWhy(lang, section.purpose),
      count: section.rows.length,
      rows: section.rows.slice(0, mostShown).map(inRow),
    }
  })

type Cell = string | number | boolean | Date

function sayCell(lang: Language, value: Cell, codes: Readonly<Record<string, string>> = {}): string {
  const { yes, no } = spokenData[lang].held
  if (value instanceof Date) return sayTime(lang, value)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'string' && Object.hasOwn(codes, value)) return codes[value]!
  return isPlainDate(value) ? sayDay(lang, value) : String(value)
}

/** For what, on which ground, how long, and who sees it. */
function sayWhy(lang: Language, { purpose, ground, instrument, months, term, readers }: Whole['purpose']): DataSection['why'] {
  const words = messages[lang].privacy
  const [before = '', after = ''] = spokenData[lang].held.purpose.split('{instrument}')
  const values = {
    purpose: words.purposes[purpose],
    ground: words.grounds[ground].toLocaleLowerCase(lang),
    term: months === null ? words.terms[term ?? 'archives'] : say(words.months, { n: months }),
    readers: readers.map((reader) => words.readers[reader]).join(', '),
  }
  return { before: say(before, values), instrument, after: say(after, values) }
}

/** What an erasure left behind is called in the language of its reader. */
export const shownRequests = (requests: readonly RequestView[], lang: Language): RequestView[] =>
  requests.map((request) => ({
    ...request,
    kept: request.kept.map((kept) => ({ ...kept, says: holdingSaid({ name: kept.holding, says: kept.says }, lang).says })),
  }))
