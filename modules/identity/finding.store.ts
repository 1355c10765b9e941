import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { OrganisationKind } from './rules.ts'

/** Organisations whose name or code is asked for, those at work first. */
export function selectAskedOrganisations(db: ReadDb, { words, code, most }: Asked) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'code'])
    .select((eb) => eb.ref('kind').$castTo<OrganisationKind>().as('kind'))
    .where(sql<SqlBool>`(${holdsWords(sql.ref('name'), words)} or ${holdsCode(sql.ref('code'), code)})`)
    .orderBy(sql`status <> 'active'`)
    .orderBy('name', inVietnamese)
    .orderBy('id')
    .limit(most + 1)
    .execute()
}
