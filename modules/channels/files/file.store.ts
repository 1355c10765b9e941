import type { FileFault } from '@dacsan/marketplaces'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { BankLineId } from '../../payments/rules.ts'
import type { ChannelFileStatus } from '../acts.ts'
import type { ChannelFileId, ChannelShopId } from '../rules/ids.ts'
import type { ChannelFileKind } from '../rules/kinds.ts'
import type { Draft } from './draft.ts'

const files = (db: ReadDb) =>
  db
    .selectFrom('channel_file')
    .innerJoin('channel_shop', 'channel_shop.id', 'channel_file.shop_id')
    .innerJoin('producer_card as producer', 'producer.id', 'channel_file.producer_id')
    .select([
      'channel_file.id',
      'channel_file.shop_id as shopId',
      'channel_file.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'channel_shop.channel',
      'channel_shop.name as shopName',
      'channel_file.kind',
      'channel_file.file_name as fileName',
      'channel_file.file_digest as digest',
      'channel_file.status',
      'channel_file.faults',
      'channel_file.row_count as rowCount',
      'channel_file.read_at as readAt',
      'channel_file.taken_at as takenAt',
    ])
export type StoredFile = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>

export const selectFile = (db: ReadDb, id: ChannelFileId): Promise<StoredFile | undefined> =>
  files(db).where('channel_file.id', '=', id).executeTakeFirst()

export async function lockFile(tx: Tx, id: ChannelFileId): Promise<StoredFile | undefined> {
  const locked = await tx.selectFrom('channel_file').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectFile(tx, id)
}

export const selectFilesOf = (db: ReadDb, producerId: ProducerId, most: number): Promise<StoredFile[]> =>
  files(db)
    .where('channel_file.producer_id', '=', producerId)
    .orderBy('channel_file.read_at', 'desc')
    .orderBy('channel_file.id')
    .limit(most)
    .execute()

export async function selectDraft(db: ReadDb, id: ChannelFileId): Promise<Draft | null> {
  const row = await db.selectFrom('channel_file').where('id', '=', id).select('draft').executeTakeFirst()
  return row?.draft ?? null
}

export async function isTaken(db: ReadDb, { shopId, kind, digest }: Pick<StoredFile, 'shopId' | 'kind' | 'digest'>): Promise<boolean> {
  const row = await db
    .selectFrom('channel_file')
    .where('shop_id', '=', shopId)
    .where('kind', '=', kind)
    .where('file_digest', '=', digest)
    .where('status', '=', 'taken')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertFile(
  tx: Tx,
  given: {
    id: ChannelFileId
    shopId: ChannelShopId
    producerId: ProducerId
    kind: ChannelFileKind
    fileName: string
    digest: string
    draft: Draft
    faults: { faults: readonly FileFault[]; unread: readonly string[] }
    rowCount: number
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('channel_file')
    .values({
      id: given.id,
      shop_id: given.shopId,
      producer_id: given.producerId,
      kind: given.kind,
      file_name: given.fileName,
      file_digest: given.digest,
      status: 'read',
      draft: JSON.stringify(given.draft),
      faults: JSON.stringify(given.faults),
      row_count: given.rowCount,
      read_at: given.at,
      read_by_id: given.byId,
    })
    .execute()
}

export async function updateTaken(
  tx: Tx,
  id: ChannelFileId,
  { status, bankLineId, at, byId }: { status: ChannelFileStatus; bankLineId: BankLineId | null; at: Date; byId: UserId | null },
): Promise<void> {
  await tx
    .updateTable('channel_file')
    .set({ status, draft: null, bank_line_id: bankLineId, taken_at: at, taken_by_id: byId })
    .where('id', '=', id)
    .execute()
}

/** Files that were read and not taken are thrown away after a while. */
export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('channel_file').where('status', '=', 'read').where('read_at', '<', before).execute()
}
