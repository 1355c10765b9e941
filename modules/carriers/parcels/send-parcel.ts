import { carrierOf } from '@dacsan/carriers'
import type { ReadCreated } from '@dacsan/carriers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { openCredentials, selectAccount } from '../accounts/account.store.ts'
import { parcelActs } from '../acts.ts'
import { askCarrier } from '../ask-carrier.ts'
import type { Answered, CarrierLines } from '../ask-carrier.ts'
import type { ParcelId } from '../rules/ids.ts'
import type { Sent } from '../rules/kinds.ts'
import { nextAskAt } from '../rules/parcel-moves.ts'
import { beginAttempt, endAttempt, lockParcel, openRequest, selectParcel, updateParcel } from './parcel.store.ts'
import type { StoredParcel } from './parcel.store.ts'

/** Longer nobody asks: whoever began was cut off. */
export const attemptMs = 2 * 60_000

type Sending = Pick<Ctx, 'db' | 'actor' | 'now'>

/**
 * Asks the carrier for a parcel that stands in our books. No network inside a transaction: the attempt is noted, the carrier asked, the answer written down.
 * Where an attempt before got no answer, the carrier is asked first whether it has a parcel under our code: it never gets a second one.
 */
export async function sendParcel(ctx: Sending, lines: CarrierLines, id: ParcelId): Promise<Sent> {
  const since = new Date(ctx.now.getTime() - attemptMs)
  const before = await inTransaction(ctx, (tx) => beginAttempt(tx, id, ctx.now, since))
  const parcel = (await selectParcel(ctx.db, id))!
  if (before === null) return stands(parcel)
  const [account, request] = await Promise.all([selectAccount(ctx.db, parcel.accountId), openRequest(ctx.db, id)])
  const credentials = account && account.endedAt === null ? await openCredentials(ctx.db, account) : null
  if (!credentials || request === null) return giveBack(ctx, parcel)
  const carrier = carrierOf(parcel.carrier)
  const ask: Answered<ReadCreated> =
    before === 0 ? await askCarrier(parcel.carrier, credentials, carrier.create, request, lines) : await findOrCreate()
  return settle(ctx, parcel, ask)

  async function findOrCreate(): Promise<Answered<ReadCreated>> {
    if (carrier.find === null) return refuse('silent')
    const found = await askCarrier(parcel.carrier, credentials!, carrier.find, { clientCode: request!.clientCode }, lines)
    if (found.ok) return done({ carrierCode: found.value.carrierCode, feeVnd: found.value.feeVnd })
    if (found.refusal.code !== 'not-found') return refuse('silent')
    return askCarrier(parcel.carrier, credentials!, carrier.create, request!, lines)
  }
}

const stands = ({ state, carrier, attempts }: StoredParcel): Sent => {
  if (state === 'planned') return attempts > 0 && carrierOf(carrier).find === null ? 'unclear' : 'waiting'
  return state === 'refused' ? 'refused' : 'sent'
}

async function giveBack(ctx: Sending, { id, carrier }: StoredParcel): Promise<Sent> {
  // Without a way to ask, another attempt could make a second parcel: it stays where it is until the seller has looked.
  if (carrierOf(carrier).find === null) return 'unclear'
  await inTransaction(ctx, (tx) => endAttempt(tx, id))
  return 'waiting'
}

async function settle(ctx: Sending, parcel: StoredParcel, answer: Answered<ReadCreated>): Promise<Sent> {
  const outcome = readAnswer(answer)
  if (!outcome.ok && outcome.refusal.code === 'unknown') return giveBack(ctx, parcel)
  return inTransaction(ctx, async (tx) => {
    const now = (await lockParcel(tx, parcel.id))!
    if (now.state !== 'planned') return stands(now)
    if (outcome.ok) {
      const { carrierCode, feeVnd } = outcome.value
      const nextAsk = nextAskAt(now.carrier, 'created', ctx.now)
      await updateParcel(tx, now.id, {
        state: 'created',
        at: ctx.now,
        source: 'answer',
        carrierCode,
        feeVnd,
        why: null,
        nextAskAt: nextAsk,
      })
      await record(tx, ctx, parcelActs.move, { subjectId: now.id, detail: { state: 'created', carrierCode } })
      return 'sent'
    }
    const why = 'says' in outcome.refusal ? outcome.refusal.says : ''
    await updateParcel(tx, now.id, {
      state: 'refused',
      at: ctx.now,
      source: 'answer',
      carrierText: why,
      carrierStatus: null,
      why,
      nextAskAt: null,
    })
    await record(tx, ctx, parcelActs.move, { subjectId: now.id, detail: { state: 'refused' } })
    return 'refused'
  })
}

/** A clear no is one; whatever leaves open whether the carrier has it is not known. */
function readAnswer(answer: Answered<ReadCreated>): Outcome<ReadCreated, { code: 'no'; says: string } | { code: 'unknown' }> {
  if (answer.ok) return answer
  const { refusal } = answer
  if (refusal.code === 'exists' && refusal.carrierCode !== null) return done({ carrierCode: refusal.carrierCode, feeVnd: null })
  if (refusal.code === 'refused') return refuse('no', { says: refusal.says })
  if (refusal.code === 'token-refused') return refuse('no', { says: 'token' })
  return refuse('unknown')
}
