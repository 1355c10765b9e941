import type { Ctx } from '../context.ts'
import { hasRole } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { countUnpublished } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

/** What the law wants everybody to read and nobody published yet. */
export const disclosureWaiting: WaitingOf = async ({ db, actor, now }) => {
  if (!hasRole(actor, 'administrator')) return []
  const count = await countUnpublished(db, now)
  const pile = { count, since: null, until: null, about: null, first: null, places: count }
  return lineOf(pile, { kind: 'unpublished', says: says.unpublished, path: '/van-phong/quan-tri/cong-bo' })
}

/** How many of the parts that an administrator writes are not published. */
export const unpublishedParts = ({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number> => countUnpublished(db, now)
