import type { RequestEvent } from '@sveltejs/kit'
import type { ProductId } from '@dacsan/modules/catalogue/rules'
import { mostSaved, mostSeen, readOwnList, withFirst, writeOwnList } from './own-list.ts'

// What somebody saved or saw lies on the device alone, in these cookies, and nowhere here (/bao-mat says so). They hold products and nothing of who it is.
type Asked = Pick<RequestEvent, 'cookies' | 'url'>
const nameAt = ({ url }: Asked, name: 'luu' | 'xem') => (url.protocol === 'https:' ? `__Host-${name}` : name)
const lasting = ({ url }: Asked) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 180 * 86_400 }) as const

export const savedOf = (asked: Asked): ProductId[] => readOwnList(asked.cookies.get(nameAt(asked, 'luu')), mostSaved)

export function saveProduct(asked: Asked, id: ProductId): void {
  keepSaved(asked, withFirst(savedOf(asked), id, mostSaved))
}

export function dropProduct(asked: Asked, id: ProductId): void {
  keepSaved(
    asked,
    savedOf(asked).filter((one) => one !== id),
  )
}

function keepSaved(asked: Asked, ids: readonly ProductId[]): void {
  if (ids.length === 0) asked.cookies.delete(nameAt(asked, 'luu'), { path: '/', secure: asked.url.protocol === 'https:' })
  else asked.cookies.set(nameAt(asked, 'luu'), writeOwnList(ids), lasting(asked))
}

/** Nothing is remembered of what somebody looks at before he asks for it: then the cookie is there, empty at first. */
export const remembersSeen = (asked: Asked): boolean => asked.cookies.get(nameAt(asked, 'xem')) !== undefined

export const seenOf = (asked: Asked): ProductId[] => readOwnList(asked.cookies.get(nameAt(asked, 'xem')), mostSeen)

export function rememberSeen(asked: Asked, id?: string): void {
  const ids = id === undefined ? seenOf(asked) : withFirst(seenOf(asked), id, mostSeen)
  asked.cookies.set(nameAt(asked, 'xem'), writeOwnList(ids) || '-', lasting(asked))
}

export function forgetSeen(asked: Asked): void {
  asked.cookies.delete(nameAt(asked, 'xem'), { path: '/', secure: asked.url.protocol === 'https:' })
}
