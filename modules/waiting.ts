import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from './context.ts'

/** Things of one kind that wait together: how many, since when the first, by when the first, and which that is. */
export type Pile = {
  count: number
  since: Date | null
  /** The last day or moment that is in time; null where no rule says one. */
  until: PlainDate | Date | null
  /** The name and the id of the one that is to be done first. */
  about: string | null
  first: string | null
  /** In how many places they are done: of two sheets of one session in one. */
  places: number
}

/** What waits for one person: a line of their desk. */
export type Waiting = Omit<Pile, 'first' | 'places'> & {
  /** By a name that no other line of its room has. */
  kind: string
  says: string
  /** Where it is done, below the desk that it is counted at. */
  path: string
}

/** What waits for whoever asks, in one room. Asked with every page of the office: one statement for a kind, none for roles that it is nothing to. */
export type WaitingOf = (ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) => Promise<readonly Waiting[]>

type Line = {
  kind: string
  says: (count: number) => string
  path: string
  /** Where they are done, if it is one place. */
  pathOf?: (id: string) => string
}

/** The line of a pile; none of a pile of nothing. @example lineOf({ count: 0, … }, { kind: 'draft', … }) // [] */
export function lineOf({ first, places, ...pile }: Pile, { kind, says, path, pathOf }: Line): Waiting[] {
  if (pile.count === 0) return []
  return [{ ...pile, kind, says: says(pile.count), path: places === 1 && first !== null && pathOf ? pathOf(first) : path }]
}
