import { carrierOf } from '@dacsan/carriers'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, ReadDb } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { openCredentials, selectAccount } from '../accounts/account.store.ts'
import { parcelActs, tiesOfSeller } from '../acts.ts'
import { askCarrier, fetchLabel, saysNo } from '../ask-carrier.ts'
import type { CarrierLines } from '../ask-carrier.ts'
import type { SettleParcelInput } from '../inputs.ts'
import type { ParcelId } from '../rules/ids.ts'
import type { Sent } from '../rules/kinds.ts'
import { nextAskAt } from '../rules/parcel-moves.ts'
import type { CancelRefusal, LabelRefusal, SettleRefusal } from '../rules/refusals.ts'
import { askParcel } from './ask-parcel.ts'
import { lockParcel, selectParcel, selectParcelByCodes, updateParcel } from './parcel.store.ts'
import type { StoredParcel } from './parcel.store.ts'
import { attemptMs, sendParcel } from './send-parcel.ts'

/** A parcel of the seller who asks; anybody else's does not exist. */
export async function ownParcel(ctx: Pick<Ctx, 'db' | 'actor'>, act: keyof typeof parcelActs, id: ParcelId): Promise<StoredParcel> {
  const parcel = await selectParcel(ctx.db, id)
  if (!parcel) throw new NotFound('No such parcel')
  requireAct(ctx.actor, parcelActs[act], tiesOfSeller(parcel))
  return parcel
}

async function secretsOf(db: ReadDb, { accountId }: StoredParcel) {
  const account = await selectAccount(db, accountId)
  return account && account.endedAt === null ? openCredentials(db, account) : null
}

/** Until somebody came for it; the carrier decides, and where it says no it is asked how the parcel stands. */
export async function cancelParcel(ctx: Ctx, lines: CarrierLines, id: ParcelId): Promise<Outcome<null, CancelRefusal>> {
  const parcel = await ownParcel(ctx, 'cancel', id)
  const refused = refuseStatus(parcelActs.cancel, parcel.state)
  if (refused) return refused
  const credentials = await secretsOf(ctx.db, parcel)
  if (credentials === null) return refuse('account-missing')
  const asked = { carrierCode: parcel.carrierCode! }
  const answer = await askCarrier(parcel.carrier, credentials, carrierOf(parcel.carrier).cancel, asked, lines)
  if (!answer.ok) {
    await askParcel(ctx, lines, id)
    // Cancelled before, and the answer was lost.
    if ((await selectParcel(ctx.db, id))!.state === 'cancelled') return done(null)
    return saysNo(answer.refusal)
  }
  return inTransaction(ctx, async (tx): Promise<Outcome<null, CancelRefusal>> => {
    const now = (await lockParcel(tx, id))!
    if (now.state === 'cancelled') return done(null)
    await updateParcel(tx, id, { state: parcelActs.cancel.to, at: ctx.now, source: 'seller', nextAskAt: null, isConfirmed: true })
    await record(tx, ctx, parcelActs.cancel, { subjectId: id, detail: { carrierCode: now.carrierCode } })
    return done(null)
  })
}

/** The label as the carrier draws it: fetched each time, kept nowhere. */
export async function printLabel(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  lines: CarrierLines,
  id: ParcelId,
): Promise<Outcome<{ name: string; mediaType: string; body: Uint8Array }, LabelRefusal>> {
  const parcel = await ownParcel(ctx, 'create', id)
  if (parcel.carrierCode === null) return refuse('no-label')
  const credentials = await secretsOf(ctx.db, parcel)
  if (credentials === null) return refuse('account-missing')
  const file = await fetchLabel(parcel.carrier, credentials, parcel.carrierCode, lines)
  if (!file.ok) return saysNo(file.refusal)
  const ending = file.value.mediaType === 'application/pdf' ? 'pdf' : 'html'
  return done({ name: `${parcel.carrierCode}.${ending}`, ...file.value })
}

/** The seller looks now, without waiting for the clock: what is planned is sent, what is on its way is asked about. */
export async function lookNow(ctx: Ctx, lines: CarrierLines, id: ParcelId): Promise<Sent | 'asked' | 'not-asked'> {
  const parcel = await ownParcel(ctx, 'move', id)
  if (parcel.state === 'planned') return sendParcel(ctx, lines, id)
  return (await askParcel(ctx, lines, id)) ? 'asked' : 'not-asked'
}

/** What the seller found on the carrier's own page, where nobody else can ask: the code, or that there is no such parcel. */
export async function settleParcel(ctx: Ctx, { parcelId, carrierCode }: SettleParcelInput): Promise<Outcome<null, SettleRefusal>> {
  await ownParcel(ctx, 'settle', parcelId)
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SettleRefusal>> => {
    const parcel = (await lockParcel(tx, parcelId))!
    const refused = refuseStatus(parcelActs.settle, parcel.state)
    if (refused) return refused
    if (parcel.askedAt !== null && ctx.now.getTime() - parcel.askedAt.getTime() < attemptMs) return refuse('being-asked')
    const at = ctx.now
    if (carrierCode === '') {
      await updateParcel(tx, parcelId, { state: 'refused', at, source: 'seller', nextAskAt: null })
    } else {
      const other = await selectParcelByCodes(tx, parcel.accountId, { carrierCode, clientCode: null })
      if (other) return refuse('code-taken')
      const nextAsk = nextAskAt(parcel.carrier, 'created', at)
      await updateParcel(tx, parcelId, { state: 'created', at, source: 'seller', carrierCode, isConfirmed: false, nextAskAt: nextAsk })
    }
    await record(tx, ctx, parcelActs.settle, { subjectId: parcelId, detail: { carrierCode } })
    return done(null)
  })
}
