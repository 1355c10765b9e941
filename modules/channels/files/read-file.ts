import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { orderHeadingWords, readOrderFile, readSettlementFile, settlementHeadingWords } from '@dacsan/marketplaces'
import type { FileFault, FileRefusal, FileTable, MarketplaceName } from '@dacsan/marketplaces'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { readTableFile } from '../../read-table.ts'
import { channelFileActs, tiesOfSeller } from '../acts.ts'
import type { ReadFileInput } from '../inputs.ts'
import type { ChannelFileId } from '../rules/ids.ts'
import type { ChannelFileKind } from '../rules/kinds.ts'
import type { ReadFileRefusal } from '../rules/refusals.ts'
import { selectShop } from '../shops/shop.store.ts'
import type { Draft } from './draft.ts'
import { insertFile, isTaken } from './file.store.ts'

/** So many faults are kept to be shown; how many there are more is said. */
const mostFaults = 500

type Read = { draft: Draft; faults: FileFault[]; unread: string[]; rows: number }

const readers: Readonly<Record<ChannelFileKind, (from: MarketplaceName, table: FileTable) => Outcome<Read, FileRefusal>>> = {
  orders: (from, table) => {
    const read = readOrderFile(from, table)
    if (!read.ok) return read
    const { orders, faults, unread } = read.value
    return done({ draft: { kind: 'orders', orders }, faults, unread, rows: orders.length })
  },
  settlement: (from, table) => {
    const read = readSettlementFile(from, table)
    if (!read.ok) return read
    const { rows, faults, unread } = read.value
    return done({ draft: { kind: 'settlement', rows }, faults, unread, rows: rows.length })
  },
}
const headingsFor = { orders: orderHeadingWords, settlement: settlementHeadingWords }

/** Reads a file of a shop, to be looked at before it is taken. Nothing of it is in the books yet. */
export async function readChannelFile(
  ctx: Ctx,
  { shopId, kind }: ReadFileInput,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome<{ fileId: ChannelFileId }, ReadFileRefusal>> {
  const shop = await selectShop(ctx.db, shopId)
  requireAct(ctx.actor, channelFileActs.read, tiesOfSeller(shop ?? { organisationId: null }))
  if (!shop) return refuse('shop-missing')
  const table = await readTableFile(file.bytes, headingsFor[kind](shop.channel))
  if (!table.ok) return table
  const read = readers[kind](shop.channel, table.value)
  if (!read.ok) return read
  const { draft, faults, unread, rows } = read.value
  if (rows === 0 && faults.length === 0) return refuse('rows-missing')
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  if (await isTaken(ctx.db, { shopId, kind, digest })) return refuse('file-known')
  const fileId = ctx.newId('chf')
  return inTransaction(ctx, async (tx) => {
    const about = { id: fileId, shopId, producerId: shop.producerId, kind, fileName: file.name.slice(-200), digest, draft, rowCount: rows }
    await insertFile(tx, { ...about, faults: { faults: faults.slice(0, mostFaults), unread }, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, channelFileActs.read, { subjectId: fileId, detail: { kind, rows, faults: faults.length } })
    return done({ fileId })
  })
}
