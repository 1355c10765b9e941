import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { actorId, requireAct } from '../../identity/index.ts'
import { holidays, rulesOn } from '../../law/index.ts'
import { fairActs } from './acts.ts'
import type { FairAct } from './acts.ts'
import { hasSlug, insertFair, replaceKinds, selectFairByKey, updateFair, updateFairFields } from './fair.store.ts'
import type { FairFields, StandKind } from './fair.store.ts'
import type { CancelFairInput, ChangeFairInput, CreateFairInput, FairInput, ReportFairInput } from './inputs.ts'
import { beginFair, recordFair } from './policy.ts'
import { datesOf } from './rules/clocks.ts'
import type { FairClock } from './rules/clocks.ts'
import type { FairId } from './rules/ids.ts'
import type { FairClosed, FairFormRefusal, MoveRefusal } from './rules/refusals.ts'
import { slugOf } from '../slug.ts'

const clockTopics = [
  'fair.register-days-from',
  'fair.register-days-to',
  'fair.answer-working-days',
  'fair.change-days',
  'fair.report-days',
] as const

/** The law of the clocks of fairs on a day, with the rows that it stands on. */
export async function clockOn(db: ReadDb, day: string) {
  const rules = await rulesOn(db, clockTopics, day)
  const clock: FairClock = {
    registerFrom: rules['fair.register-days-from'].value,
    registerTo: rules['fair.register-days-to'].value,
    answerWorkingDays: rules['fair.answer-working-days'].value,
    changeDays: rules['fair.change-days'].value,
    reportDays: rules['fair.report-days'].value,
  }
  return { clock, rules }
}

type Typed = Omit<CreateFairInput, 'requestKey'>

function refuseDays({ opensOn, closesOn, applyBy, kinds }: Typed): Refused<FairFormRefusal> | null {
  if (closesOn < opensOn) return refuse('days-turned')
  if (dateInVietnam(applyBy) >= opensOn) return refuse('apply-after-opening')
  return kinds.length === 0 ? refuse('kinds-missing') : null
}

/** A kind keeps its key by what it is called: prices may change, what somebody asked for stays. */
function kindsOf(kinds: Typed['kinds']): StandKind[] {
  const seen = new Map<string, StandKind>()
  for (const [index, kind] of kinds.entries()) {
    const plain = slugOf(kind.says, 40) || `kind-${index + 1}`
    const key = seen.has(plain) ? `${plain.slice(0, 36)}-${index + 1}` : plain
    seen.set(key, { ...kind, key })
  }
  return [...seen.values()]
}

function fieldsOf(typed: Typed): FairFields {
  const { kinds: _, ...fields } = typed
  return fields
}

/** A fair, not yet shown to anybody. The same form sent twice is one fair. */
export async function createFair(
  ctx: Ctx,
  { requestKey, ...typed }: CreateFairInput,
  { isSample = false } = {},
): Promise<Outcome<{ fairId: FairId }, FairFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, fairActs.create)
    const before = await selectFairByKey(tx, requestKey)
    if (before) return done({ fairId: before.id })
    const refused = refuseDays(typed)
    if (refused) return refused
    const id = ctx.newId('fai')
    const slug = await freeSlug(tx, typed)
    await insertFair(tx, { ...fieldsOf(typed), id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey })
    await replaceKinds(tx, id, kindsOf(typed.kinds))
    await recordFair(tx, ctx, 'create', { id, name: typed.name })
    return done({ fairId: id })
  })
}

async function freeSlug(tx: Tx, { name, opensOn }: Typed): Promise<string> {
  const plain = slugOf(name, 80) || 'hoi-cho'
  const first = plain.includes(opensOn.slice(0, 4)) ? plain : `${plain}-${opensOn.slice(0, 4)}`
  for (let tried = 1; ; tried += 1) {
    const slug = tried === 1 ? first : `${first}-${tried}`
    if (!(await hasSlug(tx, slug))) return slug
  }
}

/** What the call says; once registered, as long before the opening as the law asks (Nghị định 81/2018/NĐ-CP). */
export async function changeFair(ctx: Ctx, { fairId, ...typed }: ChangeFairInput): Promise<Outcome<null, FairFormRefusal | FairClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'change', fairId)
    if (!begun.ok) return begun
    const before = begun.value
    const refused = refuseDays(typed)
    if (refused) return refused
    const { clock } = await clockOn(tx, dateInVietnam(ctx.now))
    const { changeBy } = datesOf({ ...before, isExempt: before.exemptNumber !== null }, clock, holidays())
    const moves = typed.name !== before.name || typed.theme !== before.theme || typed.opensOn !== before.opensOn || typed.closesOn !== before.closesOn || typed.venue !== before.venue // prettier-ignore
    if (moves && before.registeredOn !== null && dateInVietnam(ctx.now) > changeBy) return refuse('change-too-late', { until: changeBy })
    const used = await replaceKinds(tx, fairId, kindsOf(typed.kinds))
    if (used) return refuse('kind-in-use', { says: used.says })
    await updateFairFields(tx, fairId, fieldsOf(typed))
    await recordFair(tx, ctx, 'change', { id: fairId, name: typed.name })
    return done(null)
  })
}

type Move = Extract<FairAct, 'open' | 'close' | 'begin' | 'end'>

/** The days by which a fair goes on. */
async function move(
  ctx: Ctx,
  act: Move,
  fairId: FairId,
  why: (fair: { applyBy: Date; opensOn: string; closesOn: string }) => Refused<MoveRefusal> | null,
): Promise<Outcome<null, FairClosed | MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, act, fairId)
    if (!begun.ok) return begun
    const refused = why(begun.value)
    if (refused) return refused
    await updateFair(tx, fairId, { status: fairActs[act].to })
    await recordFair(tx, ctx, act, begun.value)
    return done(null)
  })
}

export const openCall = (ctx: Ctx, { fairId }: FairInput) =>
  move(ctx, 'open', fairId, ({ applyBy }) => (applyBy <= ctx.now ? refuse('apply-over') : null))

/** The call ends at its hour, and not before: who was told an hour has until then. */
export const closeCall = (ctx: Ctx, { fairId }: FairInput) =>
  move(ctx, 'close', fairId, ({ applyBy }) => (applyBy >= ctx.now ? refuse('apply-not-over', { until: applyBy }) : null))

export const beginRunning = (ctx: Ctx, { fairId }: FairInput) =>
  move(ctx, 'begin', fairId, ({ opensOn }) => (dateInVietnam(ctx.now) < opensOn ? refuse('before-opening', { day: opensOn }) : null))

export const endFair = (ctx: Ctx, { fairId }: FairInput) =>
  move(ctx, 'end', fairId, ({ closesOn }) => (dateInVietnam(ctx.now) < closesOn ? refuse('before-closing', { day: closesOn }) : null))

export async function reportFair(ctx: Ctx, { fairId, words }: ReportFairInput): Promise<Outcome<null, FairClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'report', fairId)
    if (!begun.ok) return begun
    await updateFair(tx, fairId, { status: fairActs.report.to, reported_at: ctx.now, result_words: words })
    await recordFair(tx, ctx, 'report', begun.value)
    return done(null)
  })
}

export async function cancelFair(ctx: Ctx, { fairId, reason }: CancelFairInput): Promise<Outcome<null, FairClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'cancel', fairId)
    if (!begun.ok) return begun
    await updateFair(tx, fairId, { status: fairActs.cancel.to, cancel_reason: reason })
    await recordFair(tx, ctx, 'cancel', begun.value, { reason })
    return done(null)
  })
}
