import type { Ctx } from './context.ts'

/** What somebody looks for. */
export type Asked = {
  /** As it was typed, without spaces around it. */
  typed: string
  /** Its words as searches compare them (`searchWords`); at least one. */
  words: readonly string[]
  /** The digits and letters alone, in small letters: how codes and telephone numbers are compared. */
  code: string
  /** How many of one kind are asked for. */
  most: number
}

/** One thing that was found: what it is called, what else tells it from others, and where it is opened. */
export type Found = { title: string; about: string; path: string }

/** What was found of one kind. */
export type FoundPile = { kind: string; says: string; found: readonly Found[]; more: boolean }

/** What whoever asks may open in one room and what they look for is part of. Nothing is found that its page would refuse. */
export type FindOf = (ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, asked: Asked) => Promise<readonly FoundPile[]>

/**
 * The pile of rows that were read with one more than is asked for; none of no rows.
 *
 * @example pileOf(rows, { kind: 'lots', says: 'Lô hàng', most: 5, show: (lot) => ({ title: lot.number, about: lot.productName, path: `/van-phong/lo/${lot.id}` }) })
 */
export function pileOf<Row>(
  rows: readonly Row[],
  { kind, says, most, show }: { kind: string; says: string; most: number; show: (row: Row) => Found },
): FoundPile[] {
  if (rows.length === 0) return []
  return [{ kind, says, found: rows.slice(0, most).map(show), more: rows.length > most }]
}
