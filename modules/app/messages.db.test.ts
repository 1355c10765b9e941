import { readConfig } from '@dacsan/platform/config'
import { inTransaction } from '@dacsan/platform/context'
import { createLog } from '@dacsan/platform/log'
import { openMailer } from '@dacsan/platform/mail'
import { testDatabase } from '@dacsan/platform/testing'
import { testMailServer } from '@dacsan/platform/testing-mail'
import { newId } from '@dacsan/platform/ids'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { aProduct } from '../catalogue/fixtures.ts'
import { importCertificates } from '../certificates/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import { findDossier, returnDossier } from '../dossiers/index.ts'
import { dossierWorld, worldDay } from '../dossiers/test-world.ts'
import { aPerson } from '../identity/fixtures.ts'
import {
  acceptInvitation,
  changePassword,
  createAuth,
  findInvitation,
  giveRole,
  openAccount,
  renewAccess,
  system,
  visitor,
} from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import { invitationPath } from '../identity/rules.ts'
import { aPaper, aRequest, typed } from '../joining/fixtures.ts'
import { askForMore, confirmRequest, fileRequestFor, refuseRequest, supplementRequest } from '../joining/index.ts'
import { listInbox, sendDue } from '../notifications/index.ts'
import { aProvider } from '../notifications/fixtures.ts'
import { aShop, anOrderForm, mustBe } from '../shop/fixtures.ts'
import { placeOrder } from '../shop/index.ts'
import { aRecall } from '../recall/fixtures.ts'
import { tellPartner } from '../recall/index.ts'
import { recallLot } from '../traceability/index.ts'
import { messageSubscribers, remindAll, resolvePath, sendingOf } from './messages.ts'

const { db, as, dataDir } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const config = readConfig({
  DATA_DIR: dataDir,
  ORIGIN: 'https://dacsan.test',
  SMTP_URL: 'smtp://127.0.0.1:1',
  ESMS_URL: 'http://127.0.0.1:1',
  ESMS_KEY: 'k',
  ESMS_SECRET: 's',
})
const house = { db, config, log: createLog('silent') }
const server = await testMailServer()
const mailer = openMailer({ url: server.url, from: 'tin@dacsan.test' })
afterAll(() => (mailer.close(), server.close()))

const { maker, mai, officer, administrator } = await inTransaction(as(system('test'), worldDay), async (tx) => ({
  maker: await aPerson(tx, { organisation: 'htx-cau-ke', name: 'Thạch Thị Mai', email: 'mai@example.vn', now: new Date(worldDay) }),
  mai: await aPerson(tx, { organisation: 'htx-vinh-kim', name: 'Sơn Thị Lan', email: 'lan@example.vn', now: new Date(worldDay) }),
  officer: await aPerson(tx, {
    organisation: 'ubnd-cau-ke',
    role: 'commune-officer',
    communeCode: '29308',
    email: 'xa@example.vn',
    now: new Date(worldDay),
  }),
  administrator: await aPerson(tx, { role: 'administrator', email: 'qt@example.vn', now: new Date(worldDay) }),
}))
let heard = new Set<string>()
/** Delivers every event that was not heard yet, as three workers would that know nothing of each other. */
async function hear(): Promise<void> {
  const events = await db.selectFrom('event').selectAll().orderBy('at').orderBy('id').execute()
  const fresh = events.filter(({ id }) => !heard.has(id))
  for (const { actor_id: actorId, ...event } of fresh) {
    const own = messageSubscribers(house).filter(({ type }) => type === event.type)
    await Promise.all(
      [1, 2, 3].flatMap(() => own.map((one) => one.hear({ ...event, payload: event.payload as object, actorId, version: 1 }))),
    )
    heard.add(event.id)
  }
}
const subjectsOf = async (person: Person) => {
  const { messages } = await listInbox(as(person), { unread: false, search: '', page: 1 })
  return messages.map(({ subject }) => subject)
}
beforeEach(async () => {
  await hear()
  await db.deleteFrom('message').execute()
  server.box.length = 0
})

