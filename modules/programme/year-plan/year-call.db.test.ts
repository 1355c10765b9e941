import { Forbidden } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import { aProducer, aProduct } from '../../catalogue/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { aDossier } from '../../dossiers/fixtures.ts'
import { system } from '../../identity/index.ts'
import type { OrganisationId, Person, UserId } from '../../identity/rules.ts'
import { previewCall, sendCall, sendOwnCall } from '../index.ts'
import { programmeMessages } from '../messages.ts'

const { as, db } = await testDatabase<Tables>()
// Before the day on which the commune's proposals for the second round of 2026 are late, 30 October.
const now = '2026-09-01T09:00:00+07:00'
const asked = { year: 2026, round: 2 }
let world: AppraisalWorld
let communeCode: string
let otherCode: string
const producers: Record<'drafting' | 'ending' | 'settled' | 'starting' | 'elsewhere' | 'silent', string> = {} as never

const office = () => as(world.actors.provincialOfficer, now)
const officer = () => as(world.actors.communeOfficer, now)
const ownProducers = () => Object.values(producers)
const calleesOf = async (ctx = office(), round = 2) =>
  (await previewCall(ctx, { year: 2026, round })).callees.filter(({ target }) => ownProducers().includes(target))
const reasons = async (ctx = office()) => Object.fromEntries((await calleesOf(ctx)).map(({ target, reason }) => [target, reason]))

/** An account that can sign in, as the card of active members wants it. */
const canSignIn = async (person: Person) => {
  await db
    .insertInto('auth_account')
    .values({ id: `acc_${person.userId}`, user_id: person.userId, account_id: person.userId, provider_id: 'credential', password: 'x' })
    .execute()
}

beforeAll(async () => {
  world = await appraisalWorld(as)
  communeCode = world.actors.communeOfficer.memberships[0]!.communeCode!
  otherCode = world.actors.otherCommuneOfficer.memberships[0]!.communeCode!
  for (const person of [world.actors.producer, world.actors.rival, world.actors.communeOfficer]) await canSignIn(person)
  producers.drafting = world.producer.id
  await inTransaction(as(system('test'), now), async (tx) => {
    const organisation = async (name: string, code: string) => {
      const id = `org_${name}` as OrganisationId
      const userId = `usr_${name}` as UserId
      await tx.insertInto('organisation').values({ id, code: name, name, kind: 'producer', commune_code: code }).execute()
      await tx
        .insertInto('auth_user')
        .values({ id: userId, name, email: `${name}@example.vn` })
        .execute()
      await tx
        .insertInto('membership')
        .values({ id: `mem_${name}`, user_id: userId, organisation_id: id, role: 'producer', since: '2026-01-01' })
        .execute()
      if (name !== 'silent')
        await tx
          .insertInto('auth_account')
          .values({ id: `acc_${name}`, user_id: userId, account_id: userId, provider_id: 'credential', password: 'x' })
          .execute()
      return (await aProducer(tx, { name, organisationId: id, communeCode: code })).id
    }
    producers.ending = await organisation('ending', communeCode)
    producers.settled = await organisation('settled', communeCode)
    producers.starting = await organisation('starting', communeCode)
    producers.elsewhere = await organisation('elsewhere', otherCode)
    producers.silent = await organisation('silent', communeCode)
    await aProduct(tx, { name: 'Đường dừa', producerId: producers.ending as never, standing: { certifiedUntil: '2027-02-01' } })
    await aProduct(tx, { name: 'Nước màu dừa', producerId: producers.settled as never, standing: { certifiedUntil: '2028-02-01' } })
  })
  await aDossier(world.people(), { productId: world.product.id, status: 'draft' })
}, 120_000)

describe('a call to a round', () => {
  test('reaches those for whom it is right: a draft, a certificate that ends, no product yet; not who has nothing to do', async () => {
    expect(await reasons()).toEqual({
      [producers.drafting]: 'draft',
      [producers.ending]: 'ending',
      [producers.starting]: 'no-product',
      [producers.elsewhere]: 'no-product',
      [producers.silent]: 'no-product',
    })
  })

  test('of a commune sees its own producers alone', async () => {
    expect(Object.keys(await reasons(officer())).toSorted()).toEqual(
      [producers.drafting, producers.ending, producers.starting, producers.silent].toSorted(),
    )
    await expect(previewCall(as(world.actors.producer, now), asked)).rejects.toThrow(Forbidden)
    await expect(sendOwnCall(officer(), { ...asked, communeCode: otherCode, lastDay: '2026-10-01' })).rejects.toThrow()
  })

  test('of a round that is over, or of a year without plan and round, does not go out', async () => {
    expect(await sendCall(office(), { year: 2026, round: 1 })).toMatchObject({ refusal: { code: 'nothing-to-call-for' } })
    expect(await sendCall(as(world.actors.provincialOfficer, '2026-10-30T00:00:00+07:00'), asked)).toMatchObject({
      refusal: { code: 'round-over' },
    })
  })

  test('goes to communes and producers once, and called again to whoever is new; who cannot sign in is named and not written to', async () => {
    const { counts, fresh } = await previewCall(office(), asked)
    expect(counts.find(({ reason }) => reason === 'no-product')).toMatchObject({ unreachable: 1 })
    expect(must(await sendCall(office(), asked)).called).toBe(fresh)
    expect((await calleesOf()).filter(({ wasCalled }) => !wasCalled).map(({ target }) => target)).toEqual([producers.silent])
    expect(await sendCall(office(), asked)).toMatchObject({ refusal: { code: 'nobody-left' } })
    await db
      .insertInto('auth_account')
      .values({ id: 'acc_silent', user_id: 'usr_silent' as UserId, account_id: 'silent', provider_id: 'credential', password: 'x' })
      .execute()
    expect(must(await sendCall(office(), asked)).called).toBe(1)
  })

  test('of a commune has its own last day, not after the law’s, and is told with it', async () => {
    const own = { ...asked, communeCode }
    expect(await sendOwnCall(officer(), { ...own, lastDay: '2026-10-30' })).toMatchObject({ refusal: { code: 'last-day-late' } })
    expect(must(await sendOwnCall(officer(), { ...own, lastDay: '2026-10-01' })).called).toBe(4)
    const [call] = (await previewCall(officer(), asked)).calls
    expect(call).toMatchObject({ lastDay: '2026-10-01', count: 4 })
    const told = async (name: string) => {
      const rule = programmeMessages.find((one) => one.name === name)!
      return rule.tell({ payload: { callId: call!.id } } as never, { db, now: new Date(now) })
    }
    expect(await told('year-call.ending-by-commune')).toMatchObject([
      { to: ['usr_ending'], values: { product: 'Đường dừa', day: '01/10/2026', round: '2', year: '2026' } },
    ])
    expect((await told('year-call.draft-by-commune')).flatMap(({ to }) => to)).toEqual([world.actors.producer.userId])
  })
})
