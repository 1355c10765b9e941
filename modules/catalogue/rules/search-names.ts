import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { searchWords } from '@dacsan/vietnam'

export const nameLanguages = ['vi', 'en', 'km'] as const
export type NameLanguage = (typeof nameLanguages)[number]

/** What one kind of goods is called, by language. */
export type GoodsNames = Readonly<Record<NameLanguage, readonly string[]>>
/** Which names mean the same goods; `version` 0 is that of the file. */
export type NameGroup = { key: string; version: number; names: GoodsNames; inUse: boolean }

export type NamesRefusal =
  | { code: 'no-vietnamese-name' }
  | { code: 'name-repeated'; name: string; key: string }
  | { code: 'name-without-letters'; name: string }
  | { code: 'same-names' }
  | { code: 'published-meanwhile' }

export const allNames = (names: GoodsNames): string[] => nameLanguages.flatMap((language) => names[language])

/** As names are compared with each other: a letter with another accent is another name (dừa, dứa, dưa). */
export const spelled = (name: string): string => name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/gu, ' ')

/** Goods are put on file in Vietnamese: without such a name a group would find nothing, and a name that two groups have would mean both. */
export function decideNames(
  proposed: { key: string; names: GoodsNames; inUse: boolean; after: number },
  known: readonly NameGroup[],
): Outcome<{ version: number }, NamesRefusal> {
  const latest = known.find(({ key }) => key === proposed.key)
  if (proposed.after !== (latest?.version ?? 0)) return refuse('published-meanwhile')
  if (proposed.names.vi.length === 0) return refuse('no-vietnamese-name')
  const own = allNames(proposed.names).map((name) => ({ name, as: spelled(name) }))
  const empty = own.find(({ name }) => searchWords(name).length === 0)
  if (empty) return refuse('name-without-letters', { name: empty.name })
  const others = new Map(
    known
      .filter(({ key, inUse }) => inUse && key !== proposed.key)
      .flatMap(({ key, names }) => allNames(names).map((name) => [spelled(name), key])),
  )
  const taken = proposed.inUse ? own.find(({ as }) => others.has(as)) : undefined
  if (taken) return refuse('name-repeated', { name: taken.name, key: others.get(taken.as)! })
  const twice = own.find(({ as }, at) => own.findIndex((one) => one.as === as) < at)
  if (twice) return refuse('name-repeated', { name: twice.name, key: proposed.key })
  const same =
    latest && latest.inUse === proposed.inUse && nameLanguages.every((of) => latest.names[of].join('\n') === proposed.names[of].join('\n'))
  return same ? refuse('same-names') : done({ version: (latest?.version ?? 0) + 1 })
}
