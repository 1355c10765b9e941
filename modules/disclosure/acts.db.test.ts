import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { disclosureActTables } from './acts.ts'
import { publishOwner, publishPolicy } from './index.ts'

const { as: asAt } = await testDatabase<Tables>()
const day = '2026-12-01T09:00:00+07:00'
const base = asAt(system('trial'), day)
await inTransaction(base, loadLaw)
const people = Object.fromEntries(roles.map((role) => [role, { ...(someoneWith(role) as Person), userId: `usr_${role}` as const }]))
const [owner, policies] = disclosureActTables

tryActs(owner, {
  base,
  people,
  attempts: {
    publish: (ctx) =>
      publishOwner(ctx, {
        name: 'Sở',
        headOffice: 'Long Châu',
        representative: 'Ông A',
        registrationNumber: '1/QĐ',
        registeredOn: '2020-01-01',
        registeredBy: 'UBND tỉnh',
        supportChannel: '0270',
      }),
  },
  expected: { publish: { by: ['administrator'] } },
})

tryActs(policies, {
  base,
  people,
  attempts: {
    publish: (ctx) =>
      publishPolicy(ctx, { kind: 'terms', text: 'Điều kiện giao dịch chung của trang này.', effectiveFrom: '2026-12-01', after: 0 }),
  },
  expected: { publish: { by: ['administrator'] } },
})
