import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Whose events an organisation has: its own, and those of organisations that were merged into it. */
export type Partners = readonly number[]

export async function selectPartners(db: ReadDb, organisationId: OrganisationId): Promise<Partners> {
  const rows = await db.selectFrom('epcis_partner').select('id').where('organisation_id', '=', organisationId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The one in whose name an organisation captures; made when it first does. */
export async function ownPartner(tx: Tx, organisationId: OrganisationId): Promise<number> {
  const [own] = await selectPartners(tx, organisationId)
  if (own !== undefined) return own
  // Two that come at once for the first time are one partner.
  await sql`select pg_advisory_xact_lock(hashtext(${`epcis partner of ${organisationId}`}))`.execute(tx)
  const [meanwhile] = await selectPartners(tx, organisationId)
  if (meanwhile !== undefined) return meanwhile
  const made = await tx.insertInto('epcis_partner').values({ organisation_id: organisationId }).returning('id').executeTakeFirstOrThrow()
  return made.id
}

/**
 * Where somebody has subscribed, events of a partner are recorded one capture after the other: their numbers then come in the order of the commits, so that
 * whoever was told up to a number has missed none. Judged and hashed they are before.
 */
export async function holdRecording(tx: Tx, partnerId: number): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('epcis recording'), ${partnerId})
    where exists (select from epcis_subscription where partner_id = ${partnerId})`.execute(tx)
}

/** Gives the partners of one organisation to another, and with them everything that is theirs. */
export async function movePartners(tx: Tx, fromId: OrganisationId, intoId: OrganisationId): Promise<void> {
  await tx.updateTable('epcis_partner').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
}
