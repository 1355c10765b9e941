import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { trainingActTables } from './training/acts.ts'
import type { ClassStatus, ParticipantStatus } from './training/acts.ts'
import { selectSession } from './training/class.store.ts'
import { aCaller, aClassForm, aCourseForm, aSheet, anOpenClass, mustBe, trainingDays } from './training/fixtures.ts'
import * as training from './training/index.ts'
import { recordCostInput } from './training/inputs.ts'
import type { ClassId } from './training/rules.ts'
import { codeOfSession } from './training/secret.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const office = asAt(world.people['provincial-officer'], worldDay)
const { people } = world
const day = (days: number) => new Date(base.now.getTime() + days * 86_400_000)
const lead = ['provincial-officer'] as const

const { courseId, classId, slug } = await anOpenClass(office)
const { requestKey: _, need: __, ...course } = aCourseForm()
const { requestKey: ___, courseId: ____, ...fields } = aClassForm(courseId)

type Change = { status?: ClassStatus; [column: string]: unknown }
const classIs = (ctx: { db: Ctx['db'] | Tx }, id: ClassId, change: Change) =>
  ctx.db.updateTable('training_class').set(change).where('id', '=', id).execute()
const statusOf = (status: ClassStatus) => ({
  status,
  held_at: status === 'held' || status === 'accepted' ? base.now : null,
  accepted_number: status === 'accepted' ? '1/BB' : null,
  accepted_on: status === 'accepted' ? '2026-12-20' : null,
  accepted_by_name: status === 'accepted' ? 'x' : null,
  cancel_reason: status === 'cancelled' ? 'Mưa bão' : null,
})

tryActs(trainingActTables[0], {
  base,
  people,
  attempts: {
    create: (ctx) => training.createCourse(ctx, aCourseForm()),
    change: (ctx) => training.changeCourse(ctx, { ...course, courseId }),
    'write-test': (ctx) => training.writeTest(ctx, { courseId, questions: [] }),
  },
  expected: { create: { by: lead }, change: { by: lead }, 'write-test': { by: lead } },
})

const caller = mustBe(await training.signUpByPhone(office, aCaller(classId, 1)))
const [first, second] = (await training.findClass(office, classId)).sessions
const held = asAt(world.people['provincial-officer'], trainingDays.after)
for (const { id: sessionId } of [first!, second!]) mustBe(await training.addSheet(held, { sessionId }, await aSheet()))
const aCost = () => recordCostInput.parse({ classId, kind: 'venue', says: 'Hội trường', quantity: '1', unitVnd: '1.000.000', paper: 'HĐ 1', requestKey: newId('key') }) // prettier-ignore
mustBe(await training.recordCost(held, aCost()))
const { id: costId } = await db.selectFrom('training_cost').select('id').where('class_id', '=', classId).executeTakeFirstOrThrow()
const other = await anOpenClass(office, { name: 'Lớp khác' })
const over = async (ctx: Ctx) => {
  await classIs(ctx, classId, { status: 'draft' })
  await (ctx.db as Tx)
    .updateTable('training_session')
    .set({ begins_at: day(-2), ends_at: day(-1) })
    .where('class_id', '=', classId)
    .execute()
  await classIs(ctx, classId, { status: 'open' })
}

