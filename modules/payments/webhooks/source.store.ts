import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { WebhookSourceStatus } from '../acts.ts'
import type { WebhookSourceId } from '../rules/ids.ts'
import type { Provider } from '../rules/kinds.ts'

export const secretColumn: LockedColumn = { table: 'webhook_source', key: 'id', column: 'secret' }
export const secretBeforeColumn: LockedColumn = { table: 'webhook_source', key: 'id', column: 'secret_before' }

const sources = (db: ReadDb) =>
  db
    .selectFrom('webhook_source')
    .innerJoin('producer_card as producer', 'producer.id', 'webhook_source.producer_id')
    .select([
      'webhook_source.id',
      'webhook_source.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'webhook_source.provider',
      'webhook_source.secret',
      'webhook_source.secret_before as secretBefore',
      'webhook_source.before_until as beforeUntil',
      'webhook_source.connected_at as connectedAt',
      'webhook_source.rotated_at as rotatedAt',
      'webhook_source.ended_at as endedAt',
    ])
export type StoredSource = Awaited<ReturnType<ReturnType<typeof sources>['executeTakeFirstOrThrow']>>

/** Every seller that has connected this provider, each with the secrets that are good now: the present one, and the one before for a while. */
export async function selectListening(db: ReadDb, provider: Provider, now: Date) {
  const rows = await sources(db).where('provider', '=', provider).where('ended_at', 'is', null).orderBy('webhook_source.id').execute()
  return Promise.all(
    rows.map(async ({ id, producerId, secret, secretBefore, beforeUntil }) => {
      const before = beforeUntil !== null && beforeUntil > now ? secretBefore : null
      const opened = await Promise.all([openSecret(db, id, secretColumn, secret), openSecret(db, id, secretBeforeColumn, before)])
      return { id, producerId, secrets: opened.filter((one) => one !== null) }
    }),
  )
}

const openSecret = (db: ReadDb, id: WebhookSourceId, column: LockedColumn, text: LockedText | null) =>
  openTextIfPossible(db, column, id, text)

export const selectSourcesOf = (db: ReadDb, producerId: ProducerId): Promise<StoredSource[]> =>
  sources(db).where('producer_id', '=', producerId).where('ended_at', 'is', null).orderBy('provider').execute()

export const selectSource = (db: ReadDb, id: WebhookSourceId): Promise<StoredSource | undefined> =>
  sources(db).where('webhook_source.id', '=', id).executeTakeFirst()

/** The source, held until the end of the transaction. */
export async function lockSource(tx: Tx, id: WebhookSourceId): Promise<StoredSource | undefined> {
  const locked = await tx.selectFrom('webhook_source').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectSource(tx, id)
}

export async function insertSource(
  tx: Tx,
  given: { id: WebhookSourceId; producerId: ProducerId; provider: Provider; secret: string; at: Date; byId: UserId | null },
): Promise<void> {
  const secret = await lockText(tx, secretColumn, given.id, given.secret)
  await tx
    .insertInto('webhook_source')
    .values({ id: given.id, producer_id: given.producerId, provider: given.provider, secret, connected_at: given.at, by_id: given.byId })
    .execute()
}

export async function updateSecret(
  tx: Tx,
  { id }: Pick<StoredSource, 'id'>,
  { secret, before, until, at }: { secret: string; before: string; until: Date; at: Date },
): Promise<void> {
  await tx
    .updateTable('webhook_source')
    .set({
      secret: await lockText(tx, secretColumn, id, secret),
      secret_before: await lockText(tx, secretBeforeColumn, id, before),
      before_until: until,
      rotated_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export const presentSecret = (db: ReadDb, { id, secret }: Pick<StoredSource, 'id' | 'secret'>): Promise<string | null> =>
  openSecret(db, id, secretColumn, secret)

export async function updateEnded(tx: Tx, id: WebhookSourceId, { status, at }: { status: WebhookSourceStatus; at: Date }): Promise<void> {
  const ended_at = status === 'ended' ? at : null
  await tx.updateTable('webhook_source').set({ ended_at, secret_before: null, before_until: null }).where('id', '=', id).execute()
}
