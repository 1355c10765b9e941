import { randomBytes } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, actorName, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { hasCost, hasSharedCost, insertCertificates, insertCosts, insertSharedCost, insertStruck, selectCertificates, selectCost, selectCosts } from './acceptance.store.ts' // prettier-ignore
import { classActs } from './acts.ts'
import { selectAfter, selectQuestions } from './after.store.ts'
import { selectAttendance, selectSheets } from './attendance.store.ts'
import { selectSessions, updateClass } from './class.store.ts'
import type { StoredClass } from './class.store.ts'
import type { AcceptClassInput, CertifyInput, RecordCostInput, ShareCostInput, StrikeCostInput } from './inputs.ts'
import { selectParticipants } from './participant.store.ts'
import { beginClass, recordClass } from './policy.ts'
import { earns, fileLacks } from './rules/acceptance.ts'
import { lastLines, sessionsAttended } from './rules/attendance.ts'
import { normedKinds, shareOut } from './rules/costs.ts'
import type { CostKind, NormedKind, SharingClass } from './rules/costs.ts'
import type { ClassId } from './rules/ids.ts'
import type { AcceptRefusal, CertifyRefusal, ClassClosed, CostRefusal } from './rules/refusals.ts'
import { minutesOf } from './rules/schedule.ts'

const by = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** Everything on which certificates and the acceptance of a class stand, with what the file still lacks. */
export async function acceptanceOf(db: ReadDb, held: StoredClass) {
  const [sessions, people, lines, sheets, after, questions, certificates, costs, law] = await Promise.all([
    selectSessions(db, held.id),
    selectParticipants(db, held.id),
    selectAttendance(db, held.id),
    selectSheets(db, held.id),
    selectAfter(db, held.id),
    selectQuestions(db, held.courseId),
    selectCertificates(db, held.id),
    selectCosts(db, held.id),
    ruleOn(db, 'training.certificate', dateInVietnam(held.heldAt ?? held.createdAt)),
  ])
  const listed = people.filter(({ status }) => status === 'listed')
  const last = lastLines(lines)
  const attended = sessionsAttended(lines)
  const known = new Map(after.map((one) => [one.participantId as string, one]))
  const hasTest = questions.length > 0
  const learners = listed.map((one) => {
    const own = known.get(one.id)
    const test = own && own.points !== null && own.most !== null ? { points: own.points, most: own.most } : null
    const learner = { id: one.id, number: one.number, name: one.name, from: one.producerName ?? one.place, attended: attended.get(one.id) ?? 0, test } // prettier-ignore
    const certificate = certificates.find(({ participantId }) => participantId === one.id) ?? null
    return { ...learner, how: own?.how ?? null, score: own?.score ?? null, answer: own?.answer ?? null, certificate, earns: earns(learner, { sessions: sessions.length, hasTest }, law.value) } // prettier-ignore
  })
  const bySession = sessions.map(({ id, number, topic, beginsAt, endsAt }) => ({
    id,
    number,
    topic,
    beginsAt,
    endsAt,
    marked: listed.filter((one) => last.has(`${id} ${one.id}`)).length,
    present: listed.filter((one) => last.get(`${id} ${one.id}`)?.present).length,
    sheets: sheets.filter((one) => one.sessionId === id).length,
  }))
  const earned = learners.filter((one) => one.earns).length
  const facts = { sessions: bySession, listed: listed.length, earned, certified: learners.filter(({ certificate }) => certificate !== null).length, costs: costs.length } // prettier-ignore
  return { held, law, hasTest, learners, sessions: bySession, lines, last, sheets, certificates, costs, lacks: fileLacks(facts) }
}
export type Acceptance = Awaited<ReturnType<typeof acceptanceOf>>

/** Short enough to be typed; nobody guesses it. */
const certificateCode = () => randomBytes(9).toString('hex').toUpperCase().slice(0, 12)

/** Everybody who has earned it and has none, by one decision: nobody has to ask for it. */
export async function certifyClass(
  ctx: Ctx,
  { classId, decisionNumber, decisionOn }: CertifyInput,
): Promise<Outcome<{ issued: number }, ClassClosed | CertifyRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ issued: number }, ClassClosed | CertifyRefusal>> => {
    const begun = await beginClass(tx, ctx, 'certify', classId)
    if (!begun.ok) return begun
    const held = begun.value
    const { learners, sessions, certificates } = await acceptanceOf(tx, held)
    const due = learners.filter((one) => one.earns && one.certificate === null)
    if (due.length === 0) return refuse('nobody-earns')
    const frozen = {
      classId,
      className: held.name,
      courseName: held.courseName,
      hours: held.hours,
      firstOn: dateInVietnam(sessions[0]!.beginsAt),
      lastOn: dateInVietnam(sessions.at(-1)!.endsAt),
      organiser: held.organiser,
      decisionNumber,
      decisionOn,
      isSample: held.isSample,
      ...by(ctx),
    }
    const from = certificates.length
    await insertCertificates(
      tx,
      due.map(({ id, name }, at) => ({ ...frozen, code: certificateCode(), participantId: id, number: from + at + 1, name })),
    )
    await recordClass(tx, ctx, 'certify', held, { decisionNumber, decisionOn, issued: due.length })
    return done({ issued: due.length })
  })
}

