import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'

/** One drawing of a photo; the hash of its bytes is its public address. */
export type PhotoSize = { hash: string; width: number; height: number }

/** A photo that the producer made of its own product; its drawings from the smallest to the largest. */
export type ProductPhoto = { fileHash: string; caption: string | null; sizes: PhotoSize[] }

/** The smallest drawing of the main photo, as lists and scans show it. */
export type MainPhoto = PhotoSize & { caption: string | null }

export const mostPhotos = 6

const KB = 1024
/** How large photos are drawn, longest side in pixels, and the bytes that each may weigh: the budgets of design and scan pages. */
export const photoSizes = [
  { side: 160, most: 6 * KB },
  { side: 480, most: 24 * KB },
  { side: 960, most: 56 * KB },
] as const

export type PhotoRefusal =
  | PhotoUploadRefusal
  | { code: 'photo-missing' }
  | { code: 'photos-full'; most: number }
  | { code: 'photo-repeated' }

/** A new photo goes behind those that are there. */
export function decideAddPhoto(kept: readonly string[], photo: string): Decision<string, PhotoRefusal> {
  if (kept.includes(photo)) return refuse('photo-repeated')
  return kept.length >= mostPhotos ? refuse('photos-full', { most: mostPhotos }) : accept(photo)
}

export const photoMoves = ['first', 'earlier', 'later'] as const
export type PhotoMove = (typeof photoMoves)[number]

/** The photos after one of them was moved; at the end of the row it stays where it is. */
export function arrangePhotos(kept: readonly string[], photo: string, move: PhotoMove): string[] {
  const at = kept.indexOf(photo)
  const to = move === 'first' ? 0 : move === 'earlier' ? at - 1 : at + 1
  return at < 0 || to < 0 || to >= kept.length ? [...kept] : kept.filter((one) => one !== photo).toSpliced(to, 0, photo)
}
