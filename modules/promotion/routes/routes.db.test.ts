import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { pagesOfPdf, qrsOfPdf, wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { aPhoto } from '../../recall/fixtures.ts'
import { aReader } from '../../shop/fixtures.ts'
import { shopWorld } from '../../shop/test-world.ts'
import { aKeeper, aPoint } from '../consignment/fixtures.ts'
import { withdrawPoint } from '../points-of-sale/manage-point.ts'
import { aRouteForm, anEnquiryForm, anOpenRoute, mustBe } from './fixtures.ts'
import { endRoutesRetention } from './forget-visitors.ts'
import * as routes from './index.ts'
import { routeMessages, routeReminders } from './messages.ts'
import { geoJsonOf } from './rules/gpx.ts'
import type { RouteStopId } from './rules/ids.ts'
import { readPassport } from './rules/passport.ts'
import { selectStop } from './stop.store.ts'
import { routesWaiting } from './waiting.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const day = '2026-11-23T09:00:00+07:00'
const as = (actor: Actor) => asAt(actor, day)
const anybody = as(visitor)
let office: ReturnType<typeof as>
let keeper: Person & { organisationId: OrganisationId }
let address = 0
const ask = (slug: string, given: Record<string, unknown> = {}) =>
  routes.enquire(anybody, slug, anEnquiryForm(given), `198.51.100.${++address}`)
const slugOf = async (routeId: string) => (await db.selectFrom('route').select('slug').where('id', '=', routeId as never).executeTakeFirstOrThrow()).slug // prettier-ignore
const idOf = async (code: string) =>
  (await db.selectFrom('route_enquiry').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
const codeOf = async (id: RouteStopId) => (await selectStop(db, id))!.stampCode

beforeAll(async () => {
  await shopWorld((actor: Actor, moment) => asAt(actor, moment))
  office = as(aReader)
  keeper = await aKeeper(as)
})

test('a route is seen once it is published, which takes two stops, and is called recognised by its decision alone', async () => {
  const { routeId } = mustBe(await routes.registerRoute(office, aRouteForm(keeper.organisationId, { name: 'Tuyến chưa có điểm' })))
  expect(await routes.publishRoute(office, { routeId })).toMatchObject({ refusal: { code: 'stops-missing' } })
  await expect(routes.findPublicRoute(anybody, await slugOf(routeId))).rejects.toThrow(NotFound)

  const open = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến công nhận' })
  const slug = await slugOf(open.routeId)
  expect((await routes.findPublicRoute(anybody, slug)).route.recognised).toBeNull()
  const leaflet = () => routes.printLeaflet(anybody, slug, { size: 'a4', address: `https://dacsan.example.vn/tuyen/${slug}` })
  expect(await wordsOfPdf(mustBe(await leaflet()))).not.toContain('được công nhận')
  const typed = { routeId: open.routeId, number: '15/QĐ-UBND', on: '2026-11-20' }
  expect(await routes.recogniseRoute(office, typed, null)).toMatchObject({ refusal: { code: 'paper-missing' } })
  expect(await routes.recogniseRoute(office, { ...typed, on: '2026-11-24' }, await aPhoto())).toMatchObject({ refusal: { code: 'decision-in-future' } }) // prettier-ignore
  mustBe(await routes.recogniseRoute(office, typed, await aPhoto()))
  expect((await routes.findPublicRoute(anybody, slug)).route.recognised).toEqual({ number: '15/QĐ-UBND', on: '2026-11-20' })
  expect(await wordsOfPdf(mustBe(await leaflet()))).toContain('được công nhận theo Quyết định 15/QĐ-UBND')
  // The database holds it too.
  const without = { recognised_number: null, recognised_on: null, recognised_file_hash: null }
  await expect(db.updateTable('route').set(without).where('id', '=', open.routeId).execute()).rejects.toThrow('check constraint')
})

test('the list is narrowed by month, length and commune', async () => {
  await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến mùa mưa', months: ['6', '7'] })
  const names = async (filter: Parameters<typeof routes.listPublicRoutes>[1]) =>
    (await routes.listPublicRoutes(anybody, filter)).routes.map(({ name }) => name)
  expect(await names({ month: 6 })).toEqual(['Tuyến mùa mưa'])
  expect(await names({ month: 12 })).not.toContain('Tuyến mùa mưa')
  expect(await names({ length: 'half-day' })).toContain('Tuyến mùa mưa')
  expect(await names({ length: 'longer' })).toEqual([])
  expect(await names({ commune: '29308' })).toContain('Tuyến mùa mưa')
  expect(await names({ commune: '00000' })).toEqual([])
})

test('a stop is put in its place, and a telephone stands as long as its owner agrees', async () => {
  const { routeId, stopIds } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến điện thoại' })
  const slug = await slugOf(routeId)
  const stops = async () => (await routes.findPublicRoute(anybody, slug)).stops
  const own = as(keeper)
  const { stop } = await routes.findStop(own, stopIds[1]!)
  const { kind, name, hostId, pointId, communeCode, address: where, latitude, longitude, minutes, about } = stop
  mustBe(await routes.changeStop(office, { stopId: stopIds[1]!, kind, name, hostId, pointId, communeCode, address: where, position: { latitude, longitude }, minutes, about, place: 1 })) // prettier-ignore
  expect((await stops()).map(({ id, number }) => [id, number])).toEqual([[stopIds[1], 1], [stopIds[0], 2]]) // prettier-ignore
  expect(await routes.giveContact(own, { stopId: stopIds[0]!, phone: '0912345678', agreedOn: '2026-12-01' })).toMatchObject({ refusal: { code: 'agreed-in-future' } }) // prettier-ignore
  mustBe(await routes.giveContact(own, { stopId: stopIds[0]!, phone: '0912345678', agreedOn: '2026-11-01' }))
  expect((await stops())[1]!.phone).toBe('0912345678')
  mustBe(await routes.withdrawContact(own, { stopId: stopIds[0]! }))
  expect((await stops())[1]!.phone).toBeNull()
  const { routeId: _, ...row } = await db.selectFrom('route_stop').select(['phone', 'phone_agreed_on', 'route_id as routeId']).where('id', '=', stopIds[0]!).executeTakeFirstOrThrow() // prettier-ignore
  expect(row).toEqual({ phone: null, phone_agreed_on: null })
})

test('no day has more groups than the route takes, also where two are accepted at once', async () => {
  const { routeId } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến một đoàn' })
  const slug = await slugOf(routeId)
  const own = as(keeper)
  for (const [given, code] of [
    [{ visitOn: '2026-11-23' }, 'day-past'],
    [{ visitOn: '2028-01-01' }, 'day-too-far'],
    [{ visitOn: '2027-06-01' }, 'out-of-season'],
    [{ people: '1' }, 'group-size'],
    [{ language: 'km' }, 'language-not-spoken'],
    [{ phone: '123' }, 'phone-wrong'],
  ] as const)
    expect(await ask(slug, given), code).toMatchObject({ refusal: { code } })
  const form = anEnquiryForm()
  const [first, again] = [await routes.enquire(anybody, slug, form, '203.0.113.1'), await routes.enquire(anybody, slug, form, '203.0.113.1')] // prettier-ignore
  expect(again).toEqual(first)
  const ids = [await idOf(mustBe(first).code), await idOf(mustBe(await ask(slug)).code)]
  const outcomes = await Promise.all(ids.map((enquiryId) => routes.acceptEnquiry(own, { enquiryId, answer: '' })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'day-full', groups: 1 } })
  expect((await routes.findPublicRoute(anybody, slug)).fullDays).toEqual(['2026-12-20'])
  expect(await ask(slug)).toMatchObject({ refusal: { code: 'day-full' } })
  const rest = ids[outcomes.findIndex(({ ok }) => !ok)]!
  // Whatever the code does, the database gives a place once.
  await expect(db.updateTable('route_enquiry').set({ status: 'accepted', slot: 1, slots: 1 }).where('id', '=', rest).execute()).rejects.toThrow('unique') // prettier-ignore
  await expect(db.updateTable('route_enquiry').set({ status: 'accepted', slot: 2, slots: 1 }).where('id', '=', rest).execute()).rejects.toThrow('check') // prettier-ignore
  // Another day, which the visitor takes by the code.
  mustBe(await routes.offerDay(own, { enquiryId: rest, offeredOn: '2026-12-21', answer: 'Hôm sau nhé' }))
  const { code } = await db.selectFrom('route_enquiry').select('code').where('id', '=', rest).executeTakeFirstOrThrow()
  expect(await routes.followVisitEnquiry(anybody, code)).toMatchObject({
    status: 'other-day',
    answerDay: '2026-12-21',
    mayTake: true,
    answer: 'Hôm sau nhé',
  })
  mustBe(await routes.takeOfferedDay(anybody, code))
  expect(await routes.followVisitEnquiry(anybody, code)).toMatchObject({ status: 'accepted', visitOn: '2026-12-21', mayTake: false })
  mustBe(await routes.withdrawEnquiry(anybody, code))
  expect((await routes.findPublicRoute(anybody, slug)).fullDays).toEqual(['2026-12-20'])
  await expect(routes.takeOfferedDay(anybody, 'TQ-AAAAA-AAAAA')).rejects.toThrow(NotFound)
})

test('one address asks five times an hour', async () => {
  const { routeId } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến bị gửi dồn' })
  const slug = await slugOf(routeId)
  for (let n = 0; n < 5; n++) mustBe(await routes.enquire(anybody, slug, anEnquiryForm(), '192.0.2.77'))
  expect(await routes.enquire(anybody, slug, anEnquiryForm(), '192.0.2.77')).toMatchObject({ refusal: { code: 'too-many-requests' } })
})

test('host and visitor are told, by the number that was left, and what the visitor said is forgotten after thirty days', async () => {
  const { routeId } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến nhắn tin' })
  const slug = await slugOf(routeId)
  const [withPhone, without] = [mustBe(await ask(slug)).code, mustBe(await ask(slug, { phone: '' })).code]
  const [id, silent] = [await idOf(withPhone), await idOf(without)]
  const said = async (name: string, payload: object) => {
    const rule = routeMessages.find((one) => one.name === name)!
    return rule.tell({ payload } as unknown as Parameters<typeof rule.tell>[0], { db, now: anybody.now })
  }
  expect((await said('route.enquired', { enquiryId: id, routeId }))[0]).toMatchObject({
    to: [keeper.userId],
    path: `/van-phong/don-khach/${id}`,
  })
  const [line] = await routesWaiting(as(keeper))
  expect(line).toMatchObject({ path: expect.stringContaining('/van-phong/don-khach') })
  mustBe(await routes.acceptEnquiry(as(keeper), { enquiryId: id, answer: 'Mời đến' }))
  expect((await said('route.enquiry-accepted', { enquiryId: id, routeId }))[0]).toMatchObject({ to: [id], path: `route-enquiry:${id}`, language: 'vi' }) // prettier-ignore
  expect((await said('route.enquiry-declined', { enquiryId: silent, routeId }))[0]!.to).toEqual([])
  const due = async (name: string, at: string) => (await routeReminders.find((one) => one.name === name)!.due({ db, now: new Date(at) })).map(({ fact }) => fact) // prettier-ignore
  expect(await due('route.enquiry-waits', '2026-11-24T09:00:00+07:00')).not.toContain(silent)
  expect(await due('route.enquiry-waits', '2026-11-26T09:00:00+07:00')).toContain(silent)
  expect(await due('route.visit-tomorrow', '2026-12-19T09:00:00+07:00')).toContain(`${id} 2026-12-20`)
  await db.transaction().execute(async (tx) => {
    expect((await endRoutesRetention(tx, new Date('2027-01-19T09:00:00+07:00')))['routeVisitors']).toBe(0)
    expect((await endRoutesRetention(tx, new Date('2027-01-20T09:00:00+07:00')))['routeVisitors']).toBeGreaterThan(0)
  })
  expect(await routes.followVisitEnquiry(anybody, withPhone)).toMatchObject({ hasPhone: false, note: '' })
})

test('a stamp is set by the code at the stop alone, once a device, and the passport cannot be written by hand', async () => {
  const { routeId, stopIds } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến hộ chiếu' })
  const slug = await slugOf(routeId)
  const stamp = (code: string, cookie?: string) => routes.stampPassport(anybody, { slug, code, cookie, address: '192.0.2.9' })
  const codes = await Promise.all(stopIds.map(codeOf))
  await expect(stamp('AAAAAAAAAAAAAA')).rejects.toThrow(NotFound)
  const one = (await stamp(codes[0]!)) as { cookie: string }
  const same = (await stamp(codes[0]!, one.cookie)) as { cookie: string }
  expect(same).toEqual(one)
  expect(await routes.findPassport(anybody, slug, one.cookie)).toMatchObject({ missing: 1, isComplete: false, completedOn: null })
  expect((await routes.findPublicRoute(anybody, slug)).stamps).toBe(1)
  // Nothing of who it is, and nothing that somebody else could write.
  expect(one.cookie).toMatch(/^rst_[\w-]+~2026-11-23![\w-]{43}$/)
  const forged = one.cookie.replace(stopIds[0]!, stopIds[1]!)
  expect(await routes.findPassport(anybody, slug, forged)).toMatchObject({ missing: 2 })
  expect(readPassport(one.cookie, 'another key')).toEqual([])
  const all = (await stamp(codes[1]!, one.cookie)) as { cookie: string }
  expect(await routes.findPassport(anybody, slug, all.cookie)).toMatchObject({ missing: 0, isComplete: true, completedOn: '2026-11-23' })
  // A code that was changed leads nowhere; the stamp stays.
  mustBe(await routes.changeStampCode(as(keeper), { stopId: stopIds[0]! }))
  await expect(stamp(codes[0]!)).rejects.toThrow(NotFound)
  expect(await routes.findPassport(anybody, slug, all.cookie)).toMatchObject({ isComplete: true })
  // What hangs at the stop is read back as its address.
  const printed = mustBe(await routes.printStampCode(as(keeper), stopIds[0]!, (at, code) => `https://dacsan.example.vn/tuyen/${at}/dau/${code}`)) // prettier-ignore
  expect(await qrsOfPdf(printed)).toEqual([`https://dacsan.example.vn/tuyen/${slug}/dau/${await codeOf(stopIds[0]!)}`])
  await expect(routes.printStampCode(anybody, stopIds[0]!, () => '')).rejects.toThrow(NotFound)
})

test('what is no longer there falls out of page, files and passport, says so, and the department is told', async () => {
  const pointId = await aPoint(as, keeper)
  const { routeId, stopIds } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến có lỗ' }, [
    { name: 'Lò cốm' },
    { name: 'Quầy OCOP', kind: 'point-of-sale', pointId },
    { name: 'Nhà vườn', kind: 'homestay', position: '9.9, 106.1' },
  ])
  const slug = await slugOf(routeId)
  const drawn = () => routes.drawnRoute(anybody, slug, (one) => `https://dacsan.example.vn/tuyen/${one}`)
  expect((await drawn()).stops).toHaveLength(3)
  const stampOfPoint = await codeOf(stopIds[1]!)
  mustBe(await withdrawPoint(office, { pointId, number: '9/QĐ', on: '2026-11-23', reason: 'Đóng cửa' }))
  mustBe(await routes.leaveRoute(as(keeper), { stopId: stopIds[2]!, reason: 'Nhà có việc' }))
  const { stops, sketch, route } = await routes.findPublicRoute(anybody, slug)
  expect(stops.map(({ name, number, outBecause }) => [name, number, outBecause])).toEqual([
    ['Lò cốm', 1, null],
    ['Quầy OCOP', null, 'point-not-recognised'],
    ['Nhà vườn', null, 'host-left'],
  ])
  expect(sketch!.points).toHaveLength(1)
  expect(route.minutes).toBe(60)
  expect(geoJsonOf(await drawn()).features.map(({ geometry }) => geometry.type)).toEqual(['Point'])
  await expect(routes.stampPassport(anybody, { slug, code: stampOfPoint, cookie: undefined, address: '192.0.2.9' })).rejects.toThrow(
    NotFound,
  )
  expect((await routes.findPassport(anybody, slug, undefined)).missing).toBe(1)
  const lines = await routesWaiting(office)
  expect(lines.some(({ kind }) => kind === 'routes-with-holes')).toBe(true)
  mustBe(await routes.rejoinRoute(as(keeper), { stopId: stopIds[2]! }))
  expect((await drawn()).stops.map(({ name }) => name)).toEqual(['Lò cốm', 'Nhà vườn'])
})

