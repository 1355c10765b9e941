import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from './ids.ts'
import type { OrganisationKind } from './rules.ts'

export function selectOrganisation(db: ReadDb, by: { code: string } | { id: OrganisationId }) {
  const query = db.selectFrom('organisation').select(['id', 'code', 'name', 'kind', 'commune_code as communeCode'])
  return ('code' in by ? query.where('code', '=', by.code) : query.where('id', '=', by.id)).executeTakeFirst()
}

export function selectOrganisations(db: ReadDb) {
  return db
    .selectFrom('organisation')
    .select(['id', 'code', 'name', 'kind', 'commune_code as communeCode'])
    .orderBy('kind')
    .orderBy('name', inVietnamese)
    .execute()
}

/** False where an organisation has this code already. */
export async function insertOrganisation(
  tx: Tx,
  organisation: {
    id: OrganisationId
    code: string
    name: string
    kind: OrganisationKind
    communeCode: string | null
    parentId: OrganisationId | null
    createdAt: Date
  },
): Promise<boolean> {
  const { id, code, name, kind, communeCode, parentId, createdAt } = organisation
  const inserted = await tx
    .insertInto('organisation')
    .values({ id, code, name, kind, commune_code: communeCode, parent_id: parentId, created_at: createdAt })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}
