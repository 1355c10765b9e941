import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { aPhoto } from '../recall/fixtures.ts'
import { aReader } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { aConsignment } from './consignment/fixtures.ts'
import { routeActTables } from './routes/acts.ts'
import type { VisitEnquiryStatus, RouteStatus, StopStatus } from './routes/acts.ts'
import { aRouteForm, aStopForm, anEnquiryForm, anOpenRoute, mustBe } from './routes/fixtures.ts'
import * as rooms from './routes/index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const as = (actor: Actor) => asAt(actor, worldDay)
const base = as(system('trial'))
const one = await aConsignment(as, { jars: 1 })
const hostId = one.owner.kind === 'person' ? one.owner.memberships[0]!.organisationId : one.keeper.organisationId
/** Somebody who sells at a point of the producer's own organisation; the other keeper works elsewhere. */
const ownKeeper: Actor = { ...one.keeper, memberships: [{ ...one.keeper.memberships[0]!, organisationId: hostId }] }
const people = { ...world.people, maker: one.owner, keeper: one.keeper, ownKeeper }
const department = ['trade-department'] as const
const photo = await aPhoto()

const { routeId, stopIds } = await anOpenRoute(as(aReader), hostId)
const [stopId] = stopIds as [(typeof stopIds)[number]]
const { slug } = await db.selectFrom('route').select('slug').where('id', '=', routeId).executeTakeFirstOrThrow()
const { requestKey: _, ...routeFields } = aRouteForm(hostId)
const { requestKey: __, routeId: ___, ...stopFields } = aStopForm(routeId, hostId)

const decision = { recognised_number: '1/QĐ', recognised_on: '2026-11-20' }
const none = { recognised_number: null, recognised_on: null, recognised_file_hash: null }
await rooms.recogniseRoute(as(aReader), { routeId: mustBe(await rooms.registerRoute(as(aReader), aRouteForm(hostId))).routeId, number: '1', on: '2026-11-20' }, photo) // prettier-ignore
const { hash } = await db.selectFrom('stored_file').select('hash').executeTakeFirstOrThrow()
tryActs(routeActTables[0], {
  base,
  people,
  put: (tx, status: RouteStatus) =>
    tx
      .updateTable('route')
      .set({
        status,
        ended_reason: status === 'ended' ? 'x' : null,
        ...(status === 'recognised' ? { ...decision, recognised_file_hash: hash } : none),
      })
      .where('id', '=', routeId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('route').select('status').where('id', '=', routeId).executeTakeFirstOrThrow()).status,
  attempts: {
    register: (ctx) => rooms.registerRoute(ctx, aRouteForm(hostId)),
    change: (ctx) => rooms.changeRoute(ctx, { ...routeFields, routeId }),
    publish: (ctx) => rooms.publishRoute(ctx, { routeId }),
    recognise: (ctx) => rooms.recogniseRoute(ctx, { routeId, number: '15/QĐ', on: '2026-11-20' }, photo),
    end: (ctx) => rooms.endRoute(ctx, { routeId, reason: 'Sửa đường' }),
  },
  expected: {
    register: { by: department },
    change: { from: ['draft', 'published', 'recognised'], by: department },
    publish: { from: ['draft'], to: 'published', by: department },
    recognise: { from: ['published'], to: 'recognised', by: department },
    end: { from: ['published', 'recognised'], to: 'ended', by: department },
  },
})

// Whoever receives visitors at the stop, and the department; nobody else finds it.
const hosts = ['maker', 'ownKeeper', 'trade-department'] as const
const left = (status: StopStatus) => ({
  status,
  left_reason: status === 'left' ? 'x' : null,
  left_at: status === 'left' ? base.now : null,
  position: status === 'dropped' ? null : 1,
})
tryActs(routeActTables[1], {
  base,
  people,
  put: (tx, status: StopStatus) => tx.updateTable('route_stop').set(left(status)).where('id', '=', stopId).execute(),
  state: async (tx) => (await tx.selectFrom('route_stop').select('status').where('id', '=', stopId).executeTakeFirstOrThrow()).status,
  attempts: {
    add: (ctx) => rooms.addStop(ctx, aStopForm(routeId, hostId)),
    change: (ctx) => rooms.changeStop(ctx, { ...stopFields, stopId }),
    drop: (ctx) => rooms.dropStop(ctx, { stopId }),
    'give-contact': (ctx) => rooms.giveContact(ctx, { stopId, phone: '0912345678', agreedOn: '2026-11-01' }),
    'withdraw-contact': (ctx) => rooms.withdrawContact(ctx, { stopId }),
    'change-code': (ctx) => rooms.changeStampCode(ctx, { stopId }),
    leave: (ctx) => rooms.leaveRoute(ctx, { stopId, reason: 'Nhà có việc' }),
    rejoin: (ctx) => rooms.rejoinRoute(ctx, { stopId }),
  },
  expected: {
    add: { by: department },
    change: { from: ['standing', 'left'], by: department },
    drop: { from: ['standing', 'left'], to: 'dropped', by: department },
    'give-contact': { from: ['standing', 'left'], by: hosts },
    'withdraw-contact': { from: ['standing', 'left'], by: hosts },
    'change-code': { from: ['standing', 'left'], by: hosts },
    leave: { from: ['standing'], to: 'left', by: hosts },
    rejoin: { from: ['left'], to: 'standing', by: hosts },
  },
})

const { code } = mustBe(await rooms.enquire(base, slug, anEnquiryForm(), '192.0.2.1'))
const { id: enquiryId } = await db.selectFrom('route_enquiry').select('id').where('code', '=', code).executeTakeFirstOrThrow()
const everybody = ['visitor', 'system', ...(Object.keys(people) as (keyof typeof people)[])] as const
let address = 0
tryActs(routeActTables[2], {
  base,
  people,
  put: (tx, status: VisitEnquiryStatus) =>
    tx
      .updateTable('route_enquiry')
      .set({ status, offered_on: '2026-12-22', ...(status === 'accepted' ? { slot: 1, slots: 1 } : { slot: null, slots: null }) })
      .where('id', '=', enquiryId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('route_enquiry').select('status').where('id', '=', enquiryId).executeTakeFirstOrThrow()).status,
  attempts: {
    ask: (ctx) => rooms.enquire(ctx, slug, anEnquiryForm({ requestKey: newId('key') }), `198.51.100.${++address % 250}`),
    accept: (ctx) => rooms.acceptEnquiry(ctx, { enquiryId, answer: '' }),
    'offer-day': (ctx) => rooms.offerDay(ctx, { enquiryId, offeredOn: '2026-12-21', answer: '' }),
    decline: (ctx) => rooms.declineEnquiry(ctx, { enquiryId, answer: 'Bận' }),
    'take-day': (ctx) => rooms.takeOfferedDay(ctx, code),
    withdraw: (ctx) => rooms.withdrawEnquiry(ctx, code),
  },
  expected: {
    ask: { by: everybody },
    accept: { from: ['asked'], to: 'accepted', by: hosts },
    'offer-day': { from: ['asked'], to: 'other-day', by: hosts },
    decline: { from: ['asked', 'other-day', 'accepted'], to: 'declined', by: hosts },
    'take-day': { from: ['other-day'], to: 'accepted', by: everybody },
    withdraw: { from: ['asked', 'other-day', 'accepted'], to: 'withdrawn', by: everybody },
  },
})