describe('a dossier', () => {
  test('that the commune returns is in the inbox and the mailbox of its producer alone, once, and leads to where it is mended', async () => {
    const product = await inTransaction(as(system('test')), (tx) =>
      aProduct(tx, { name: 'Mứt dừa sáp mới', setCode: 'QD26-07', producerId: world.producer.id }),
    )
    const filed = await aDossier(world.people(), { productId: product.id, status: 'submitted' })
    await hear()
    expect(await subjectsOf(maker)).toEqual([expect.stringContaining('đã nhận hồ sơ “Mứt dừa sáp mới”')])
    expect(await subjectsOf(officer)).toEqual(['Hồ sơ mới cần xét: Mứt dừa sáp mới'])
    const items = [
      { about: 'section:plan', text: 'Bổ sung kế hoạch.' },
      { about: 'section:business', text: 'Ghi rõ sản lượng.' },
    ] as const
    mustBe(
      await returnDossier(world.people().communeOfficer, {
        dossierId: filed.id,
        version: filed.version,
        items: [...items],
        repeatReason: '',
      }),
    )
    await hear()
    const { messages } = await listInbox(as(maker), { unread: true, search: 'cần bổ sung', page: 1 })
    expect(messages).toMatchObject([{ subject: 'Hồ sơ “Mứt dừa sáp mới” cần bổ sung', path: `/van-phong/ho-so/${filed.id}` }])
    expect(messages[0]!.text).toContain('yêu cầu bổ sung 2 nội dung')
    expect(await findDossier(as(maker), messages[0]!.path.split('/').at(-1)!)).toMatchObject({ id: filed.id })
    expect(await subjectsOf(mai)).toEqual([])
    await sendDue(sendingOf(house, { mail: mailer }))
    const mails = await Promise.all(server.box.filter(({ to }) => to[0] === 'mai@example.vn').map(({ raw }) => PostalMime.parse(raw)))
    const returned = mails.filter(({ subject }) => subject?.includes('cần bổ sung'))
    expect(returned.map(({ text }) => text?.includes(`https://dacsan.test/van-phong/ho-so/${filed.id}`))).toEqual([true])
  })

  test('that is nearly late is told to its commune once, also after three days of standstill, and then that it is late', async () => {
    const product = await inTransaction(as(system('test')), (tx) =>
      aProduct(tx, { name: 'Bánh gừng', setCode: 'QD26-07', producerId: world.producer.id }),
    )
    const { id, communeDueOn } = await aDossier(world.people(), { productId: product.id, status: 'submitted' })
    const at = (day: string) => new Date(`${day}T09:00:00+07:00`)
    const ownTold = async () =>
      (await subjectsOf(officer)).filter((subject) => subject.includes('Bánh gừng') && !subject.startsWith('Hồ sơ mới'))
    await remindAll(house, at(addDays(communeDueOn!, -8)))
    expect(await ownTold()).toEqual([])
    await Promise.all([1, 2, 3].map(() => remindAll(house, at(communeDueOn!))))
    await remindAll(house, new Date(at(communeDueOn!).getTime() + 3_600_000))
    expect(await ownTold()).toEqual(['Sắp hết hạn: hồ sơ “Bánh gừng”'])
    await remindAll(house, at(addDays(communeDueOn!, 3)))
    await remindAll(house, at(addDays(communeDueOn!, 4)))
    expect(await ownTold()).toEqual(['Quá hạn: hồ sơ “Bánh gừng” tại xã Xã Cầu Kè', 'Sắp hết hạn: hồ sơ “Bánh gừng”'])
    expect(id).toMatch(/^dos_/)
  })

  test('nobody is reminded at night', async () => {
    const told = await remindAll(house, new Date('2026-12-30T23:30:00+07:00'))
    expect(told).toBe(0)
  })
})

