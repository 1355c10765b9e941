import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { CarriedPlace } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

/** The last dossier of a product, whatever became of it. */
export function selectLastOfProduct(db: ReadDb, productId: ProductId) {
  return db
    .selectFrom('dossier')
    .select(['id', 'criteria_decision as criteriaDecision', 'set_code as setCode'])
    .where('product_id', '=', productId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function updateCarriedFrom(tx: Tx, id: DossierId, from: DossierId): Promise<void> {
  await tx.updateTable('dossier').set({ carried_from: from }).where('id', '=', id).execute()
}

/** The dossier that this one goes on from, and its day: that of its filing, or of its last word. */
export async function selectCarriedFrom(db: ReadDb, id: DossierId): Promise<{ id: DossierId; at: Date } | null> {
  const row = await db
    .selectFrom('dossier')
    .innerJoin('dossier as last', 'last.id', 'dossier.carried_from')
    .select(['last.id', 'last.submitted_at as filedAt', 'last.updated_at as updatedAt'])
    .where('dossier.id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, at: row.filedAt ?? row.updatedAt } : null
}

export async function insertCarried(tx: Tx, id: DossierId, places: readonly CarriedPlace[]): Promise<void> {
  if (places.length === 0) return
  await tx
    .insertInto('dossier_carried')
    .values(places.map((place) => ({ dossier_id: id, place })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The places that nobody has looked at yet. */
export async function selectCarried(db: ReadDb, id: DossierId): Promise<CarriedPlace[]> {
  const rows = await db.selectFrom('dossier_carried').select('place').where('dossier_id', '=', id).orderBy('place').execute()
  return rows.map(({ place }) => place)
}

export async function deleteCarried(tx: Tx, id: DossierId, places: readonly CarriedPlace[]): Promise<void> {
  if (places.length === 0) return
  await tx
    .deleteFrom('dossier_carried')
    .where('dossier_id', '=', id)
    .where('place', 'in', [...places])
    .execute()
}

/** Of the scorecard: its sections are others now. */
export async function deleteScorePlaces(tx: Tx, id: DossierId): Promise<void> {
  await tx.deleteFrom('dossier_carried').where('dossier_id', '=', id).where('place', 'like', 'score:%').execute()
}
