import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'

export const selectAbsences = (db: ReadDb) =>
  db
    .selectFrom('fair_application as application')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .where('application.status', '=', 'absent')
    .groupBy(['producer.commune_code', 'commune.name'])
    .select([
      'producer.commune_code as communeCode',
      'commune.name as communeName',
      sql<number>`count(*)::int`.as('absent'),
      sql<number>`count(distinct application.producer_id)::int`.as('producers'),
    ])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('producer.commune_code')
    .execute()
