import type { ReadDb } from '../../context.ts'
import { selectCarriedFrom } from '../drafting/carried.store.ts'
import type { FilingChanges } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { changesOf } from './changes-of.ts'
import { selectFilings } from './filing.store.ts'

/** What differs between what was last filed in a dossier and in the one of the same product that it goes on from; null where one was never filed. */
export async function changesSinceLastCycle(db: ReadDb, dossierId: DossierId): Promise<FilingChanges | null> {
  const last = await selectCarriedFrom(db, dossierId)
  const [before, after] = [last ? (await selectFilings(db, last.id)).at(-1) : undefined, (await selectFilings(db, dossierId)).at(-1)]
  return before && after ? changesOf(before.content, after.content) : null
}
