import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { createOrganisation, system } from '../identity/index.ts'
import type { Actor, Machine } from '../identity/index.ts'
import { roles } from '../identity/rules.ts'
import type { Role } from '../identity/rules.ts'
import { tryActs } from '../test-acts.ts'
import { captureActs, partyActs, queryActs, subscriptionActs } from './acts.ts'
import { assignGln, captureDocument, defineQuery, dropQuery, listenTo, subscribeTo, unsubscribe } from './index.ts'

const { as } = await testDatabase<Tables>()
const base = as(system('test'))
const machine: Machine = {
  kind: 'machine',
  keyId: 'key_1',
  name: 'Kho Một, phần mềm kho',
  organisationId: 'org_1',
  organisationCode: 'kho-mot',
  organisationName: 'Kho Một',
  scopes: ['epcis'],
}
const people: Record<string, Actor> = { machine, ...Object.fromEntries(roles.map((role: Role) => [role, someoneWith(role)])) }

beforeAll(async () => {
  const { id } = await inTransaction(base, (tx) => createOrganisation(tx, base, { code: 'kho-mot', name: 'Kho Một', kind: 'partner' }))
  // All of one organisation: what counts here is by what right they come.
  for (const person of Object.values(people)) if (person.kind === 'person') Object.assign(person.memberships[0]!, { organisationId: id })
  Object.assign(machine, { organisationId: id })
})

const document = JSON.stringify({
  '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-03-02T00:00:00Z',
  epcisBody: { eventList: [] },
})
let count = 0

tryActs(
  { acts: captureActs, statuses: [] },
  {
    base,
    people,
    attempts: { capture: (ctx: Ctx) => captureDocument(ctx, { content: document, media: 'application/json', behaviour: 'rollback' }) },
    expected: { capture: { by: ['machine'] } },
  },
)

tryActs(
  { acts: queryActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      define: (ctx: Ctx) => defineQuery(ctx, { name: `q${(count += 1)}`, query: { EQ_action: ['ADD'] } }),
      async drop(ctx: Ctx) {
        const name = `q${(count += 1)}`
        await defineQuery({ ...ctx, actor: machine }, { name, query: {} })
        return dropQuery(ctx, name)
      },
    },
    expected: { define: { by: ['machine'] }, drop: { by: ['machine'] } },
  },
)

tryActs(
  { acts: partyActs, statuses: [] },
  {
    base,
    people,
    attempts: { 'assign-gln': (ctx: Ctx) => assignGln(ctx, { code: 'kho-mot', gln: '8938501234568' }) },
    expected: { 'assign-gln': { by: ['administrator', 'system'] } },
  },
)

const privateHosts = ['127.0.0.1']
const controls = { dest: 'http://127.0.0.1:9/', stream: true }

tryActs(
  { acts: subscriptionActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      async subscribe(ctx: Ctx) {
        await defineQuery({ ...ctx, actor: machine }, { name: 'x', query: {} })
        return subscribeTo(ctx, 'x', controls, { privateHosts })
      },
      async listen(ctx: Ctx) {
        await defineQuery({ ...ctx, actor: machine }, { name: 'x', query: {} })
        return listenTo(ctx, 'x', { stream: 'true' })
      },
      async unsubscribe(ctx: Ctx) {
        await defineQuery({ ...ctx, actor: machine }, { name: 'x', query: {} })
        const made = await subscribeTo({ ...ctx, actor: machine }, 'x', controls, { privateHosts })
        return unsubscribe(ctx, 'x', made.ok ? made.value.id : ('sub_none' as const))
      },
    },
    expected: { subscribe: { by: ['machine'] }, listen: { by: ['machine'] }, unsubscribe: { by: ['machine'] } },
  },
)
