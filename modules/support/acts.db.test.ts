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
import { aCaller, aClassForm, aCourseForm, anOpenClass, mustBe } from './training/fixtures.ts'
import * as training from './training/index.ts'
import type { ClassId } from './training/rules.ts'

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
  },
  expected: { create: { by: lead }, change: { by: lead } },
})

const caller = mustBe(await training.signUpByPhone(office, aCaller(classId, 1)))
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
  },
  expected: {
    create: { by: lead },
    change: { from: ['draft'], by: lead },
    open: { from: ['draft'], to: 'open', by: lead },
    hold: { from: ['open'], to: 'held', by: lead },
    cancel: { from: ['draft', 'open'], to: 'cancelled', by: lead },
  },
})

// A producer takes a place for somebody of its own, the office for whoever calls; here a visitor holds the link.
const held = ({ actor }: Ctx) => ({ participantId: caller.participantId, secret: actor.kind === 'visitor' ? caller.secret : '' })
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
    withdraw: (ctx) => training.withdrawPlace(ctx, held(ctx)),
  },
  expected: {
    'sign-up': { by: ['provincial-officer', 'seller', 'rival'] },
    withdraw: { from: ['listed', 'waiting'], to: 'withdrawn', by: ['provincial-officer', 'visitor'] },
  },
})
void db
