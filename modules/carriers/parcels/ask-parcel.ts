import { carrierOf } from '@dacsan/carriers'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { openCredentials, selectAccount } from '../accounts/account.store.ts'
import { parcelActs } from '../acts.ts'
import { askCarrier } from '../ask-carrier.ts'
import type { CarrierLines } from '../ask-carrier.ts'
import type { ParcelId } from '../rules/ids.ts'
import type { EventSource } from '../rules/kinds.ts'
import { askLater, moveOf, nextAskAt } from '../rules/parcel-moves.ts'
import { lockParcel, selectParcel, updateNextAsk, updateParcel } from './parcel.store.ts'

type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>
export type Told = {
  status: string
  statusText: string | null
  state: Parameters<typeof moveOf>[1]['state']
  isConfirmed: boolean
  at: Date | null
  source: EventSource
  feeVnd?: number | null
}

/** Asks the carrier where a parcel is, and writes down what changed. Answers whether somebody could be asked. */
export async function askParcel(ctx: Asking, lines: CarrierLines, id: ParcelId): Promise<boolean> {
  const parcel = await selectParcel(ctx.db, id)
  const detail = parcel && carrierOf(parcel.carrier).detail
  if (!parcel || !detail || parcel.carrierCode === null) return false
  const account = await selectAccount(ctx.db, parcel.accountId)
  const credentials = account && account.endedAt === null ? await openCredentials(ctx.db, account) : null
  const answer = credentials && (await askCarrier(parcel.carrier, credentials, detail, { carrierCode: parcel.carrierCode }, lines))
  if (!answer?.ok || answer.value.carrierCode !== parcel.carrierCode) {
    await inTransaction(ctx, (tx) => updateNextAsk(tx, id, credentials === null ? null : askLater(ctx.now)))
    return false
  }
  const { status, statusText, state, feeVnd } = answer.value
  await inTransaction(ctx, (tx) =>
    writeDown(tx, ctx, id, { status, statusText, state, feeVnd, isConfirmed: true, at: null, source: 'asked' }),
  )
  return true
}

/** What was told of a parcel into its history; the same again is nothing. */
export async function writeDown(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, id: ParcelId, told: Told): Promise<void> {
  const parcel = (await lockParcel(tx, id))!
  // Messages come in any order; the older one is history already.
  if (told.at !== null && parcel.toldAt !== null && told.at < parcel.toldAt) return
  const move = moveOf(parcel, told)
  if (move === null) return updateNextAsk(tx, id, nextAskAt(parcel.carrier, parcel.state, ctx.now))
  const { status: carrierStatus, statusText: carrierText, source, feeVnd } = told
  await updateParcel(tx, id, {
    ...move,
    at: ctx.now,
    source,
    carrierStatus,
    carrierText,
    feeVnd,
    nextAskAt: nextAskAt(parcel.carrier, move.state, ctx.now),
    ...(told.at !== null && { toldAt: told.at }),
  })
  if (move.state !== parcel.state) await record(tx, ctx, parcelActs.move, { subjectId: id, detail: { from: parcel.state, to: move.state } })
}
