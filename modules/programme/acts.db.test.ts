import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { programmeActTables } from './acts.ts'
import { keepReport } from './index.ts'

const { db, as } = await testDatabase<Tables>()
await db.transaction().execute(loadLaw)

// The Steering Committee, the office that serves it and the departments that take part report; so does whoever runs the platform.
tryActs(programmeActTables[0], {
  base: as(system('trial'), '2026-11-23T09:00:00+07:00'),
  people: Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>,
  attempts: { keep: (ctx) => keepReport(ctx, { from: '2026-01-01', to: '2026-11-23' }) },
  expected: { keep: { by: ['leader', 'provincial-officer', 'trade-department', 'science-department', 'administrator'] } },
})
