import { NotFound } from '@dacsan/decisions'
import type { ToldOrder } from '@dacsan/marketplaces'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { creditsOf } from '../../payments/index.ts'
import { channelFileActs, tiesOfSeller } from '../acts.ts'
import { selectByNumbers } from '../orders/order.store.ts'
import { ownSeller } from '../policy.ts'
import type { ChannelFileId } from '../rules/ids.ts'
import { feesOf, rowKeys, settlementState } from '../rules/judge-settlement.ts'
import { nextState } from '../rules/order-moves.ts'
import { countPaid, selectKnownKeys, selectSettlements } from '../settlements/settlement.store.ts'
import { selectOwnPacks, selectShop, selectShopsOf, selectSkus } from '../shops/shop.store.ts'
import { selectDraft, selectFile, selectFilesOf } from './file.store.ts'
import type { StoredFile } from './file.store.ts'

const mostPast = 30
const mostCredits = 6

/** The shops of a seller, and the files of before. */
export async function findChannelFiles(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const [shops, past] = await Promise.all([selectShopsOf(ctx.db, producerId), selectFilesOf(ctx.db, producerId, mostPast)])
  return { shops: shops.map(({ id, channel, name }) => ({ id, channel, name })), past }
}

export type WhatOfRow = 'fresh' | 'changed' | 'known' | 'old'

/** One file: what would be written of each row before it is taken; afterwards what was. */
export async function findChannelFile(ctx: Pick<Ctx, 'db' | 'actor'>, id: ChannelFileId) {
  const file = await selectFile(ctx.db, id)
  if (!file) throw new NotFound('No such file')
  requireAct(ctx.actor, channelFileActs.take, tiesOfSeller(file))
  const isRead = file.status === 'read'
  const draft = isRead ? await selectDraft(ctx.db, id) : null
  const { rows: orders, unnamed } = draft?.kind === 'orders' ? await previewOrders(ctx.db, file, draft.orders) : { rows: [], unnamed: 0 }
  const settlements =
    draft?.kind === 'settlement'
      ? await previewRows(ctx.db, file, draft.rows)
      : (await selectSettlements(ctx.db, { fileId: id })).map((row) => ({ ...row, what: 'known' as const, state: settlementState(row) }))
  const netVnd = settlements.filter(({ what }) => what === 'fresh').reduce((sum, row) => sum + row.netVnd, 0)
  const whats = [...orders, ...settlements].map(({ what }) => what)
  return {
    ...file,
    isRead,
    orders,
    settlements,
    unnamed,
    counts: Object.fromEntries((['fresh', 'changed', 'known', 'old'] as const).map((what) => [what, whats.filter((one) => one === what).length])) as Record<WhatOfRow, number>, // prettier-ignore
    credits: isRead && file.kind === 'settlement' ? await creditsOf(ctx, { producerId: file.producerId, amountVnd: netVnd, most: mostCredits }) : [], // prettier-ignore
  }
}

async function previewOrders(db: ReadDb, file: StoredFile, told: readonly ToldOrder[]) {
  const [shop, known, skus, packs] = await Promise.all([
    selectShop(db, file.shopId),
    selectByNumbers(db, file.shopId, told.map(({ number }) => number)), // prettier-ignore
    selectSkus(db, file.shopId),
    selectOwnPacks(db, file.producerId),
  ])
  const byNumber = new Map(known.map((order) => [order.number, order]))
  const whatOf = ({ number, state, orderedOn }: ToldOrder): WhatOfRow => {
    const before = byNumber.get(number)
    if (before) return nextState(before, { state, at: null }) === before.state ? 'known' : 'changed'
    return orderedOn < shop!.goodsFrom ? 'old' : 'fresh'
  }
  const isNamed = (one: string) => skus.some(({ sku }) => sku === one) || packs.some(({ packId, gtin }) => packId === one || gtin === one)
  const rows = told.map((order) => ({ ...order, what: whatOf(order), amountVnd: order.lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0) })) // prettier-ignore
  const asked = new Set(rows.filter(({ what }) => what === 'fresh').flatMap(({ lines }) => lines.map(({ sku }) => sku)))
  return { rows, unnamed: [...asked].filter((sku) => !isNamed(sku)).length }
}

async function previewRows(db: ReadDb, { shopId }: StoredFile, rows: Parameters<typeof rowKeys>[0]) {
  const keys = rowKeys(rows)
  const numbers = rows.map(({ number }) => number)
  const [known, orders, paid] = await Promise.all([selectKnownKeys(db, shopId, keys), selectByNumbers(db, shopId, numbers), countPaid(db, shopId, numbers)]) // prettier-ignore
  const amounts = new Map(orders.map(({ number, amountVnd }) => [number, amountVnd]))
  return rows.map((row, place) => {
    const isKnown = known.has(keys[place]!)
    const nth = (paid.get(row.number) ?? 0) + 1
    if (!isKnown && row.grossVnd !== 0) paid.set(row.number, nth)
    const expectedVnd = amounts.get(row.number) ?? null
    return { ...row, feesVnd: feesOf(row), expectedVnd, what: isKnown ? ('known' as const) : ('fresh' as const), state: settlementState({ ...row, expectedVnd, nth: isKnown ? 1 : nth }) } // prettier-ignore
  })
}
