import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { ownProducer, sellerOverseers } from '../policy.ts'
import { firstDayOfNotice, mayOfSuspension, suspensionStatusOf, tiesOfGoods } from '../rules.ts'
import type { SuspensionId } from '../rules/ids.ts'
import { hoursOfOrder } from './order-hours.ts'
import { isOwn } from './read-papers.ts'
import { countOpenOrders } from './suspended-orders.store.ts'
import { selectSteps, selectSuspension, selectSuspensions } from './suspension.store.ts'
import type { Suspension } from './suspension.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Every suspension of a seller with what was said and done, for whoever looks after sellers. */
export async function suspensionsOfSeller(ctx: Reader, producerId: ProducerId) {
  requireRole(ctx.actor, ...sellerOverseers)
  const today = dateInVietnam(ctx.now)
  const [history, notice, hours, orders] = await Promise.all([
    historyOf(ctx, producerId),
    ruleOn(ctx.db, 'seller.suspension-notice-days', today),
    hoursOfOrder(ctx.db, today),
    countOpenOrders(ctx.db, producerId),
  ])
  return { history, notice, hours, firstDay: firstDayOfNotice(today, notice.value), orders }
}

/** The same for the seller itself; an order that was not carried out yet is not told it. */
export async function ownSuspensions(ctx: Reader) {
  const { id } = await ownProducer(ctx)
  return (await historyOf(ctx, id)).filter(({ status, startsAt }) => status !== 'received' && startsAt !== null)
}

async function historyOf(ctx: Reader, producerId: ProducerId) {
  const suspensions = await selectSuspensions(ctx.db, producerId)
  const steps = await selectSteps(
    ctx.db,
    suspensions.map(({ id }) => id),
  )
  return suspensions.map(({ fileHash, ...suspension }) => ({
    ...suspension,
    hasFile: fileHash !== null,
    status: suspensionStatusOf(suspension, ctx.now),
    isOrder: suspension.kind === 'order',
    ...clockOf(suspension, ctx.now),
    steps: steps.filter(({ suspensionId }) => suspensionId === suspension.id),
    may: mayOfSuspension(suspension, grantsOf(ctx.actor, tiesOfGoods(suspension)), ctx.now),
  }))
}

/** Whether an order was carried out in the hours that it gives, or is late now. */
function clockOf({ kind, carryOutBy, startsAt, endsAt }: Pick<Suspension, 'kind' | 'carryOutBy' | 'startsAt' | 'endsAt'>, now: Date) {
  if (kind === 'notice' || carryOutBy === null) return { isOverdue: false, wasLate: false }
  return { isOverdue: startsAt === null && endsAt === null && now > carryOutBy, wasLate: startsAt !== null && startsAt > carryOutBy }
}

/** The order of the authority, for those who carry it out, and for its seller once it was. */
export async function openSuspensionOrder(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, id: SuspensionId) {
  const suspension = await selectSuspension(ctx.db, id)
  const shown =
    suspension !== undefined && (hasRole(ctx.actor, ...sellerOverseers) || (suspension.startsAt !== null && isOwn(ctx, suspension)))
  if (!suspension || !shown || suspension.fileHash === null) throw new NotFound('No such order')
  const file = await ctx.files.open(suspension.fileHash)
  if (!file) throw new NotFound('No such file')
  return { ...file, mediaType: suspension.mediaType ?? 'application/octet-stream', name: suspension.fileName ?? '' }
}
