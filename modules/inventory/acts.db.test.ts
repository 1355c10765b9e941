import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { aLot, traceWorld, worldDay } from '../traceability/fixtures.ts'
import { addPlace } from '../traceability/index.ts'
import { inventoryActTables } from './acts.ts'
import { packLot, positionOf } from './fixtures.ts'
import { countPlace, moveGoods, packGoods, takeBack, takeOut } from './index.ts'
import type { TakenOutKind } from './rules.ts'
import { writeEntries } from './write-entries.ts'

const { db, as } = await testDatabase<Tables>()
const world = await traceWorld(as)
const people = {
  ...world.actors,
  communeOfficer: someoneWith('commune-officer'),
  advisoryMember: someoneWith('advisory-member'),
  councilSecretary: someoneWith('council-secretary'),
  councilMember: someoneWith('council-member'),
  councilChair: someoneWith('council-chair'),
  leader: someoneWith('leader'),
  tradeOfficer: someoneWith('trade-department'),
  organisationHead: someoneWith('organisation-head'),
  pointKeeper: someoneWith('point-keeper'),
  tradeOffice: someoneWith('trade-office'),
  administrator: someoneWith('administrator'),
}
const base = as(system('trial'), worldDay)
const maker = as(people.producer, worldDay)

const { lotId } = await aLot(maker, { productId: world.certified.id })
await packLot(maker, lotId, 60)
const goods = await positionOf(db, lotId)
const stall = await addPlace(maker, {
  kind: 'stall',
  name: 'Quầy chợ',
  gln: null,
  communeCode: null,
  latitude: null,
  longitude: null,
  agrees: false,
  sells: false,
})
if (!stall.ok) throw new Error(stall.refusal.code)
await db.transaction().execute((tx) => writeEntries(tx, maker, [{ ...goods, delta: -10, kind: 'sold' }]))

const one = () => ({ ...goods, quantity: 1, note: 'Theo biên bản', requestKey: newId('key') })
const takeOutAs = (kind: TakenOutKind) => (ctx: Ctx) => takeOut(ctx, kind, one())

// Goods are handled by whoever made them, and by nobody else; offices read.
tryActs(inventoryActTables[0], {
  base,
  people,
  attempts: {
    pack: (ctx) => packGoods(ctx, { lotId, packs: [{ quantity: 1 }], requestKey: newId('key') }),
    move: (ctx) => moveGoods(ctx, { ...goods, fromId: goods.placeId, toId: stall.value.placeId, quantity: 1, requestKey: newId('key') }),
    count: (ctx) =>
      countPlace(ctx, { placeId: goods.placeId, counts: [{ ...goods, counted: 49, note: 'Đếm lại' }], requestKey: newId('key') }),
    sample: takeOutAs('sampled'),
    damage: takeOutAs('damaged'),
    destroy: takeOutAs('destroyed'),
    'take-back': (ctx) => takeBack(ctx, one()),
  },
  expected: {
    pack: { by: ['producer'] },
    move: { by: ['producer'] },
    count: { by: ['producer'] },
    sample: { by: ['producer'] },
    damage: { by: ['producer'] },
    destroy: { by: ['producer'] },
    'take-back': { by: ['producer'] },
  },
})
