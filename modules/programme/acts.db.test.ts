import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { programmeActTables } from './acts.ts'
import { issueYearPlan, keepReport, openYearPlan, reviseYearPlan, sendCall, sendOwnCall, setShare, writeYearPlan } from './index.ts'
import { selectVersions } from './year-plan/plan.store.ts'

const { db, as } = await testDatabase<Tables>()
await db.transaction().execute(loadLaw)

const people = Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>

// The Steering Committee, the office that serves it and the departments that take part report; so does whoever runs the platform.
tryActs(programmeActTables[0], {
  base: as(system('trial'), '2026-11-23T09:00:00+07:00'),
  people,
  attempts: { keep: (ctx) => keepReport(ctx, { from: '2026-01-01', to: '2026-11-23' }) },
  expected: { keep: { by: ['leader', 'provincial-officer', 'trade-department', 'science-department', 'administrator'] } },
})

// The plan of a year is the office's: a draft until it is signed, and changed by a later version alone.
const office = as(someoneWith('provincial-officer'), '2026-11-23T09:00:00+07:00')
const [commune] = await db.selectFrom('commune').select('code').orderBy('code').limit(1).execute()
const year = 2027
await openYearPlan(office, { year })
await setShare(office, { year, communeCode: commune!.code, three: 2, four: 1, five: 0, renewals: 1 })
const edited = async (ctx: typeof office) => (await selectVersions(ctx.db, year))[0]!.edited
tryActs(programmeActTables[1], {
  base: office,
  people,
  put: (tx, status) =>
    tx
      .updateTable('year_plan')
      .set(
        status === 'issued'
          ? { status, number: '1/KH', issued_on: '2026-11-20', issued_at: office.now, rounds: JSON.stringify([]) }
          : { status },
      )
      .where('year', '=', year)
      .execute(),
  state: async (tx) => (await selectVersions(tx, year))[0]!.status,
  attempts: {
    open: (ctx) => openYearPlan(ctx, { year }),
    write: async (ctx) => writeYearPlan(ctx, { year, edited: await edited(ctx), responsible: 'Phòng OCOP', budget: null, note: null }),
    share: (ctx) => setShare(ctx, { year, communeCode: commune!.code, three: 3, four: 0, five: 0, renewals: 0 }),
    issue: async (ctx) =>
      issueYearPlan(ctx, { year, edited: await edited(ctx), number: '15/KH-SNNMT', issuedOn: '2026-11-23', signer: null }),
    revise: (ctx) => reviseYearPlan(ctx, { year }),
  },
  expected: {
    open: { by: ['provincial-officer'], to: 'draft' },
    write: { from: ['draft'], by: ['provincial-officer'] },
    share: { from: ['draft'], by: ['provincial-officer'] },
    issue: { from: ['draft'], to: 'issued', by: ['provincial-officer'] },
    revise: { from: ['issued'], to: 'draft', by: ['provincial-officer'] },
  },
})

// The province calls everybody, a commune its own producers and nobody else's.
const own = someoneWith('commune-officer') as Person
const tied: Person = { ...own, memberships: own.memberships.map((one) => ({ ...one, communeCode: commune!.code })) }
tryActs(programmeActTables[2], {
  base: office,
  people: { ...people, tied },
  attempts: {
    call: (ctx) => sendCall(ctx, { year, round: 1 }),
    'call-own': (ctx) => sendOwnCall(ctx, { year, round: 1, communeCode: commune!.code, lastDay: '2027-04-01' }),
  },
  expected: { call: { by: ['provincial-officer'] }, 'call-own': { by: ['tied'] } },
})