test('a certificate is spoken of 365, 270, 180, 150 and 120 days before its end, once each, to its producer, its commune and the office', async () => {
  const validUntil = '2028-06-30'
  const product = await inTransaction(as(system('test')), (tx) =>
    aProduct(tx, { name: 'Rượu dừa', setCode: 'QD26-07', producerId: world.producer.id }),
  )
  await inTransaction(as(system('test'), worldDay), (tx) =>
    importCertificates(tx, [
      {
        productId: product.id,
        productSlug: product.slug,
        productName: 'Rượu dừa',
        producerName: 'HTX Dừa sáp Cầu Kè',
        stars: 4,
        decisionNumber: '12/QĐ-UBND',
        decisionDate: '2025-06-30',
        authority: null,
        issuedOn: '2025-06-30',
        validUntil,
        validityInferred: false,
        year: 2025,
        sourceUrl: null,
        sourceNote: null,
        standing: {
          productId: product.id,
          standing: 'certified',
          stars: 4,
          potentialFive: false,
          certificateCode: '12-2025',
          certifiedFrom: '2025-06-30',
          certifiedUntil: validUntil,
          certifiedYear: 2025,
          validityInferred: false,
        },
      },
    ] as never),
  )
  const toldDaysBefore = async (person: Person) => {
    const { messages } = await listInbox(as(person), { unread: false, search: 'Rượu dừa', page: 1 })
    return messages.map(({ text }) => Number(/còn (\d+) ngày/.exec(text)![1]))
  }
  for (const days of [400, 366, 365, 364, 300, 270, 181, 180, 178, 150, 149, 120, 119, 1])
    await remindAll(house, new Date(`${addDays(validUntil, -days)}T08:00:00+07:00`))
  expect(await toldDaysBefore(maker)).toEqual([120, 150, 180, 270, 365])
  expect(await toldDaysBefore(officer)).toEqual([120, 150, 180, 270, 365])
  expect(await toldDaysBefore(mai)).toEqual([])
  // A standstill from 200 to 140 days before: only the nearest step is told.
  await db.deleteFrom('message').execute()
  for (const days of [200, 140]) await remindAll(house, new Date(`${addDays(validUntil, -days)}T08:00:00+07:00`))
  expect(await toldDaysBefore(maker)).toEqual([140, 200])
  const { messages } = await listInbox(as(maker), { unread: false, search: 'Rượu dừa', page: 1 })
  expect(messages[0]).toMatchObject({ path: `/van-phong/ho-so/moi?san-pham=${product.id}` })
  expect(messages[0]!.text).toContain('từ 02/01/2028 đến 02/03/2028')
})

describe('an account', () => {
  const org = async () => (await db.selectFrom('organisation').select('id').where('code', '=', 'ubnd-cau-ke').executeTakeFirstOrThrow()).id

  test('the mailed invitation is the printed one, is stored nowhere, opens once, and leads nowhere afterwards', async () => {
    const now = new Date()
    const ctx = as(administrator, now)
    const opened = mustBe(
      await openAccount(ctx, { name: 'Kim Ngọc', email: 'ngoc@example.vn', organisationId: await org(), role: 'commune-officer' }),
    )
    await hear()
    await sendDue(sendingOf(house, { mail: mailer }))
    const mails = await Promise.all(server.box.map(async ({ to, raw }) => ({ ...(await PostalMime.parse(raw)), to: to[0] })))
    // One mail: that a role was given is in what the invitation leads to.
    expect(mails.map(({ to }) => to)).toEqual(['ngoc@example.vn'])
    const printed = `https://dacsan.test${invitationPath(opened.invitation.secret)}`
    expect(mails[0]!.text).toContain(printed)
    const message = await db.selectFrom('message').selectAll().where('name', '=', 'person.invited').executeTakeFirstOrThrow()
    expect(JSON.stringify(message)).not.toContain(opened.invitation.secret)
    expect(await findInvitation({ db, now }, opened.invitation.secret)).toMatchObject({ login: 'ngoc@example.vn', closed: null })
    const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
    mustBe(
      (await acceptInvitation({ auth, db, actor: visitor, now, headers: new Headers(), address: '203.0.113.9' }, opened.invitation.secret, {
        password: 'con trâu đi trước cái cày',
      })) as never,
    )
    expect(await resolvePath(house, message.path, now)).toBeNull()
  })

  test('an invitation that was replaced before it was mailed is not mailed', async () => {
    const opened = mustBe(
      await openAccount(as(administrator), {
        name: 'Kim Sơn',
        email: 'son@example.vn',
        organisationId: await org(),
        role: 'commune-officer',
      }),
    )
    await renewAccess(as(administrator), opened.userId)
    await hear()
    await sendDue(sendingOf(house, { mail: mailer }))
    expect(server.box.filter(({ to }) => to[0] === 'son@example.vn').length).toBe(1)
    const states = await db
      .selectFrom('delivery')
      .innerJoin('message', 'message.id', 'delivery.message_id')
      .select(['state', 'why'])
      .where('name', '=', 'person.invited')
      .orderBy('seq')
      .execute()
    expect(states).toEqual([
      { state: 'dropped', why: 'no-longer-true' },
      { state: 'taken', why: null },
    ])
  })

  test('its owner is told of a changed password and of a role that somebody gave', async () => {
    mustBe(
      await changePassword(
        as(maker),
        { userId: maker.userId, sessionId: null },
        { current: 'con trâu đi trước', next: 'cái cày theo sau lưng' },
      ),
    )
    mustBe(await giveRole(as(administrator), maker.userId, { organisationId: await org(), role: 'commune-officer' }))
    await hear()
    expect((await subjectsOf(maker)).toSorted()).toEqual(['Bạn được giao vai trò Cán bộ xã', 'Mật khẩu đã được đổi'])
  })
})

