import type { ReadDb } from '../../context.ts'
import { balancesAt, recalledAt } from '../../inventory/index.ts'
import type { IntegrityCheck } from '../../room.ts'
import { selectBook } from './book.store.ts'
import { selectAllConsignments } from './consignment.store.ts'
import { integrityWords as words } from './words/names.ts'

/** The book of each consignment and the ledger say the same of its shelf; what a recall took since the last count is in the ledger first. */
export async function compareBooks(db: ReadDb): Promise<{ checked: number; faults: string[] }> {
  const faults: string[] = []
  const all = await selectAllConsignments(db)
  for (const { id, shelfId } of all) {
    const [book, ledger, recalled] = await Promise.all([selectBook(db, id), balancesAt(db, [shelfId]), recalledAt(db, shelfId)])
    const sums = new Map<string, number>()
    const add = (lotId: string, packId: string, delta: number) =>
      sums.set(`${lotId} ${packId}`, (sums.get(`${lotId} ${packId}`) ?? 0) + delta)
    for (const { lotId, packId, delta } of book) add(lotId, packId, delta)
    const known = new Set(book.map(({ ledgerRef }) => ledgerRef))
    for (const { ref, lotId, packId, delta } of recalled) if (!known.has(ref)) add(lotId, packId, delta)
    for (const { lotId, packId, onHand } of ledger) add(lotId, packId, -onHand)
    for (const [goods, off] of sums) if (off !== 0) faults.push(words.fault(id, goods, off))
  }
  return { checked: all.length, faults }
}

export const consignmentIntegrityChecks: Readonly<Record<string, IntegrityCheck>> = {
  'consignment-books': { says: words.says, check: ({ db }) => compareBooks(db) },
}
