import { bareWord, eventTypes } from '@dacsan/epcis'
import type { Vocabulary } from '@dacsan/epcis'
import { selectValues } from './event.store.ts'
import type { ValueKind } from './event.store.ts'
import { sightOf } from './policy.ts'
import type { Reader } from './policy.ts'

export type { ValueKind } from './event.store.ts'

/** What the events of somebody name, in the order of the code points; words of the standard bare, as JSON has them. */
export async function listValues(
  reader: Reader,
  kind: ValueKind,
  { perPage, after }: { perPage: number; after: string },
): Promise<{ values: string[]; next: string | null }> {
  const found = await selectValues(reader.db, await sightOf(reader), kind, { after, limit: perPage + 1 })
  const page = found.slice(0, perPage)
  const vocabulary = words[kind]
  return {
    values: vocabulary ? page.map((value) => bareWord(vocabulary, value)) : page,
    next: found.length > perPage ? page.at(-1)! : null,
  }
}

const words: Partial<Record<ValueKind, Vocabulary>> = { bizSteps: 'bizStep', dispositions: 'disposition' }

/** The five types of the standard, then those of one's own that came in. */
export async function listEventTypes(reader: Reader): Promise<string[]> {
  const met = await selectValues(reader.db, await sightOf(reader), 'eventTypes', { after: '', limit: 1000 })
  return [...new Set([...eventTypes, ...met])]
}
