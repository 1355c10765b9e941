import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { MergedOrganisations } from '../../organisation-holding.ts'
import { organisationWords as words } from './words/personal-data.ts'

export async function listEnquiriesOf(db: ReadDb, organisationId: OrganisationId): Promise<string[]> {
  const rows = await db.selectFrom('buyer_enquiry').select('id').where('organisation_id', '=', organisationId).execute()
  return rows.length === 0 ? [] : [words.enquiries(rows.length)]
}

export const moveEnquiries = (tx: Tx, { fromId, intoId }: MergedOrganisations) =>
  tx.updateTable('buyer_enquiry').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
