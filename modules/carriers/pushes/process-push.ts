import { carrierOf } from '@dacsan/carriers'
import type { ReadPush } from '@dacsan/carriers'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import type { CarrierLines } from '../ask-carrier.ts'
import { askParcel, writeDown } from '../parcels/ask-parcel.ts'
import { lockParcel, selectParcelByCodes, updateNextAsk, updateParcel } from '../parcels/parcel.store.ts'
import type { StoredParcel } from '../parcels/parcel.store.ts'
import { sendParcel } from '../parcels/send-parcel.ts'
import type { CarrierPushId } from '../rules/ids.ts'
import { momentTold } from '../rules/parcel-moves.ts'
import { selectPush, updatePush } from './push.store.ts'

type Working = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Works on a message: asks the carrier about each parcel that it names. Done twice it changes nothing. */
export async function processPush(ctx: Working, lines: CarrierLines, id: CarrierPushId): Promise<void> {
  const push = await selectPush(ctx.db, id)
  if (push?.state !== 'stored') return
  const read = carrierOf(push.carrier).readPush(new TextEncoder().encode(push.body))
  let known = 0
  for (const told of read.ok ? read.value : []) {
    const parcel = await selectParcelByCodes(ctx.db, push.accountId, told)
    if (!parcel) continue
    known++
    await follow(ctx, lines, parcel, told)
  }
  await inTransaction(ctx, (tx) => updatePush(tx, id, known > 0 ? 'asked' : 'unknown', ctx.now))
}

async function follow(ctx: Working, lines: CarrierLines, parcel: StoredParcel, told: ReadPush): Promise<void> {
  const { detail } = carrierOf(parcel.carrier)
  if (detail === null) return believe(ctx, parcel, told)
  if (parcel.state === 'planned') return void (await sendParcel(ctx, lines, parcel.id))
  // Whoever cannot be reached now is asked by the clock: the hint is not lost.
  if (!(await askParcel(ctx, lines, parcel.id)) && parcel.carrierCode !== null)
    await inTransaction(ctx, (tx) => updateNextAsk(tx, parcel.id, ctx.now))
}

/** Nobody can be asked (Viettel Post): what bears the seller's secret is shown as told, and said to be unconfirmed. */
async function believe(ctx: Working, parcel: StoredParcel, told: ReadPush): Promise<void> {
  const at = momentTold(told.at)
  await inTransaction(ctx, async (tx) => {
    const now = (await lockParcel(tx, parcel.id))!
    if (now.state === 'planned') {
      const { carrierCode } = told
      await updateParcel(tx, now.id, { state: 'created', at: ctx.now, source: 'told', carrierCode, isConfirmed: false, nextAskAt: null })
    }
    const { status, statusText, state } = told
    await writeDown(tx, ctx, now.id, { status, statusText, state, isConfirmed: false, at, source: 'told' })
  })
}
