import { placeReader } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { units } from '../../province/index.ts'
import type { Destination } from '../rules.ts'

let reader: ReturnType<typeof placeReader> | undefined

export type ReadDestination = {
  destination: Destination | null
  /** Communes that the address may mean, where it alone does not tell. */
  candidates: { code: string; name: string }[]
}

/**
 * Where goods are to go: what the buyer chose, else the commune that the address means, by its name of today or by one that is no more. Nobody guesses
 * between two, nor that an address without a known commune lies far away.
 */
export function readDestination({ address, deliverTo }: { address: string; deliverTo: string }, today: PlainDate): ReadDestination {
  if (deliverTo === 'elsewhere') return { destination: 'elsewhere', candidates: [] }
  const chosen = units().current.find(({ code }) => code === deliverTo)
  if (chosen) return { destination: { commune: chosen.code, name: chosen.name }, candidates: [] }
  reader ??= placeReader(units())
  const read = reader(address, today)
  if (!read.ok) return { destination: null, candidates: [] }
  const { current, candidates } = read.value
  return { destination: current && { commune: current.code, name: current.name }, candidates }
}

/** The communes of the province, to choose from. */
export const communesToChoose = (): { code: string; name: string }[] =>
  units()
    .current.map(({ code, name }) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