tryActs(trainingActTables[1], {
  base,
  people,
  put: (tx, status: ClassStatus) => classIs({ db: tx }, classId, statusOf(status)),
  state: async (tx) => (await tx.selectFrom('training_class').select('status').where('id', '=', classId).executeTakeFirstOrThrow()).status,
  attempts: {
    create: (ctx) => training.createClass(ctx, aClassForm(courseId)),
    change: (ctx) => training.changeClass(ctx, { ...fields, classId }),
    open: (ctx) => training.openClass(ctx, { classId }),
    hold: async (ctx) => {
      const { status } = await ctx.db.selectFrom('training_class').select('status').where('id', '=', classId).executeTakeFirstOrThrow()
      if (status === 'open') await over(ctx)
      return training.holdClass(ctx, { classId })
    },
    cancel: (ctx) => training.cancelClass(ctx, { classId, reason: 'Mưa bão' }),
    'mark-attendance': (ctx) => training.markAttendance(ctx, { sessionId: first!.id, reason: '', marked: [] }),
    'add-sheet': async (ctx) => training.addSheet(ctx, { sessionId: first!.id }, await aSheet()),
    'record-test': (ctx) => training.recordTest(ctx, { participantId: caller.participantId, points: 1 }),
    certify: (ctx) => training.certifyClass(ctx, { classId, decisionNumber: '1/QĐ', decisionOn: '2026-12-20' }),
    'record-cost': (ctx) => training.recordCost(ctx, aCost()),
    'strike-cost': (ctx) => training.strikeCost(ctx, { costId, reason: 'Ghi nhầm' }),
    'share-cost': (ctx) =>
      training.shareCost(ctx, { says: 'Khảo sát', amountVnd: 1000, key: 'hours', paper: 'HĐ 2', requestKey: newId('key'), classIds: [classId, other.classId] }), // prettier-ignore
    accept: async (ctx) => {
      await (ctx.db as Tx).updateTable('training_participant').set({ status: 'withdrawn' }).where('class_id', '=', classId).execute()
      return training.acceptClass(ctx, { classId, acceptedNumber: '1/BB', acceptedOn: '2026-12-20' })
    },
  },
  expected: {
    create: { by: lead },
    change: { from: ['draft'], by: lead },
    open: { from: ['draft'], to: 'open', by: lead },
    hold: { from: ['open'], to: 'held', by: lead },
    cancel: { from: ['draft', 'open'], to: 'cancelled', by: lead },
    'mark-attendance': { from: ['open', 'held'], by: lead },
    'add-sheet': { from: ['open', 'held'], by: lead },
    'record-test': { from: ['open', 'held'], by: lead },
    certify: { from: ['held'], by: lead },
    'record-cost': { from: ['open', 'held'], by: lead },
    'strike-cost': { from: ['open', 'held'], by: lead },
    'share-cost': { from: ['open', 'held'], by: lead },
    accept: { from: ['held'], to: 'accepted', by: lead },
  },
})

// A producer takes a place for somebody of its own, the office for whoever calls; here a visitor holds the link.
const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const
/** The session that is on, with its code. */
async function sessionIsOn(ctx: Ctx) {
  await classIs(ctx, classId, { status: 'draft' })
  const hours = { begins_at: new Date(ctx.now.getTime() - 3_600_000), ends_at: new Date(ctx.now.getTime() + 3_600_000) }
  await (ctx.db as Tx).updateTable('training_session').set(hours).where('id', '=', first!.id).execute()
  await classIs(ctx, classId, { status: 'open' })
  return { sessionId: first!.id, code: codeOfSession((await selectSession(ctx.db, first!.id))!), address: '203.0.113.9' }
}
const own = ({ actor }: Ctx) => ({ participantId: caller.participantId, secret: actor.kind === 'visitor' ? caller.secret : '' })
tryActs(trainingActTables[2], {
  base,
  people,
  put: (tx, status: ParticipantStatus) =>
    tx.updateTable('training_participant').set({ status }).where('id', '=', caller.participantId).execute(),
  state: async (tx) =>
    (await tx.selectFrom('training_participant').select('status').where('id', '=', caller.participantId).executeTakeFirstOrThrow()).status,
  attempts: {
    'sign-up': (ctx) =>
      ctx.actor.kind === 'person' && ctx.actor.memberships.some(({ role }) => role === 'provincial-officer')
        ? training.signUpByPhone(ctx, aCaller(classId, 2))
        : training.signUp(ctx, slug, { name: 'Thạch Mới', phone: '0912999999', requestKey: newId('key') }),
    withdraw: (ctx) => training.withdrawPlace(ctx, own(ctx)),
    'check-in': async (ctx) => training.checkIn(ctx, await sessionIsOn(ctx), { name: 'Thạch Thị 1', phone: '0912000001' }),
    'take-test': (ctx) => training.takeTest(ctx, own(ctx), { answers: {} }),
    'say-opinion': (ctx) => training.sayOpinion(ctx, own(ctx), { score: 5, words: '' }),
    'say-applied': (ctx) => training.sayApplied(ctx, own(ctx), { answer: 'yes', words: '' }),
  },
  expected: {
    'sign-up': { by: ['provincial-officer', 'seller', 'rival'] },
    withdraw: { from: ['listed', 'waiting'], to: 'withdrawn', by: ['provincial-officer', 'visitor'] },
    'check-in': { from: ['listed'], by: everybody },
    'take-test': { from: ['listed'], by: ['visitor'] },
    'say-opinion': { from: ['listed'], by: ['visitor'] },
    'say-applied': { from: ['listed'], by: ['visitor'] },
  },
})
