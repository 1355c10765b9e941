import type { ProductId } from '@dacsan/modules/catalogue/rules'

/** How many a browser keeps, and how many stand beside each other. */
export const mostSaved = 30
export const mostSeen = 12
export const mostCompared = 4

const isProductId = (text: string): text is ProductId => /^prd_\w{1,40}$/.test(text)

/**
 * The products that a cookie names, each once; what is none falls away, since anybody may write his cookies as he likes.
 *
 * @example readOwnList('prd_1.prd_2', 30) // ['prd_1', 'prd_2']
 */
export const readOwnList = (text: string | undefined, most: number): ProductId[] =>
  [...new Set((text ?? '').split('.').filter(isProductId))].slice(0, most)

/** The same as a cookie carries it. */
export const writeOwnList = (ids: readonly ProductId[]): string => ids.join('.')

/** The list with one at its head; the oldest gives way. */
export const withFirst = (ids: readonly ProductId[], id: string, most: number): ProductId[] =>
  isProductId(id) ? [id, ...ids.filter((one) => one !== id)].slice(0, most) : [...ids]
