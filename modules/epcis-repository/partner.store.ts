import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Whose events an organisation has: its own, and those of organisations that were merged into it. */
export type Partners = readonly number[]

export async function selectPartners(db: ReadDb, organisationId: OrganisationId): Promise<Partners> {
  const rows = await db.selectFrom('epcis_partner').select('id').where('organisation_id', '=', organisationId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The one in whose name an organisation asks and subscribes; made when it first does. */
export async function ownPartner(tx: Tx, organisationId: OrganisationId): Promise<number> {
  const { rows } = await sql<{ id: number }>`select epcis_own_partner(${organisationId}) as id`.execute(tx)
  return rows[0]!.id
}

/** The same, with the right to record until the end of the transaction: where somebody has subscribed, one after the other. */
export async function recordingPartner(tx: Tx, organisationId: OrganisationId): Promise<number> {
  const { rows } = await sql<{ id: number }>`select epcis_recording_partner(${organisationId}) as id`.execute(tx)
  return rows[0]!.id
}

/** Gives the partners of one organisation to another, and with them everything that is theirs. */
export async function movePartners(tx: Tx, fromId: OrganisationId, intoId: OrganisationId): Promise<void> {
  await tx.updateTable('epcis_partner').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
}
