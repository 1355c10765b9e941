import type { Outcome } from '@dacsan/decisions'
import type { AnsweredAttribute, CategoryAttribute } from '../category-attributes.ts'
import type { ToldOrder } from '../order-file.ts'

/** What opens the door of one shop, by the names that `keyFields` lists. */
export type DoorKeys = Readonly<Record<string, string>>
export type DoorCall = {
  method: 'GET' | 'POST'
  host: 'api' | 'auth'
  path: string
  headers: Readonly<Record<string, string>>
  /** Bytes where a file goes along. */
  body: string | Uint8Array<ArrayBuffer> | null
}
export type DoorAnswer = { status: number; body: Uint8Array }
/** `busy`: too many calls, or closed for a while: ask again later; `refused`: no, in the words of the marketplace. */
export type DoorRefusal =
  | { code: 'unreadable' }
  | { code: 'token-refused' }
  | { code: 'busy' }
  | { code: 'not-found' }
  | { code: 'refused'; says: string }
export type DoorReading<T> = Outcome<T, DoorRefusal>
export type DoorStep<Asked, Read> = {
  /** `at` by our clock, in milliseconds: each marketplace signs it and turns a call away that is too old. */
  write: (keys: DoorKeys, asked: Asked, at: number) => Promise<DoorCall>
  read: (answer: DoorAnswer) => DoorReading<Read>
}

/** A photo as a JPEG: it is put there first, and the draft names it by what the answer calls it. */
export type DoorPhoto = { bytes: Uint8Array<ArrayBuffer>; name: string }

/** A pack as it is put there, not shown to anybody until the seller shows it. */
export type DraftOffer = {
  sku: string
  title: string
  description: string
  priceVnd: number
  stock: number
  grams: number
  categoryId: string
  gtin: string | null
  /** By what the marketplace calls them, the main one first. */
  photos: readonly string[]
  attributes: readonly AnsweredAttribute[]
}
/** By which the marketplace calls what was put there. */
export type RemoteOffer = { itemId: string; skuId: string; place: string }

/** The door for machines of one marketplace: pure, what to send and what an answer means. */
export type Door = {
  keyFields: readonly string[]
  /** Which of the keys is the number of the shop, by which its pushes are known. */
  shopField: string
  hosts: Readonly<Record<DoorCall['host'], string>>
  /** New keys for old ones, where an access token ran out. */
  refresh: DoorStep<null, DoorKeys>
  /** Orders that changed, by number; `next` leads to the next page, empty at the end. */
  changed: DoorStep<{ from: Date; to: Date; page: string }, { numbers: string[]; next: string }>
  order: DoorStep<{ number: string }, ToldOrder>
  find: DoorStep<{ sku: string }, RemoteOffer | null>
  photo: DoorStep<DoorPhoto, string>
  /** What a category asks to be said of a product. */
  attributes: DoorStep<{ categoryId: string }, CategoryAttribute[]>
  draft: DoorStep<DraftOffer, RemoteOffer>
  stock: DoorStep<{ sku: string; remote: RemoteOffer; quantity: number }, null>
}
