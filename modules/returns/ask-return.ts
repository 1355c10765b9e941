import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { requireAct, takeUpload } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { ruleOn, rulesOn } from '../law/index.ts'
import { findDeliveredOrder, lockDeliveredOrder, openOrderLink } from '../shop/index.ts'
import type { DeliveredOrder } from '../shop/index.ts'
import { returnActs } from './acts.ts'
import {
  changeReturned,
  insertReturn,
  insertReturnLines,
  selectReturn,
  selectReturnByKey,
  selectReturned,
  selectReturnsOfOrder,
} from './case.store.ts'
import { mostPhotos } from './inputs.ts'
import type { AskReturnInput } from './inputs.ts'
import { limits } from './limits.ts'
import { offerOn } from './offer.store.ts'
import { recordStep } from './open-case.ts'
import type { Link } from './open-case.ts'
import { deadlinesOf } from './rules/clock.ts'
import type { Clock } from './rules/clock.ts'
import { askableReasons, isLateToCome, refuseWish } from './rules/complaints.ts'
import type { AskableReason } from './rules/complaints.ts'
import { reasonsOf } from './rules/reasons.ts'
import type { Reason } from './rules/reasons.ts'
import type { AskRefusal } from './rules/refusals.ts'
import type { ReturnId } from './rules/ids.ts'
import { refuseLines } from './rules/settling.ts'
import { insertPhotos } from './step.store.ts'
import './topics.ts'

/** Minutes to wait before somebody at this address may send a form here again; 0 now. Asked before a file is read. */
export const mayTry = ({ db, now }: Pick<Ctx, 'db' | 'now'>, address: string): Promise<number> =>
  consume(db, now, { limit: limits.tries, address })

/** How long sellers have today. */
export async function clockOn(db: ReadDb, now: Date): Promise<Clock> {
  const law = await rulesOn(db, ['returns.acknowledge-hours', 'returns.answer-hours', 'returns.resolve-days'], dateInVietnam(now))
  return {
    acknowledgeHours: law['returns.acknowledge-hours'].value,
    answerHours: law['returns.answer-hours'].value,
    resolveDays: law['returns.resolve-days'].value,
  }
}

/** For what an order may go back: as the rule and the seller said on the day on which it was placed. */
async function reasonsOfOrder(db: ReadDb, { producerId, createdAt }: Pick<DeliveredOrder, 'producerId' | 'createdAt'>): Promise<Reason[]> {
  const day = dateInVietnam(createdAt)
  const [{ value }, offer] = await Promise.all([ruleOn(db, 'returns.reasons', day), offerOn(db, producerId, day)])
  return reasonsOf(value, offer)
}

/** Whether goods that did not come yet should have, as the rule of today says. */
export async function isLate(
  db: ReadDb,
  { awaited, createdAt }: Pick<DeliveredOrder, 'awaited' | 'createdAt'>,
  now: Date,
): Promise<boolean> {
  if (awaited === null) return false
  const { value: lateDays } = await ruleOn(db, 'returns.late-days', dateInVietnam(now))
  return isLateToCome(awaited, { createdAt, lateDays, now })
}

/** For what a case may be begun now. */
export async function askableOf(db: ReadDb, order: DeliveredOrder, now: Date): Promise<AskableReason[]> {
  const { handedOverAt } = order
  const late = handedOverAt === null && (await isLate(db, order, now))
  return handedOverAt === null && !late ? [] : askableReasons(await reasonsOfOrder(db, order), { handedOverAt, isLate: late, now })
}

type Asked = { reason: AskableReason; lines: AskReturnInput['lines'] }

async function judge(db: ReadDb, order: DeliveredOrder, input: AskReturnInput, now: Date): Promise<Outcome<Asked, AskRefusal>> {
  const askable = await askableOf(db, order, now)
  const reason = askable.find(({ key }) => key === input.reason)
  if (!reason) return refuse(order.handedOverAt === null ? 'not-delivered' : 'reason-closed')
  const refused = refuseWish(reason, input.wanted)
  if (refused) return refused
  // Quantities of a form whose reason names no goods say nothing.
  const lines = reason.lines === 'none' ? [] : input.lines
  if (lines.length === 0 && reason.lines !== 'needed' && input.wanted === 'answer') return done({ reason, lines })
  const returned = await selectReturned(
    db,
    order.lines.map(({ id }) => id),
  )
  const delivered = order.lines.map(({ id, quantity }) => ({ id, quantity, returned: returned.get(id) ?? 0 }))
  return refuseLines(lines, delivered) ?? done({ reason, lines })
}

/** Whoever bought is not content: one case, with photos, and a clock that runs. The same form sent again is the same case. */
export async function askReturn(
  ctx: Ctx,
  link: Link,
  input: AskReturnInput,
  photos: readonly Upload[] = [],
): Promise<Outcome<{ returnId: ReturnId }, AskRefusal>> {
  const { orderId, link: opens } = await openOrderLink(ctx, link)
  requireAct(ctx.actor, returnActs.ask, { link: opens })
  const known = async (db: ReadDb): Promise<Outcome<{ returnId: ReturnId }, AskRefusal> | null> => {
    const before = await selectReturnByKey(db, input.requestKey)
    if (!before) return null
    return before.orderId === orderId ? done({ returnId: before.id }) : refuse('request-key-reused')
  }
  const before = await known(ctx.db)
  if (before) return before
  if (photos.length > mostPhotos) return refuse('too-many-photos', { most: mostPhotos })
  const early = await judge(ctx.db, await findDeliveredOrder(ctx.db, orderId), input, ctx.now)
  if (!early.ok) return early
  const kept: KeptFile[] = []
  for (const photo of photos) {
    const taken = await takeUpload(ctx, photo, ['photo'])
    if (!taken.ok) return taken as Outcome<never, AskRefusal>
    kept.push(taken.value)
  }
  return inTransaction(ctx, async (tx) => {
    const order = await lockDeliveredOrder(tx, orderId)
    const again = await known(tx)
    if (again) return again
    const asked = await judge(tx, order, input, ctx.now)
    if (!asked.ok) return asked
    const { reason, lines } = asked.value
    const { key, says } = reason
    // One at a time of what counts no goods.
    const isRunning = async () => (await selectReturnsOfOrder(tx, orderId)).some((one) => one.reason === key && one.endedAt === null)
    if (lines.length === 0 && (await isRunning())) return refuse('asked-before')
    const id = ctx.newId('ret')
    const { producerId, isSample } = order
    const { wanted, words, requestKey } = input
    await insertReturn(tx, {
      ...deadlinesOf(await clockOn(tx, ctx.now), ctx.now),
      id,
      code: newReturnCode(),
      orderId,
      producerId,
      reason: key,
      reasonSays: says,
      wanted,
      words,
      askedAt: ctx.now,
      requestKey,
      isSample,
    })
    const deliveredOf = (line: string) => order.lines.find((one) => one.id === line)!.quantity
    await insertReturnLines(tx, id, lines)
    await changeReturned(
      tx,
      lines.map((line) => ({ ...line, delivered: deliveredOf(line.orderLineId) })),
    )
    for (const file of kept) await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    await insertPhotos(
      tx,
      id,
      kept.map(({ hash, originalName }, index) => ({ place: index + 1, hash, name: originalName })),
    )
    await recordStep(tx, ctx, 'ask', { one: (await selectReturn(tx, id))!, side: 'buyer' }, { words })
    return done({ returnId: id })
  })
}

/** As its receipt shows it; nobody guesses the next. */
function newReturnCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `KN-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}
