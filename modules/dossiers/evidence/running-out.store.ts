import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'

/** Of each paper the newest: what was replaced has not run out. */
export const selectRunningOut = (db: ReadDb, until: string) =>
  db
    .selectFrom('evidence as paper')
    .innerJoin('producer_card as producer', 'producer.id', 'paper.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .where('paper.expires_on', '<=', until)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('evidence as newer').select('newer.id').whereRef('newer.replaces_id', '=', 'paper.id'))))
    .groupBy(['paper.kind', 'producer.commune_code', 'commune.name'])
    .select([
      'paper.kind',
      'producer.commune_code as communeCode',
      'commune.name as communeName',
      sql<number>`count(*)::int`.as('papers'),
      sql<number>`count(distinct paper.producer_id)::int`.as('producers'),
      sql<string>`min(paper.expires_on)::text`.as('firstOn'),
    ])
    .orderBy(sql`count(distinct paper.producer_id)`, 'desc')
    .orderBy('paper.kind')
    .orderBy('producer.commune_code')
    .execute()
