import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { aProducer } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from '../identity/fixtures.ts'
import { system } from '../identity/index.ts'
import { producerOfActor } from '../catalogue/index.ts'
import { loadLaw } from '../law/index.ts'
import { mergeIntoOrganisation, organisationHoldings, previewMergeInto } from './organisations.ts'

const { db, owner, as } = await testDatabase<Tables>()
const machine = as(system('trial'))
let boss: Ctx
beforeAll(async () => {
  await inTransaction(machine, async (tx) => {
    await loadLaw(tx)
    boss = as(await aPerson(tx, { role: 'administrator' }))
  })
})

/** Somebody of a producer's organisation, with the producer where a name is given. */
const aMaker = (code: string, name?: string) =>
  inTransaction(machine, async (tx) => {
    const person = await aPerson(tx, { role: 'producer', organisation: code })
    const { organisationId } = person.memberships[0]!
    if (name) await aProducer(tx, { name, organisationId })
    return { person, organisationId }
  })
const reason = 'Nhập hai hợp tác xã'
/** Whoever signs in anew after the merge. */
const signedInAnew = (maker: Awaited<ReturnType<typeof aMaker>>, organisationId: typeof maker.organisationId) =>
  as({ ...maker.person, memberships: [{ ...maker.person.memberships[0]!, organisationId }] })

test('every column that holds the id of an organisation goes over with a merge', async () => {
  const { rows } = await owner.pool.query<{ column: string }>(`
    select conrelid::regclass || '.' || attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and confrelid = 'organisation'::regclass`)
  // The room of organisations moves its own in the act itself.
  const own = ['membership.organisation_id', 'organisation.merged_into_id', 'organisation.parent_id']
  expect(rows.map(({ column }) => column).toSorted()).toEqual(
    [...own, ...organisationHoldings.flatMap(({ columns }) => columns)].toSorted(),
  )
})

test('a producer goes over with its organisation, and its people with it', async () => {
  const [from, into] = [await aMaker('htx-tu', 'HTX Chuyển Đi'), await aMaker('htx-den')]
  expect(await previewMergeInto(boss, from.organisationId, 'htx-den')).toMatchObject({
    value: { holds: ['Chủ thể HTX Chuyển Đi, cùng sản phẩm, hồ sơ và gian hàng'] },
  })
  expect(await mergeIntoOrganisation(boss, from.organisationId, { intoCode: 'htx-den', reason })).toMatchObject({ ok: true })
  expect(await producerOfActor(signedInAnew(from, into.organisationId))).toMatchObject({ name: 'HTX Chuyển Đi' })
  expect(await producerOfActor(as(from.person))).toBeUndefined()
})

test('two organisations that both are a producer are not merged, and nothing of either has moved', async () => {
  const [from, into] = [await aMaker('htx-a', 'HTX A'), await aMaker('htx-b', 'HTX B')]
  const rolesOf = () => db.selectFrom('membership').selectAll().orderBy('id').execute()
  const before = await rolesOf()
  expect(await mergeIntoOrganisation(boss, from.organisationId, { intoCode: 'htx-b', reason })).toEqual({
    ok: false,
    refusal: { code: 'held-by-both', what: 'chủ thể HTX A và chủ thể HTX B' },
  })
  expect(await rolesOf()).toEqual(before)
  expect(await producerOfActor(as(from.person))).toMatchObject({ name: 'HTX A' })
  expect(await producerOfActor(as(into.person))).toMatchObject({ name: 'HTX B' })
})
