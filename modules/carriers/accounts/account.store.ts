import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { CarrierAccountStatus } from '../acts.ts'
import type { CarrierAccountId } from '../rules/ids.ts'
import type { CarrierName, Secrets, Sender } from '../rules/kinds.ts'

export const credentialsColumn: LockedColumn = { table: 'carrier_account', key: 'id', column: 'credentials' }
export const pushSecretColumn: LockedColumn = { table: 'carrier_account', key: 'id', column: 'push_secret' }

const accounts = (db: ReadDb) =>
  db
    .selectFrom('carrier_account')
    .innerJoin('producer_card as producer', 'producer.id', 'carrier_account.producer_id')
    .select([
      'carrier_account.id',
      'carrier_account.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'carrier_account.carrier',
      'carrier_account.credentials',
      'carrier_account.push_secret as pushSecret',
      'carrier_account.sender',
      'carrier_account.connected_at as connectedAt',
      'carrier_account.ended_at as endedAt',
    ])
export type StoredAccount = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

export const selectAccount = (db: ReadDb, id: CarrierAccountId): Promise<StoredAccount | undefined> =>
  accounts(db).where('carrier_account.id', '=', id).executeTakeFirst()

export const selectAccountsOf = (db: ReadDb, producerId: ProducerId): Promise<StoredAccount[]> =>
  accounts(db)
    .where('carrier_account.producer_id', '=', producerId)
    .where('carrier_account.ended_at', 'is', null)
    .orderBy('carrier_account.carrier')
    .execute()

/** Every seller with this carrier, each with the secret that its messages bear. */
export async function selectListening(db: ReadDb, carrier: CarrierName): Promise<{ id: CarrierAccountId; secret: string }[]> {
  const rows = await accounts(db)
    .where('carrier_account.carrier', '=', carrier)
    .where('carrier_account.ended_at', 'is', null)
    .orderBy('carrier_account.id')
    .execute()
  const opened = await Promise.all(
    rows.map(async ({ id, pushSecret }) => ({ id, secret: await openTextIfPossible(db, pushSecretColumn, id, pushSecret) })),
  )
  return opened.flatMap(({ id, secret }) => (secret === null ? [] : [{ id, secret }]))
}

export async function lockAccount(tx: Tx, id: CarrierAccountId): Promise<StoredAccount | undefined> {
  const locked = await tx.selectFrom('carrier_account').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectAccount(tx, id)
}

/** What opens the account; null where its key is lost: it is typed anew. */
export async function openCredentials(db: ReadDb, { id, credentials }: Pick<StoredAccount, 'id' | 'credentials'>): Promise<Secrets | null> {
  const text = await openTextIfPossible(db, credentialsColumn, id, credentials)
  return text === null ? null : (JSON.parse(text) as Secrets)
}

export const openPushSecret = (db: ReadDb, { id, pushSecret }: Pick<StoredAccount, 'id' | 'pushSecret'>): Promise<string | null> =>
  openTextIfPossible(db, pushSecretColumn, id, pushSecret)

export async function insertAccount(
  tx: Tx,
  given: {
    id: CarrierAccountId
    producerId: ProducerId
    carrier: CarrierName
    credentials: Secrets
    pushSecret: string
    sender: Sender
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('carrier_account')
    .values({
      id: given.id,
      producer_id: given.producerId,
      carrier: given.carrier,
      credentials: await lockText(tx, credentialsColumn, given.id, JSON.stringify(given.credentials)),
      push_secret: await lockText(tx, pushSecretColumn, given.id, given.pushSecret),
      sender: JSON.stringify(given.sender),
      connected_at: given.at,
      by_id: given.byId,
    })
    .execute()
}

export async function updateAccount(
  tx: Tx,
  id: CarrierAccountId,
  { credentials, sender, at }: { credentials: Secrets; sender: Sender; at: Date },
): Promise<void> {
  await tx
    .updateTable('carrier_account')
    .set({
      credentials: await lockText(tx, credentialsColumn, id, JSON.stringify(credentials)),
      sender: JSON.stringify(sender),
      changed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateEnded(tx: Tx, id: CarrierAccountId, { status, at }: { status: CarrierAccountStatus; at: Date }): Promise<void> {
  await tx
    .updateTable('carrier_account')
    .set({ ended_at: status === 'ended' ? at : null })
    .where('id', '=', id)
    .execute()
}
