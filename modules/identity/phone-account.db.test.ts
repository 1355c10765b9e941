import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import { openList } from '../open-list.ts'
import type { DB as Tables } from '../database.tables.ts'
import { actorOf } from './actor-of.ts'
import { system, visitor } from './actor.ts'
import { createAuth } from './auth.ts'
import { aPerson, loadTerms } from './fixtures.ts'
import {
  acceptInvitation,
  accountSubject,
  endProducerRoles,
  findInvitation,
  openProducerAccount,
  openProducerOrganisation,
  signIn,
} from './index.ts'
import { accountList } from './lists.ts'
import { internalEmailOf } from './login.ts'
import { personalData } from './personal-data.store.ts'
import { createPerson } from './people.ts'

const { db, as } = await testDatabase<Tables>()
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
await loadTerms(db)
const maker = as(system('test'))
let n = 0
const request = () => ({
  auth,
  db,
  actor: visitor,
  headers: new Headers({ 'user-agent': 'Test/1.0' }),
  address: `203.0.113.${(n += 1)}`,
  now: new Date(),
})
const password = 'mắm bò hóc chợ quê'

async function aPhoneAccount(phone: string, given: { email?: string } = {}) {
  return db.transaction().execute(async (tx) => {
    const organisationId = await openProducerOrganisation(tx, maker, { name: 'Hộ Thạch Thị Thử', communeCode: null })
    const login = { name: 'Thạch Thị Thử', phone, email: given.email ?? null }
    const opened = await openProducerAccount(tx, maker, organisationId, login)
    return { organisationId, opened }
  })
}
async function aSignedUp(phone: string) {
  const { organisationId, opened } = await aPhoneAccount(phone)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { userId, invitation } = opened.value
  const accepted = await acceptInvitation(request(), invitation!.secret, { password })
  expect(accepted).toMatchObject({ ok: true, value: { secondFactor: false } })
  return { organisationId, userId, invitation: invitation! }
}

test('somebody without e-mail is invited by telephone number, chooses a password and signs in with the number however it is typed', async () => {
  const { userId, invitation } = await aSignedUp('0912345678')
  expect(await findInvitation({ db, now: new Date() }, invitation.secret)).toMatchObject({ login: '0912345678' })
  for (const typed of ['0912345678', '+84 912 345 678', '0912.345.678', '0084912345678']) {
    const signedIn = await signIn(request(), { email: typed, password })
    expect([typed, signedIn.ok]).toEqual([typed, true])
    const cookie = (signedIn.ok ? signedIn.value.cookies : []).map((line) => line.split(';', 1)[0]).join('; ')
    const { actor } = await actorOf(auth, new Headers({ cookie }), db)
    expect(actor).toMatchObject({ kind: 'person', userId, email: null, phone: '0912345678' })
  }
})

test('the internal address of an account without e-mail opens nothing, and no other account can have such an address', async () => {
  const { userId } = await aSignedUp('0912345601')
  const wrong = { ok: false, refusal: { code: 'wrong-email-or-password' } }
  expect(await signIn(request(), { email: internalEmailOf(userId), password })).toEqual(wrong)
  expect(await signIn(request(), { email: internalEmailOf(userId).toUpperCase(), password })).toEqual(wrong)
  expect(await signIn(request(), { email: '0912345601', password: 'sai mật khẩu rồi' })).toEqual(wrong)
  expect(await signIn(request(), { email: '0900000009', password })).toEqual(wrong)
  const taken = await db.transaction().execute((tx) => createPerson(tx, maker, { name: 'Ai Đó', email: 'a@b.vn', password }))
  expect(taken.ok).toBe(true)
})

test('the tries of an account count together, whether the number or the address was typed', async () => {
  const { opened } = await aPhoneAccount('0912345602', { email: 'hai.loi@example.vn' })
  expect(opened.ok).toBe(true)
  const from = { ...request() }
  const answers = []
  for (let i = 0; i < 9; i++)
    answers.push(await signIn(from, { email: i % 2 ? '0912345602' : 'hai.loi@example.vn', password: 'sai mật khẩu rồi' }))
  expect(answers.slice(0, 8).every((answer) => !answer.ok && answer.refusal.code === 'wrong-email-or-password')).toBe(true)
  expect(answers[8]).toMatchObject({ refusal: { code: 'too-many-attempts' } })
})

test('a telephone number has one account: its owner gets the role with the password that is theirs, and nobody works for two producers', async () => {
  const first = await aSignedUp('0912345603')
  const again = await aPhoneAccount('0912345603')
  expect(again.opened).toEqual({ ok: false, refusal: { code: 'works-for-producer' } })
  await db.transaction().execute((tx) => endProducerRoles(tx, maker, first.organisationId))
  const later = await aPhoneAccount('0912345603')
  expect(later.opened).toMatchObject({ ok: true, value: { userId: first.userId, invitation: null } })
  await expect(
    db.insertInto('auth_user').values({ id: 'usr_double', name: 'Trùng', email: 'trung@example.vn', phone: '0912345603' }).execute(),
  ).rejects.toMatchObject({ code: '23505' })
})

test('the number and the address of two accounts are refused together', async () => {
  await aSignedUp('0912345604')
  const other = await db.transaction().execute((tx) => aPerson(tx, { role: 'buyer' }))
  await db.transaction().execute(async (tx) => {
    const organisationId = await openProducerOrganisation(tx, maker, { name: 'Hộ Khác', communeCode: null })
    expect(await openProducerAccount(tx, maker, organisationId, { name: 'X Y', phone: '0912345605', email: other.email })).toMatchObject({
      ok: true,
      value: { userId: other.userId, invitation: null },
    })
  })
})

test('lists, the data of a person and erasure know the number, and none of them the internal address', async () => {
  const { userId } = await aSignedUp('0912345606')
  const administrator = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator' }))
  const ctx = { ...maker, actor: administrator }
  const found = async (q: string) => (await openList(ctx, accountList, new URLSearchParams({ q }))).rows
  expect(await found('+84 912 345 606')).toMatchObject([{ id: userId, email: null, phone: '0912345606' }])
  expect(await found('khong-thu')).toEqual([])
  const subject = (await accountSubject(db, userId, new Date()))!
  expect(subject).toMatchObject({ email: null, phone: '0912345606' })
  const { account } = personalData.holdings
  const held = await account!.find(db, subject)
  expect(held).toMatchObject([{ email: null, phone: '0912345606' }])
  await db.transaction().execute((tx) => account!.erase!(tx, subject, new Date()))
  expect(await signIn(request(), { email: '0912345606', password })).toMatchObject({ refusal: { code: 'wrong-email-or-password' } })
  const row = await db.selectFrom('auth_user').selectAll().where('id', '=', userId).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('0912345606')
})