test('a buyer without an account is told of the order by its telephone, and of a recall at any hour; the number stands in no message', async () => {
  const asShop = (actor: Parameters<typeof as>[0]) => as(actor, worldDay)
  const shop = await aShop(asShop as never, { stock: 50, priceVnd: 85_000 })
  const form = anOrderForm([{ listingId: shop.listingId, quantity: 2 }])
  const placed = mustBe(await placeOrder(as(visitor, worldDay), form))
  await hear()
  expect(await subjectsOf(shop.person)).toContainEqual(expect.stringContaining(`Đơn hàng mới ${placed.orders[0]!.code}`))
  await recallLot(as(shop.person, worldDay), { lotId: shop.lotId, reason: 'Kiểm nghiệm không đạt', requestKey: newId('key') } as never)
  await hear()
  const { provider, senders } = aProvider()
  // A noon that is still to come, whenever this is run: nobody is sent a message by telephone at night.
  const noon = new Date(`${dateInVietnam(new Date(Date.now() + 86_400_000))}T12:00:00+07:00`)
  await sendDue({ ...sendingOf(house, { sms: senders.sms! }), clock: () => noon })
  const buyers = provider.asked.filter(({ to }) => to.replace(/\D/g, '').endsWith(form.buyerPhone.replace(/\D/g, '').slice(-9)))
  expect(buyers.map(({ text }) => text.slice(0, 20))).toEqual([expect.any(String), expect.stringMatching(/^THU HOI: /)])
  const stored = JSON.stringify([
    await db.selectFrom('message').selectAll().execute(),
    await db.selectFrom('delivery').selectAll().execute(),
  ])
  expect(stored).not.toContain(form.buyerPhone.replace(/\D/g, '').slice(-9))
})

test('a point of sale that holds recalled goods gets its own link by mail and no other; the link is stored nowhere and ends with the recall', async () => {
  const shop = await aShop(((actor: Actor) => as(actor, worldDay)) as never, { stock: 5 })
  const seller = as(shop.person, worldDay)
  const recallId = await aRecall(seller, shop.lotId)
  const tell = (name: string, email: string) => tellPartner(seller, { recallId, name, place: null, email, requestKey: newId('key') })
  mustBe(await tell('Quầy chợ', 'quay@example.vn'))
  mustBe(await tell('Siêu thị', 'sieu-thi@example.vn'))
  await hear()
  await sendDue(sendingOf(house, { mail: mailer }))
  const mails = await Promise.all(server.box.map(async ({ to, raw }) => ({ to: to[0], text: (await PostalMime.parse(raw)).text ?? '' })))
  const partners = await db
    .selectFrom('recall_partner')
    .where('recall_id', '=', recallId)
    .select(['name', 'link_secret', 'email'])
    .execute()
  const stored = JSON.stringify([
    await db.selectFrom('message').selectAll().execute(),
    await db.selectFrom('delivery').selectAll().execute(),
  ])
  for (const [name, to] of [
    ['Quầy chợ', 'quay@example.vn'],
    ['Siêu thị', 'sieu-thi@example.vn'],
  ]) {
    const [own, other] = [partners.find((one) => one.name === name)!, partners.find((one) => one.name !== name)!]
    const held = mails.filter(({ text }) => text.includes(own.link_secret))
    expect(held.map((mail) => mail.to)).toEqual([to])
    expect(held[0]!.text).not.toContain(other.link_secret)
    expect(own.email).toMatch(/^locked:/)
    expect(stored).not.toContain(own.link_secret)
    expect(stored).not.toContain(to)
  }
  const { path } = await db.selectFrom('message').where('name', '=', 'recall.partner-told').select('path').executeTakeFirstOrThrow()
  expect(await resolvePath(house, path, new Date())).toMatch(/^\/thu-hoi\/xac-nhan\/rcp_/)
  await db.updateTable('recall').set({ status: 'closed', closed_at: new Date() }).where('id', '=', recallId).execute()
  expect(await resolvePath(house, path, new Date())).toBeNull()
})

