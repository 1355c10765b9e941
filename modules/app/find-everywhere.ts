import { searchWords } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import type { FoundPile } from '../finding.ts'
import { requirePerson } from '../identity/index.ts'
import { rooms } from '../rooms.ts'

/** So many of one kind are shown; who wants more types more. */
const most = 5
const longest = 120
/** A letter or two is part of everything. */
const least = 2

/** What was found, the things of the reader's own desks first; `tooShort` where too little was typed to look for. */
export type FoundEverywhere = { typed: string; tooShort: boolean; least: number; piles: readonly FoundPile[] }

const isPublic = ({ found }: FoundPile): boolean => found.every(({ path }) => !path.startsWith('/van-phong'))

/**
 * Everything that the signed-in person may open and that a text is part of: by names without accents, by codes and telephone numbers however they
 * are parted. Every room finds by its own rules of who may read.
 */
export async function findEverywhere(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, text: string): Promise<FoundEverywhere> {
  requirePerson(ctx.actor)
  const typed = text.trim().slice(0, longest)
  const words = searchWords(typed)
  const code = words.join('').replaceAll(/[^a-z0-9]/g, '')
  if (words.join('').length < least) return { typed, tooShort: typed !== '', least, piles: [] }
  const piles = await Promise.all(rooms.map(({ find }) => find?.(ctx, { typed, words, code, most }) ?? []))
  // One's own work before what everybody sees.
  return { typed, tooShort: false, least, piles: piles.flat().toSorted((one, other) => Number(isPublic(one)) - Number(isPublic(other))) }
}
