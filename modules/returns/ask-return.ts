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
import { changeReturned, insertReturn, insertReturnLines, selectReturn, selectReturnByKey, selectReturned } from './case.store.ts'
import { mostPhotos } from './inputs.ts'
import type { AskReturnInput } from './inputs.ts'
import { limits } from './limits.ts'
import { offerOn } from './offer.store.ts'
import { recordStep } from './open-case.ts'
import type { Link } from './open-case.ts'
import { deadlinesOf } from './rules/clock.ts'
import type { Clock } from './rules/clock.ts'
import { openReasons, reasonsOf } from './rules/reasons.ts'
import type { OpenReason, Reason } from './rules/reasons.ts'
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
export async function reasonsOfOrder(
  db: ReadDb,
  { producerId, createdAt }: Pick<DeliveredOrder, 'producerId' | 'createdAt'>,
): Promise<Reason[]> {
  const day = dateInVietnam(createdAt)
  const [{ value }, offer] = await Promise.all([ruleOn(db, 'returns.reasons', day), offerOn(db, producerId, day)])
  return reasonsOf(value, offer)
}

type Asked = { reason: OpenReason; order: DeliveredOrder }

async function judge(db: ReadDb, order: DeliveredOrder, input: AskReturnInput, now: Date): Promise<Outcome<Asked, AskRefusal>> {
  const { handedOverAt } = order
  if (handedOverAt === null) return refuse('not-delivered')
  const reason = openReasons(await reasonsOfOrder(db, order), { handedOverAt, now }).find(({ key }) => key === input.reason)
  if (!reason) return refuse('reason-closed')
  const returned = await selectReturned(
    db,
    order.lines.map(({ id }) => id),
  )
  const delivered = order.lines.map(({ id, quantity }) => ({ id, quantity, returned: returned.get(id) ?? 0 }))
  return refuseLines(input.lines, delivered) ?? done({ reason, order })
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
    const { key, says } = asked.value.reason
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
    await insertReturnLines(tx, id, input.lines)
    await changeReturned(
      tx,
      input.lines.map((line) => ({ ...line, delivered: deliveredOf(line.orderLineId) })),
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
