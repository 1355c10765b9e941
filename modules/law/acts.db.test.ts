import { testDatabase } from '@dacsan/platform/testing'
import '../rooms.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { lawActTables } from './acts.ts'
import { loadLaw, supersedeRule } from './index.ts'

const { db, as } = await testDatabase<Tables>()
await db.transaction().execute(loadLaw)

// The office that steers the programme, and whoever runs the platform, put a newer value after the last one; nobody else.
tryActs(lawActTables[0], {
  base: as(system('trial'), '2026-11-23T09:00:00+07:00'),
  people: Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>,
  attempts: {
    supersede: (ctx) =>
      supersedeRule(ctx, {
        topic: 'council.quorum-percent',
        value: '67',
        effectiveFrom: '2026-12-01',
        instrument: 'Quyết định 1253/QĐ-UBND',
        article: null,
        sourceUrl: null,
        certainty: 'confirmed',
        note: null,
      }),
  },
  expected: { supersede: { by: ['administrator', 'provincial-officer'] } },
})
