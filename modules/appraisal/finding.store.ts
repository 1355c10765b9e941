import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { UserId } from '../identity/rules.ts'

/** Dossiers on the tables of the councils in which somebody sits, the latest session first. */
export function selectAskedTabled(db: ReadDb, { words, code, most }: Asked, userId: UserId) {
  return db
    .selectFrom('session_dossier as tabled')
    .innerJoin('council_session as session', 'session.id', 'tabled.session_id')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'tabled.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .select([
      'session.id as sessionId',
      'session.held_on as heldOn',
      'session.place',
      'product.name as productName',
      'producer.name as producerName',
    ])
    .where('session.council_id', 'in', (nested) => nested.selectFrom('council_member').select('council_id').where('user_id', '=', userId))
    .where(sql<SqlBool>`(${holdsWords(sql.ref('product.search_text'), words)} or ${holdsCode(sql.ref('dossier.code'), code)})`)
    .orderBy('session.held_on', 'desc')
    .orderBy('dossier.id')
    .limit(most + 1)
    .execute()
}
