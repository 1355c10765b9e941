import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { SubscriptionId } from '../rules.ts'

export type NewSocket = { id: SubscriptionId; partnerId: number; queryName: string; keyId: string; aliveFor: number }

/** Lets one more listen, where a key has fewer than so many; false where it has as many. What nobody keeps on goes first. */
export async function insertSocket(tx: Tx, { id, partnerId, queryName, keyId, aliveFor }: NewSocket, most: number): Promise<boolean> {
  // Two that come at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('epcis sockets of ' || ${keyId}))`.execute(tx)
  await sql`delete from epcis_socket where alive_until < now()`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    insert into epcis_socket (id, partner_id, query_name, key_id, opened_at, alive_until)
    select ${id}, ${partnerId}, ${queryName}, ${keyId}, now(), now() + ${aliveFor} * interval '1 millisecond'
    where (select count(*) from epcis_socket where key_id = ${keyId}) < ${most}
    returning id`.execute(tx)
  return rows.length === 1
}

/** Keeps a listener on; false where it is gone, since its query was dropped. */
export async function keepSocket(tx: Tx, id: SubscriptionId, aliveFor: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update epcis_socket set alive_until = now() + ${aliveFor} * interval '1 millisecond' where id = ${id} returning id`.execute(tx)
  return rows.length === 1
}

export async function deleteSocket(tx: Tx, id: SubscriptionId): Promise<void> {
  await tx.deleteFrom('epcis_socket').where('id', '=', id).execute()
}

/** The transaction that runs now. */
export async function selectTransaction(tx: Tx): Promise<string> {
  const { rows } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(tx)
  return rows[0]!.xid
}

/** Whether everything that ran beside a transaction has ended. */
export async function selectIsPast(db: ReadDb, xid: string): Promise<boolean> {
  const { rows } = await sql<{ past: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${xid}::xid8 as past`.execute(db)
  return rows[0]!.past
}
