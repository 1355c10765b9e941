import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { actorName, requireAct } from '../../identity/index.ts'
import { routeEnquiryActs } from './acts.ts'
import { insertEnquiry, selectEnquiryByCode, selectEnquiryByKey, slotsTaken, updateEnquiry } from './enquiry.store.ts'
import type { EnquireInput } from './inputs.ts'
import { limits } from './limits.ts'
import { beginEnquiry, recordEnquiry } from './policy.ts'
import { lockRoute, selectRouteBySlug } from './route.store.ts'
import type { StoredRoute } from './route.store.ts'
import type { RouteEnquiryId } from './rules/ids.ts'
import type { DayRefusal, EnquireRefusal, VisitEnquiryClosed } from './rules/refusals.ts'
import { judgeDay } from './rules/season.ts'

function newEnquiryCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `TQ-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}

async function judge(db: ReadDb, route: StoredRoute, day: PlainDate, now: Date): Promise<Outcome<null, DayRefusal>> {
  const accepted = (await slotsTaken(db, route.id, day)).length
  return judgeDay(day, { months: route.months, today: dateInVietnam(now), accepted, groups: route.groupsADay })
}

function refuseGroup(route: StoredRoute, { people, language }: EnquireInput): Refused<EnquireRefusal> | null {
  const { leastPeople: least, mostPeople: most } = route
  if (people < least || people > most) return refuse('group-size', { least, most })
  return route.languages.includes(language) ? null : refuse('language-not-spoken')
}

/**
 * Anybody asks to come, without saying who they are; they read the answer by the code. The telephone is for the answer alone and only where it was left.
 * The same form sent again is the same enquiry.
 */
export async function enquire(
  ctx: Ctx,
  slug: string,
  input: EnquireInput,
  address: string,
): Promise<Outcome<{ code: string }, EnquireRefusal>> {
  requireAct(ctx.actor, routeEnquiryActs.ask)
  const before = await selectEnquiryByKey(ctx.db, input.requestKey)
  if (before) return done({ code: before.code })
  const phone = input.phone === '' ? null : mobileNumber(input.phone)
  if (input.phone !== '' && phone === null) return refuse('phone-wrong')
  const known = await selectRouteBySlug(ctx.db, slug)
  if (!known || known.status === 'draft') throw new NotFound('No such route', { slug })
  const wrong = refuseGroup(known, input) ?? refusedOf(await judge(ctx.db, known, input.visitOn, ctx.now))
  if (wrong) return wrong
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.enquiry, address }, { limit: limits.route, subject: known.id })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  return inTransaction(ctx, async (tx): Promise<Outcome<{ code: string }, EnquireRefusal>> => {
    const route = (await lockRoute(tx, known.id))!
    const again = await selectEnquiryByKey(tx, input.requestKey)
    if (again) return done({ code: again.code })
    if (route.status !== 'published' && route.status !== 'recognised') return refuse('route-not-open')
    const one = { id: ctx.newId('ren'), routeId: route.id, code: newEnquiryCode() }
    await insertEnquiry(tx, { ...input, ...one, phone, at: ctx.now })
    await recordEnquiry(tx, ctx, 'ask', one)
    return done({ code: one.code })
  })
}
const refusedOf = (judged: Outcome<null, DayRefusal>): Refused<DayRefusal> | null => (judged.ok ? null : judged)

/** The first free place of a day; the route is held, and two of one place the database refuses. */
async function slotOn(
  tx: Tx,
  route: StoredRoute,
  day: PlainDate,
  now: Date,
): Promise<Outcome<{ slot: number; slots: number }, DayRefusal>> {
  const judged = await judge(tx, route, day, now)
  if (!judged.ok) return judged
  const taken = new Set(await slotsTaken(tx, route.id, day))
  let slot = 1
  while (taken.has(slot)) slot++
  return done({ slot, slots: Math.max(slot, route.groupsADay) })
}

type Answered = Outcome<null, VisitEnquiryClosed | DayRefusal>
const free = { slot: null, slots: null } as const
const by = (ctx: Ctx) => ({ answered_at: ctx.now, answered_by_name: actorName(ctx.actor) })

export async function acceptEnquiry(ctx: Ctx, { enquiryId, answer }: { enquiryId: RouteEnquiryId; answer: string }): Promise<Answered> {
  return inTransaction(ctx, async (tx): Promise<Answered> => {
    const begun = await beginEnquiry(tx, ctx, 'accept', enquiryId)
    if (!begun.ok) return begun
    const { route, enquiry } = begun.value
    const given = await slotOn(tx, route, enquiry.visitOn, ctx.now)
    if (!given.ok) return given
    await updateEnquiry(tx, enquiryId, { status: routeEnquiryActs.accept.to, answer, ...given.value, ...by(ctx) })
    await recordEnquiry(tx, ctx, 'accept', enquiry)
    return done(null)
  })
}

/** Another day, which the visitor takes or not. No place is kept meanwhile, and the page says so. */
export async function offerDay(
  ctx: Ctx,
  { enquiryId, offeredOn, answer }: { enquiryId: RouteEnquiryId; offeredOn: PlainDate; answer: string },
): Promise<Answered> {
  return inTransaction(ctx, async (tx): Promise<Answered> => {
    const begun = await beginEnquiry(tx, ctx, 'offer-day', enquiryId)
    if (!begun.ok) return begun
    const { route, enquiry } = begun.value
    const judged = await judge(tx, route, offeredOn, ctx.now)
    if (!judged.ok) return judged
    await updateEnquiry(tx, enquiryId, { status: routeEnquiryActs['offer-day'].to, offered_on: offeredOn, answer, ...by(ctx) })
    await recordEnquiry(tx, ctx, 'offer-day', enquiry)
    return done(null)
  })
}

/** Also of a group that was accepted before: its place is free again. */
export async function declineEnquiry(
  ctx: Ctx,
  { enquiryId, answer }: { enquiryId: RouteEnquiryId; answer: string },
): Promise<Outcome<null, VisitEnquiryClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, VisitEnquiryClosed>> => {
    const begun = await beginEnquiry(tx, ctx, 'decline', enquiryId)
    if (!begun.ok) return begun
    await updateEnquiry(tx, enquiryId, { status: routeEnquiryActs.decline.to, answer, ...free, ...by(ctx) })
    await recordEnquiry(tx, ctx, 'decline', begun.value.enquiry)
    return done(null)
  })
}

/** The code is the key: whoever has none finds nothing. */
async function byCode(tx: Tx, ctx: Ctx, act: 'take-day' | 'withdraw', code: string) {
  const known = await selectEnquiryByCode(tx, code)
  if (!known) throw new NotFound('No such enquiry')
  return beginEnquiry(tx, ctx, act, known.id)
}

export async function takeOfferedDay(ctx: Ctx, code: string): Promise<Answered> {
  return inTransaction(ctx, async (tx): Promise<Answered> => {
    const begun = await byCode(tx, ctx, 'take-day', code)
    if (!begun.ok) return begun
    const { route, enquiry } = begun.value
    const day = enquiry.offeredOn!
    const given = await slotOn(tx, route, day, ctx.now)
    if (!given.ok) return given
    await updateEnquiry(tx, enquiry.id, { status: routeEnquiryActs['take-day'].to, visit_on: day, ...given.value })
    await recordEnquiry(tx, ctx, 'take-day', enquiry)
    return done(null)
  })
}

export async function withdrawEnquiry(ctx: Ctx, code: string): Promise<Outcome<null, VisitEnquiryClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, VisitEnquiryClosed>> => {
    const begun = await byCode(tx, ctx, 'withdraw', code)
    if (!begun.ok) return begun
    await updateEnquiry(tx, begun.value.enquiry.id, { status: routeEnquiryActs.withdraw.to, ...free })
    await recordEnquiry(tx, ctx, 'withdraw', begun.value.enquiry)
    return done(null)
  })
}
