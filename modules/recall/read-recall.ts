import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { grantsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { howTold } from '../notifications/index.ts'
import type { HowTold } from '../notifications/index.ts'
import { selectStandOfOrders } from '../shop/index.ts'
import type { StandOfOrder } from '../shop/index.ts'
import { recallActs, tiesOfRecall } from './acts.ts'
import { selectDecisionFile, selectFoundOrders, selectRecall } from './case.store.ts'
import type { StoredRecall } from './case.store.ts'
import { goodsOf } from './goods.ts'
import { isMaker, mayRead } from './policy.ts'
import { addBalances, balanceOf, isAccountedFor } from './rules/balance.ts'
import type { RecallId } from './rules/ids.ts'
import { refundDueOf } from './rules/refund.ts'
import { gapsOf, timeSteps } from './rules/steps.ts'
import { selectPartners } from './partner.store.ts'
import type { StoredPartner } from './partner.store.ts'
import { selectTallyFile } from './tally.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** One recall with everything on its page: for its maker, and for the authorities. */
export async function findRecall(ctx: Reader, id: RecallId) {
  const { db, actor, now } = ctx
  const recall = await readable(ctx, id)
  const [{ lots, lines }, found, partners, minutes, classes] = await Promise.all([
    goodsOf(db, recall),
    selectFoundOrders(db, id),
    selectPartners(db, id),
    ruleOn(db, 'recall.drill-minutes', dateInVietnam(now)),
    ruleOn(db, 'recall.risk-classes', dateInVietnam(recall.startedAt)),
  ])
  const [stands, told] = await Promise.all([
    selectStandOfOrders(db, [...new Set(found.map(({ orderId }) => orderId))]),
    toldOf(db, recall, { lotIds: lots.map(({ lot }) => lot.id), orderIds: found.map(({ orderId }) => orderId) }),
  ])
  const own = isMaker(actor, recall)
  const orders = stands.map((stand) => orderOf(recall, stand, { found, told, own }))
  const balanced = lots.map(({ lot, goods, positions }) => ({ ...lot, positions, books: goods.books, balance: balanceOf(goods) }))
  const balances = addBalances(balanced.map(({ unit, balance }) => ({ unit, ...balance })))
  const facts = {
    undecided: recall.isDrill || recall.decidedAt ? 0 : 1,
    // Whoever got the money back was spoken with.
    unreachable: orders.filter(({ reached, refundDueVnd }) => reached === 'not-reached' && refundDueVnd > 0).length,
    silent: partners.filter(({ answeredAt }) => answeredAt === null).length,
    refunds: recall.isDrill ? 0 : orders.filter(({ refundDueVnd }) => refundDueVnd > 0).length,
  }
  return {
    recall: { ...recall, riskSays: classes.value.find(({ key }) => key === recall.risk)?.says ?? recall.risk },
    lots: balanced,
    balances,
    isAccountedFor: balanced.every(({ balance }) => isAccountedFor(balance)),
    lines,
    orders,
    partners: partners.map(({ linkSecret, ...partner }) => ({ ...partner, linkSecret: recall.status === 'open' ? linkSecret : null })),
    told: sumTold(told),
    steps: timeSteps(recall.beganAt, { ...stepsOf(recall, partners), counted: lines[0]?.at ?? null }),
    drillMinutes: minutes.value,
    gaps: gapsOf(facts, balances),
    isOwn: own,
    isLate: recall.status === 'open' && !recall.isDrill && recall.decidedAt === null && now > recall.decideBy,
    may: mayOf(recallActs, recall.status, grantsOf(actor, tiesOfRecall(recall))),
  }
}
export type RecallView = Awaited<ReturnType<typeof findRecall>>

async function readable(ctx: Reader, id: RecallId): Promise<StoredRecall> {
  const recall = await selectRecall(ctx.db, id)
  if (!recall || !mayRead(ctx.actor, recall)) throw new NotFound('No such recall', { id })
  return recall
}

const stepsOf = ({ startedAt, decidedAt, closedAt }: StoredRecall, partners: readonly StoredPartner[]) => ({
  found: startedAt,
  decided: decidedAt,
  partners: partners[0]?.toldAt ?? null,
  closed: closedAt,
})

// The messages of the rooms below, which know no case, and those of this room.
const ofLots = ['lot.recalled']
const ofOrders = ['lot.recalled-buyers']
const ofCase = ['recall.started', 'recall.partner-told', 'recall.closed']

async function toldOf(
  db: ReadDb,
  { id, isDrill }: StoredRecall,
  { lotIds, orderIds }: { lotIds: readonly string[]; orderIds: readonly string[] },
): Promise<HowTold[]> {
  if (isDrill) return []
  const told = await Promise.all([
    howTold(db, { type: 'lot', ids: lotIds, names: ofLots }),
    howTold(db, { type: 'order', ids: orderIds, names: ofOrders }),
    howTold(db, { type: 'recall', ids: [id], names: ofCase }),
  ])
  return told.flat()
}

/** How many people heard of it: who opened or got the message, who is still being told, who could not be reached. */
function sumTold(told: readonly HowTold[]) {
  const people = Map.groupBy(told, ({ recipient }) => recipient)
  const sums = { people: people.size, reached: 0, waiting: 0, 'not-reached': 0 }
  for (const messages of people.values()) sums[best(messages)]++
  return sums
}

type Reached = HowTold['state']
const best = (messages: readonly HowTold[]): Reached =>
  (['reached', 'waiting'] as const).find((state) => messages.some((message) => message.state === state)) ?? 'not-reached'

type Found = Awaited<ReturnType<typeof selectFoundOrders>>

/** Names and telephones are the seller's business alone. */
function orderOf(
  { isDrill }: StoredRecall,
  stand: StandOfOrder,
  { found, told, own }: { found: Found; told: readonly HowTold[]; own: boolean },
) {
  const lines = found.filter(({ orderId }) => orderId === stand.orderId)
  const messages = told.filter(({ objectId }) => objectId === stand.orderId)
  const amountVnd = lines.reduce((sum, line) => sum + Number(line.amountVnd), 0)
  const { orderId, code, fulfilment, payment } = stand
  return {
    orderId,
    code,
    fulfilment,
    payment,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    amountVnd: dong(amountVnd),
    refundDueVnd: refundDueOf(stand, amountVnd),
    buyer: own ? { name: stand.buyerName, phone: stand.buyerPhone } : null,
    /** Null in a drill: nobody is told. */
    reached: isDrill ? null : best(messages),
  }
}

async function open(ctx: Pick<Ctx, 'files'>, paper: { hash: string; mediaType: string; name: string | null } | undefined) {
  const file = paper && (await ctx.files.open(paper.hash))
  if (!file) throw new NotFound('No such paper of this recall')
  return { ...file, mediaType: paper.mediaType, name: paper.name ?? '' }
}

/** What shows that goods were destroyed or came back: its paper, its photo. */
export async function openTallyFile(ctx: Ctx, id: RecallId, line: string) {
  await readable(ctx, id)
  return open(ctx, await selectTallyFile(ctx.db, id, line, 'file'))
}

export async function openTallyPhoto(ctx: Ctx, id: RecallId, line: string) {
  await readable(ctx, id)
  return open(ctx, await selectTallyFile(ctx.db, id, line, 'photo'))
}

/** The paper of the authority's decision. */
export async function openDecision(ctx: Ctx, id: RecallId) {
  await readable(ctx, id)
  return open(ctx, await selectDecisionFile(ctx.db, id))
}
