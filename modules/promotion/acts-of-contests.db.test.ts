import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { contestActTables } from './contests/acts.ts'
import type { ContestStatus, EntryStatus, SheetStatus } from './contests/acts.ts'
import { aContestForm, aJudge, aJuror, anEntry, anEntryForm, anOpenContest, aShot, mustBe } from './contests/fixtures.ts'
import * as contests from './contests/index.ts'
import { insertJuror } from './contests/jury.store.ts'
import { insertResult, selectResult } from './contests/result.store.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './contests/rules.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const office = asAt(world.people['trade-department'], worldDay)
const day = (days: number) => new Date(base.now.getTime() + days * 86_400_000)

type Change = { status?: ContestStatus; [column: string]: unknown }
const contestIs = (ctx: { db: Ctx['db'] | Tx }, id: ContestId, change: Change) =>
  ctx.db.updateTable('contest').set(change).where('id', '=', id).execute()
const hours = { opens_at: day(-5), closes_at: day(5), judge_by: day(9) }
const ended = { opens_at: day(-9), closes_at: day(-5) }
const statusOf = (status: ContestStatus) => ({
  status,
  cancel_reason: status === 'cancelled' ? 'Mưa bão' : null,
  published_at: status === 'published' ? base.now : null,
  published_by_name: status === 'published' ? 'x' : null,
})

/** A contest that is being judged: two equal entries, two jurors. */
async function aJudged({ handsIn }: { handsIn: boolean }) {
  const { contestId, slug } = await anOpenContest(office, { closesAt: '2030-12-01T16:30', judgeBy: '2030-12-05T16:30' })
  await contestIs({ db }, contestId, hours)
  const entries = [await anEntry(office, slug, { phone: '0915000001' }), await anEntry(office, slug, { phone: '0915000002' })]
  const jury: { judge: Person; jurorId: ContestJurorId }[] = []
  for (const name of ['A', 'B']) {
    const judge = await aJudge(office, name)
    jury.push({ judge, jurorId: await aJuror(office, contestId, judge) })
  }
  await contestIs({ db }, contestId, ended)
  mustBe(await contests.beginJudging(office, { contestId }))
  for (const { judge, jurorId } of jury) {
    const ctx = asAt(judge, worldDay)
    for (const { entryId } of entries) mustBe(await contests.markEntry(ctx, { jurorId, entryId, points: [{ criterion: 1, points: 50 }, { criterion: 2, points: 30 }] })) // prettier-ignore
    if (handsIn) mustBe(await contests.handInSheet(ctx, { jurorId }))
  }
  return { contestId, slug, entries, jury }
}

const { contestId, slug, entries } = await aJudged({ handsIn: true })
mustBe(await contests.recordVote(office, { contestId, numbers: [1, 2], words: 'Hai phiếu' }))
const first = entries[0]!
const { requestKey: _, ...fields } = aContestForm()
const lead = ['trade-department'] as const
const judges = await aJudged({ handsIn: false })
const { judge, jurorId } = judges.jury[0]!
const people = { ...world.people, judge, 'other-judge': judges.jury[1]!.judge }
const stranger = await aJudge(office, 'Người mới')

// The department leads contests. It publishes nothing that the jury has not decided.
tryActs(contestActTables[0], {
  base,
  people,
  put: (tx, status: ContestStatus) => contestIs({ db: tx }, contestId, statusOf(status)),
  state: async (tx) => (await tx.selectFrom('contest').select('status').where('id', '=', contestId).executeTakeFirstOrThrow()).status,
  attempts: {
    create: (ctx) => contests.createContest(ctx, aContestForm()),
    change: (ctx) => contests.changeContest(ctx, { ...fields, contestId }),
    open: async (ctx) => {
      await contestIs(ctx, contestId, hours)
      return contests.openContest(ctx, { contestId })
    },
    extend: (ctx) => contests.extendContest(ctx, { contestId, closesAt: day(20), judgeBy: day(30) }),
    'name-juror': (ctx) => contests.nameJuror(ctx, { contestId, login: stranger.email! }),
    'release-juror': async (ctx) => {
      const id = newId('cju')
      await insertJuror(ctx.db as Tx, { id, contestId, userId: stranger.userId, name: 'x', at: ctx.now })
      return contests.releaseJuror(ctx, { contestId, jurorId: id })
    },
    'begin-judging': (ctx) => contests.beginJudging(ctx, { contestId }),
    'record-vote': (ctx) => contests.recordVote(ctx, { contestId, numbers: [2, 1], words: 'Hai phiếu' }),
    publish: async (ctx) => {
      const { result } = await contests.previewResult({ ...ctx, actor: people['trade-department'] }, contestId)
      return contests.publishContest(ctx, { contestId, mark: result?.mark ?? '' })
    },
    'withdraw-prize': async (ctx) => {
      const line = { id: first.entryId, number: 1, place: 1, points: 160, sheets: 2, prize: 1, byVote: true }
      if ((await selectResult(ctx.db, contestId)).length === 0) await insertResult(ctx.db as Tx, contestId, [line], ctx.now)
      return contests.withdrawPrize(ctx, { contestId, entryId: first.entryId, words: 'Sao chép', decisionNumber: '1/QĐ' })
    },
    cancel: (ctx) => contests.cancelContest(ctx, { contestId, reason: 'Mưa bão' }),
  },
  expected: {
    create: { by: lead },
    change: { from: ['draft'], by: lead },
    open: { from: ['draft'], to: 'open', by: lead },
    extend: { from: ['open'], by: lead },
    'name-juror': { from: ['draft', 'open', 'judging'], by: lead },
    'release-juror': { from: ['draft', 'open', 'judging'], by: lead },
    'begin-judging': { from: ['open'], to: 'judging', by: lead },
    'record-vote': { from: ['judging'], by: lead },
    publish: { from: ['judging'], to: 'published', by: lead },
    'withdraw-prize': { from: ['published'], by: lead },
    cancel: { from: ['draft', 'open', 'judging'], to: 'cancelled', by: lead },
  },
})