describe('a request of a producer', () => {
  const at = (actor: Actor): Ctx => as(actor, new Date())
  const readMails = () => Promise.all(server.box.map(async ({ to, raw }) => ({ ...(await PostalMime.parse(raw)), to: to[0] })))

  test('is told to the officers of its commune, and its answer by mail to who left an address, with a receipt that is stored nowhere', async () => {
    const office = await inTransaction(at(system('test')), (tx) => aPerson(tx, { role: 'provincial-officer' }))
    const { requestId, code, secret } = await aRequest(at(visitor), {
      communeCode: '29308',
      name: 'Hộ Kim Lan',
      email: 'kim.lan@example.vn',
    })
    await hear()
    expect(await subjectsOf(officer)).toEqual(['Đăng ký mới: Hộ Kim Lan'])
    expect((await subjectsOf(office)).filter((subject) => subject.includes('Kim Lan'))).toEqual([])
    mustBe(await askForMore(at(officer), { requestId, version: 1, words: 'Chụp lại giấy cho rõ.' }))
    await hear()
    await sendDue(sendingOf(house, { mail: mailer }))
    const mail = (await readMails()).find(({ to }) => to === 'kim.lan@example.vn')
    expect(mail?.subject).toContain(`Đề nghị ${code} cần bổ sung`)
    expect(mail?.text).toContain(`https://dacsan.test/dang-ky/${code}?k=${secret}`)
    expect(mail?.text).not.toContain('/van-phong/tai-khoan/tin')
    const stored = JSON.stringify([
      await db.selectFrom('message').selectAll().execute(),
      await db.selectFrom('delivery').selectAll().execute(),
    ])
    expect(stored).not.toMatch(new RegExp(`${secret}|kim.lan`))
    mustBe(await supplementRequest(at(visitor), { code, secret, note: 'Đã chụp lại.' }, null, '198.51.100.77'))
    await hear()
    expect(await subjectsOf(officer)).toContainEqual('Đã bổ sung đề nghị: Hộ Kim Lan')
  })

  test('is answered to the account that it opened, and to the telephone of whoever left nothing else', async () => {
    const [yes, no] = [
      await aRequest(at(visitor), { communeCode: '29308', name: 'Hộ Được nhận', phone: '0912111000' }),
      await aRequest(at(visitor), { communeCode: '29308', name: 'Hộ Không nhận', phone: '0912111001' }),
    ]
    mustBe(await confirmRequest(at(officer), { requestId: yes.requestId, version: 1, take: false, otherIds: [] }))
    mustBe(await refuseRequest(at(officer), { requestId: no.requestId, version: 1, words: 'Không phải người của cơ sở này.' }))
    await hear()
    const { userId } = await db.selectFrom('auth_user').select('id as userId').where('phone', '=', '0912111000').executeTakeFirstOrThrow()
    const own: Person = { kind: 'person', userId, name: 'Hộ Được nhận', email: null, memberships: [] }
    expect(await subjectsOf(own)).toContainEqual(`Đề nghị ${yes.code} đã được xác nhận`)
    const { provider, senders } = aProvider()
    await sendDue({ ...sendingOf(house, { sms: senders.sms! }), clock: () => new Date(Date.now() + 86_400_000) })
    expect(provider.asked.map(({ to, text }) => [to.slice(-9), text])).toEqual([
      ['912111001', expect.stringContaining(`De nghi ${no.code} khong duoc nhan`)],
    ])
  })

  test('that an officer filed for somebody is told to another, or to the office where the commune has no other', async () => {
    const [organisation, communeCode] = ['ubnd-tieu-can', '29341']
    const one = await inTransaction(at(system('test')), (tx) => aPerson(tx, { organisation, role: 'commune-officer', communeCode }))
    const office = await inTransaction(at(system('test')), (tx) => aPerson(tx, { role: 'provincial-officer' }))
    mustBe(await fileRequestFor(at(one), typed({ communeCode, name: 'Hộ Nộp hộ', phone: '' }), aPaper()))
    await hear()
    expect(await subjectsOf(one)).not.toContainEqual('Đăng ký mới: Hộ Nộp hộ')
    expect(await subjectsOf(office)).toContainEqual('Đăng ký mới: Hộ Nộp hộ')
    const colleague = await inTransaction(at(system('test')), (tx) => aPerson(tx, { organisation, role: 'commune-officer', communeCode }))
    const second = mustBe(await fileRequestFor(at(one), typed({ communeCode, name: 'Hộ Nộp hộ hai', phone: '' }), aPaper()))
    await hear()
    expect(await subjectsOf(colleague)).toContainEqual('Đăng ký mới: Hộ Nộp hộ hai')
    mustBe(await refuseRequest(at(colleague), { requestId: second.requestId, version: 1, words: 'Giấy nhờ không có chữ ký.' }))
    await hear()
    expect(await subjectsOf(one)).toContainEqual(`Đề nghị ${second.code} không được nhận`)
  })
})
