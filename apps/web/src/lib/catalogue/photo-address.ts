import type { PhotoSize, ProductPhoto } from '@dacsan/modules/catalogue/rules'

/** Where a drawing of a photo is served: its name is the hash of its bytes, so it never changes. */
export const photoHref = ({ hash }: Pick<PhotoSize, 'hash'>): string => `/anh/${hash}.webp`

/** The largest drawing of a photo; every photo has at least one. */
export function largest({ sizes }: ProductPhoto): PhotoSize {
  const size = sizes.at(-1)
  if (!size) throw new Error('a photo without a drawing')
  return size
}