// Anybody enters; whoever holds the link changes and withdraws, here a visitor.
const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const
const opened = (ctx: Ctx) => contestIs(ctx, contestId, { ...hours, ...statusOf('open') })
const held = ({ actor }: Ctx) => ({ entryId: first.entryId, secret: actor.kind === 'visitor' ? first.secret : '' })
const photo = await aShot()
tryActs(contestActTables[1], {
  base,
  people,
  put: (tx, status: EntryStatus) =>
    tx
      .updateTable('contest_entry')
      .set({ status, set_aside_reason: status === 'set-aside' ? 'x' : null, by_id: null })
      .where('id', '=', first.entryId)
      .execute(),
  state: async (tx) =>
    (await tx.selectFrom('contest_entry').select('status').where('id', '=', first.entryId).executeTakeFirstOrThrow()).status,
  attempts: {
    enter: async (ctx) => {
      await opened(ctx)
      return contests.enterContest(ctx, slug, anEntryForm({ phone: '0915000003' }), { photos: [photo] })
    },
    change: async (ctx) => {
      await opened(ctx)
      return contests.changeEntry(ctx, held(ctx), { title: 'Giỏ', about: 'Mới', products: '', showsName: true }, [])
    },
    withdraw: async (ctx) => {
      await opened(ctx)
      return contests.withdrawEntry(ctx, held(ctx))
    },
    'set-aside': (ctx) => contests.setEntryAside(ctx, { entryId: first.entryId, reason: 'Ảnh của người khác' }),
  },
  expected: {
    enter: { by: everybody },
    change: { from: ['entered'], by: ['visitor'] },
    withdraw: { from: ['entered'], to: 'withdrawn', by: ['visitor'] },
    'set-aside': { from: ['entered'], to: 'set-aside', by: lead },
  },
})

// A sheet is its juror's alone: not another juror's, and not the department's.
const mine = ['judge'] as const
const one: { jurorId: ContestJurorId; entryId: ContestEntryId } = { jurorId, entryId: judges.entries[0]!.entryId }
tryActs(contestActTables[2], {
  base,
  people,
  put: (tx, status: SheetStatus) =>
    tx
      .updateTable('contest_juror')
      .set({ status, handed_in_at: status === 'handed-in' ? base.now : null })
      .where('id', '=', jurorId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('contest_juror').select('status').where('id', '=', jurorId).executeTakeFirstOrThrow()).status,
  attempts: {
    mark: (ctx) => contests.markEntry(ctx, { ...one, points: [{ criterion: 1, points: 1 }, { criterion: 2, points: 1 }] }), // prettier-ignore
    'declare-conflict': (ctx) => contests.declareConflict(ctx, { ...one, words: 'Người nhà' }),
    'take-back-conflict': (ctx) => contests.takeBackConflict(ctx, one),
    'hand-in': (ctx) => contests.handInSheet(ctx, { jurorId }),
  },
  expected: {
    mark: { from: ['named'], by: mine },
    'declare-conflict': { from: ['named'], by: mine },
    'take-back-conflict': { from: ['named'], by: mine },
    'hand-in': { from: ['named'], to: 'handed-in', by: mine },
  },
})
