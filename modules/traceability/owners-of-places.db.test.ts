import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aLot, traceWorld, worldDay } from './fixtures.ts'
import { addPlace, assignAllPlaces } from './index.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
beforeAll(async () => {
  world = await traceWorld(as)
})

/** The organisation that each place of a producer is assigned to. */
async function ownersOf(producerId: string) {
  const places = await db
    .selectFrom('place')
    .where('producer_id', '=', producerId as never)
    .select('id')
    .execute()
  const parties = await db.selectFrom('epcis_party').select(['uri', 'organisation_id']).execute()
  return places.map(({ id }) => parties.find(({ uri }) => uri === `${testOrigin}/noi/${id}`)?.organisation_id ?? null)
}

test('the first workshop of a producer is that of its organisation as soon as it is there, as is each place after it', async () => {
  const maker = as(world.actors.producer, worldDay)
  await aLot(maker, { productId: world.plain.id })
  expect(await ownersOf(world.producer.id)).toEqual([world.coop.id])
  const nowhere = { gln: null, communeCode: null, latitude: null, longitude: null, agrees: false, sells: false }
  await addPlace(maker, { kind: 'stall', name: 'Quầy chợ', ...nowhere })
  expect(await ownersOf(world.producer.id)).toEqual([world.coop.id, world.coop.id])
})

test('places of before, of producers that were linked since, are assigned at the next start, and once', async () => {
  await db
    .insertInto('place')
    .values({ id: 'plc_old', producer_id: world.household.id, kind: 'workshop', name: 'Xưởng', is_default: true, sells: true })
    .execute()
  expect(await ownersOf(world.household.id)).toEqual([null])
  const start = () => assignAllPlaces(as(world.actors.officer, worldDay))
  expect(await start()).toBe(1)
  expect(await ownersOf(world.household.id)).toEqual([world.other.id])
  expect(await start()).toBe(0)
})

test('a place is nobody’s any more once its producer is taken from an organisation', async () => {
  await db.updateTable('producer').set({ organisation_id: null }).where('id', '=', world.household.id).execute()
  expect(await assignAllPlaces(as(world.actors.officer, worldDay))).toBe(1)
  expect(await ownersOf(world.household.id)).toEqual([null])
})