/** The norm of a kind of cost on a day, with the paper that says it; null where none is on file. */
export async function normOn(db: ReadDb, kind: CostKind, day: string): Promise<{ most: number; instrument: string } | null> {
  if (!normedKinds.includes(kind as NormedKind)) return null
  const { value, instrument } = await ruleOn(db, `training.norm-${kind as NormedKind}`, day)
  return { most: value, instrument }
}

export async function recordCost(ctx: Ctx, input: RecordCostInput): Promise<Outcome<null, ClassClosed | CostRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | CostRefusal>> => {
    const begun = await beginClass(tx, ctx, 'record-cost', input.classId)
    if (!begun.ok) return begun
    if (await hasCost(tx, input.requestKey)) return done(null)
    // The norm of the day on which the class begins, not of the day on which somebody types.
    const [first] = await selectSessions(tx, input.classId)
    const norm = await normOn(tx, input.kind, dateInVietnam(first!.beginsAt))
    if (norm && input.unitVnd > norm.most) return refuse('above-norm', { norm: norm.most, instrument: norm.instrument })
    const { quantity, unitVnd } = input
    const written = { normVnd: norm?.most ?? null, normInstrument: norm?.instrument ?? null, sharedId: null, amountVnd: quantity * unitVnd }
    await insertCosts(tx, [{ ...input, ...written, id: ctx.newId('tco'), ...by(ctx) }])
    await recordClass(tx, ctx, 'record-cost', begun.value, { kind: input.kind, amountVnd: written.amountVnd })
    return done(null)
  })
}

/** A line that was wrong counts no more; it stays with the reason. */
export async function strikeCost(ctx: Ctx, { costId, reason }: StrikeCostInput): Promise<Outcome<null, ClassClosed | CostRefusal>> {
  requireAct(ctx.actor, classActs['strike-cost'])
  const cost = await selectCost(ctx.db, costId)
  if (!cost) throw new NotFound('No such training-cost')
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | CostRefusal>> => {
    const begun = await beginClass(tx, ctx, 'strike-cost', cost.classId)
    if (!begun.ok) return begun
    if (cost.kind === 'shared') return refuse('cost-shared')
    await insertStruck(tx, { costId, reason, ...by(ctx) })
    await recordClass(tx, ctx, 'strike-cost', begun.value, { costId, reason })
    return done(null)
  })
}

/** What several classes cost together, parted by a key that stands beside it: the parts are the whole, to the đồng. */
export async function shareCost(ctx: Ctx, input: ShareCostInput): Promise<Outcome<null, ClassClosed | CostRefusal>> {
  requireAct(ctx.actor, classActs['share-cost'])
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | CostRefusal>> => {
    const classes: { held: StoredClass; weigh: SharingClass }[] = []
    // In one order, whoever asks: two that share at once wait for each other.
    for (const classId of [...new Set<ClassId>(input.classIds)].toSorted()) {
      const begun = await beginClass(tx, ctx, 'share-cost', classId)
      if (!begun.ok) return begun
      const people = (await selectParticipants(tx, classId)).filter(({ status }) => status === 'listed').length
      classes.push({ held: begun.value, weigh: { id: classId, minutes: minutesOf(await selectSessions(tx, classId)), people } })
    }
    if (await hasSharedCost(tx, input.requestKey)) return done(null)
    const parts = shareOut(input.amountVnd, classes.map(({ weigh }) => weigh), input.key) // prettier-ignore
    if (!parts) return refuse('nothing-to-share-by')
    const sharedId = ctx.newId('tsc')
    const { says, amountVnd, key, paper, requestKey } = input
    await insertSharedCost(tx, { id: sharedId, says, amountVnd, key, paper, requestKey, ...by(ctx) })
    const plain = { kind: 'shared' as const, says, paper, sharedId, normVnd: null, normInstrument: null, requestKey: null, ...by(ctx) }
    const borne = parts.filter(({ weight }) => weight > 0)
    await insertCosts(
      tx,
      borne.map(({ id, weight, amount }) => ({ ...plain, id: ctx.newId('tco'), classId: id as ClassId, quantity: weight, unitVnd: 0, amountVnd: amount })), // prettier-ignore
    )
    for (const { held } of classes) await recordClass(tx, ctx, 'share-cost', held, { amountVnd, key })
    return done(null)
  })
}

/** Accepted with its whole file: nothing of it changes any more. */
export async function acceptClass(
  ctx: Ctx,
  { classId, acceptedNumber, acceptedOn }: AcceptClassInput,
): Promise<Outcome<null, ClassClosed | AcceptRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | AcceptRefusal>> => {
    const begun = await beginClass(tx, ctx, 'accept', classId)
    if (!begun.ok) return begun
    const { lacks } = await acceptanceOf(tx, begun.value)
    if (lacks.length > 0) return refuse('file-incomplete', { lacks })
    const change = { accepted_number: acceptedNumber, accepted_on: acceptedOn, accepted_by_name: actorName(ctx.actor) }
    await updateClass(tx, classId, { status: classActs.accept.to, ...change })
    await recordClass(tx, ctx, 'accept', begun.value, { acceptedNumber, acceptedOn })
    return done(null)
  })
}
