import type { Tx } from '../../context.ts'
import type { SessionId } from '../rules/ids.ts'

/** At the close every dossier of the session, decided or postponed, keeps what it, its producer and its commune are called. */
export async function keepNames(tx: Tx, sessionId: SessionId): Promise<void> {
  await tx
    .updateTable('session_dossier as row')
    .from(['dossier_card as dossier', 'product_card as product', 'producer_card as producer', 'commune_card as commune'])
    .set(({ ref }) => ({ product_name: ref('product.name'), producer_name: ref('producer.name'), commune_name: ref('commune.name') }))
    .where('row.session_id', '=', sessionId)
    .whereRef('dossier.id', '=', 'row.dossier_id')
    .whereRef('product.id', '=', 'dossier.product_id')
    .whereRef('producer.id', '=', 'dossier.producer_id')
    .whereRef('commune.code', '=', 'dossier.commune_code')
    .execute()
}