test('the leaflet of either size bears the address of its page, read back by a decoder, and its stops', async () => {
  const { routeId } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến tờ gấp' })
  const address = `https://dacsan.example.vn/tuyen/${await slugOf(routeId)}`
  for (const size of ['a4', 'a5'] as const) {
    const pdf = mustBe(await routes.printLeaflet(anybody, await slugOf(routeId), { size, address }))
    expect(await qrsOfPdf(pdf)).toEqual([address])
    expect((await pagesOfPdf(pdf))[0]).toContain('Lò cốm dẹp')
  }
})

test('an ended route tells that it ended, takes nobody and is in no list', async () => {
  const { routeId } = await anOpenRoute(office, keeper.organisationId, { name: 'Tuyến đã ngừng' })
  const slug = await slugOf(routeId)
  mustBe(await routes.endRoute(office, { routeId, reason: 'Sửa đường' }))
  expect((await routes.findPublicRoute(anybody, slug)).route).toMatchObject({ isEnded: true, isOpen: false })
  expect((await routes.listPublicRoutes(anybody)).routes.map(({ name }) => name)).not.toContain('Tuyến đã ngừng')
  expect(await ask(slug)).toMatchObject({ refusal: { code: 'route-not-open' } })
  expect(newId('rou')).toMatch(/^rou_/)
})
