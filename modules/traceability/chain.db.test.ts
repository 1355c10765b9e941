import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { machineOf } from '../epcis-repository/fixtures.ts'
import { captureDocument } from '../epcis-repository/index.ts'
import { aLot, traceWorld, worldDay } from './fixtures.ts'
import { addPlace, findChain, placeUri, recallLot } from './index.ts'
import type { OpenedLot } from './open-lot.ts'
import { chainStep, chainThing, chainWay } from './words.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
let lot: OpenedLot
let raw: OpenedLot
const gtin = '08938501234568'
const case1 = 'https://id.gs1.org/00/106141412345678908'
const maker = () => as(world.actors.producer, worldDay)
const uriOf = ({ traceCode }: { traceCode: string }) => `${testOrigin}/t/${traceCode}`
const at = (hour: number) => ({ eventTime: `2026-11-2${hour}T08:00:00.000Z`, eventTimeZoneOffset: '+07:00' })

async function capture(eventList: readonly object[]) {
  const document = {
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  }
  const taken = await captureDocument(as(machineOf(world.coop)), {
    content: JSON.stringify(document),
    media: 'application/json',
    behaviour: 'rollback',
  })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
}

beforeAll(async () => {
  world = await traceWorld(as)
  await db.updateTable('product_pack').set({ gtin }).where('product_id', '=', world.certified.id).execute()
  raw = await aLot(maker(), { productId: world.certified.id, number: 'CD-1' })
  lot = await aLot(maker(), { productId: world.plain.id, number: 'KEO-1' })
  const made = await addPlace(maker(), {
    kind: 'workshop',
    name: 'Xưởng Ấp 1',
    gln: null,
    communeCode: null,
    latitude: null,
    longitude: null,
    agrees: false,
    sells: false,
  })
  if (!made.ok) throw new Error(made.refusal.code)
  const place = made.value.placeId
  await capture([
    {
      type: 'TransformationEvent',
      ...at(3),
      inputQuantityList: [{ epcClass: `https://id.gs1.org/01/${gtin}/10/CD-1`, quantity: 5 }],
      outputQuantityList: [{ epcClass: uriOf(lot), quantity: 60 }],
    },
    {
      type: 'AggregationEvent',
      ...at(4),
      action: 'ADD',
      bizStep: 'packing',
      parentID: case1,
      childQuantityList: [{ epcClass: uriOf(lot), quantity: 24 }],
      readPoint: { id: placeUri({ origin: testOrigin }, { gln: null, code: place }) },
    },
    {
      type: 'ObjectEvent',
      ...at(5),
      action: 'OBSERVE',
      bizStep: 'shipping',
      epcList: [case1],
      sourceList: [{ type: 'possessing_party', source: `${testOrigin}/to-chuc/htx-cau-ke` }],
      destinationList: [{ type: 'possessing_party', destination: 'https://id.gs1.org/417/8938501234575' }],
    },
  ])
})

test('the chain of a lot goes from what it was made of through it into its cases, and tells where it went in the order of time', async () => {
  const chain = await findChain(maker(), lot.lotId)
  expect(chain.madeOf).toEqual([
    {
      uri: `https://id.gs1.org/01/${gtin}/10/CD-1`,
      lot: { id: raw.lotId, number: 'CD-1', productName: 'Mứt dừa sáp', mayOpen: true },
      purchase: null,
    },
  ])
  expect(chain.became).toEqual([{ uri: case1, lot: null, purchase: null }])
  expect(chain.stops.map((stop) => `${chainStep(stop)} ${chainWay(stop)}`)).toEqual([
    'Đóng gói tại Xưởng Ấp 1',
    'Giao hàng từ htx-cau-ke đến GLN 8938501234575',
  ])
  expect(chain.isWhole).toBe(true)
  expect([...chain.madeOf, ...chain.became].map(chainThing)).toEqual(['Lô CD-1, Mứt dừa sáp', 'Kiện hàng SSCC 106141412345678908'])
  expect((await findChain(maker(), raw.lotId)).became.map(chainThing)).toEqual([
    'Lô KEO-1, Kẹo dừa sáp',
    'Kiện hàng SSCC 106141412345678908',
  ])
})

test('goods of a lot in a pack with a GTIN of its own are that lot', async () => {
  const another = '08938501234575'
  await db
    .insertInto('product_pack')
    .columns(['id', 'product_id', 'name', 'gtin', 'is_default', 'created_at'])
    .expression((eb) =>
      eb
        .selectFrom('product_pack')
        .where('gtin', '=', gtin)
        .select([
          eb.val('pck_more').as('id'),
          'product_id',
          eb.val('Hộp 1 kg').as('name'),
          eb.val(another).as('gtin'),
          eb.val(false).as('is_default'),
          'created_at',
        ]),
    )
    .execute()
  const of = await aLot(maker(), { productId: world.plain.id, number: 'KEO-3' })
  await capture([
    {
      type: 'TransformationEvent',
      ...at(6),
      inputQuantityList: [{ epcClass: `https://id.gs1.org/01/${another}/10/CD-1`, quantity: 1 }],
      outputQuantityList: [{ epcClass: uriOf(of), quantity: 6 }],
    },
  ])
  expect((await findChain(maker(), of.lotId)).madeOf.map(chainThing)).toEqual(['Lô CD-1, Mứt dừa sáp'])
})

test('the chain is read by the maker and by those who look into doubts, and by nobody else', async () => {
  for (const actor of [world.actors.officer, world.actors.scientist])
    expect((await findChain(as(actor, worldDay), lot.lotId)).became).toHaveLength(1)
  for (const actor of [world.actors.rival, world.actors.buyer])
    await expect(findChain(as(actor, worldDay), lot.lotId)).rejects.toThrow('No such lot')
})

test('a recall stands in the chain', async () => {
  const { lotId } = await aLot(maker(), { productId: world.plain.id, number: 'KEO-2' })
  expect(await findChain(maker(), lotId)).toEqual({ madeOf: [], became: [], stops: [], isWhole: true })
  await recallLot(maker(), { lotId, reason: 'Nghi ngờ nhiễm khuẩn' })
  expect((await findChain(maker(), lotId)).stops.map(chainStep)).toEqual(['Thu hồi'])
})

test.each([
  [`https://id.gs1.org/01/${gtin}/10/L1`, `GTIN ${gtin}, lô L1`],
  [`https://id.gs1.org/01/${gtin}/21/S%2F1`, `GTIN ${gtin}, số S/1`],
  [`https://id.gs1.org/01/${gtin}`, `GTIN ${gtin}`],
  ['urn:x:nuts', 'urn:x:nuts'],
])('a thing that is no lot of ours is called by its key: %s', (uri, words) =>
  expect(chainThing({ uri, lot: null, purchase: null })).toBe(words),
)
