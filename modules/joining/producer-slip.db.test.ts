import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from '../identity/fixtures.ts'
import { actorOf, createAuth, listAuditEntries, visitor } from '../identity/index.ts'
import type { SignInRequest } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { aPaper, aRegistered, typed } from './fixtures.ts'
import {
  confirmRequest,
  fileRequestFor,
  findProducerSlips,
  findRequest,
  findSlip,
  printSlip,
  takeBackRequest,
  useSlip,
  useSlipInput,
} from './index.ts'
import type { ProducerRequestId } from './index.ts'

const { db, as } = await testDatabase<Tables>()
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const monday = '2026-11-23T09:00:00+07:00'
const password = 'mắm bò hóc chợ quê'

let one: Ctx
let other: Ctx
let elsewhere: Ctx
beforeAll(async () => {
  await inTransaction({ db }, async (tx) => {
    await loadLaw(tx)
    const officers = { role: 'commune-officer', organisation: 'xa-29431', communeCode: '29431' } as const
    one = as(await aPerson(tx, { ...officers, name: 'Trần Cán Bộ' }), monday)
    other = as(await aPerson(tx, { ...officers, name: 'Lâm Cán Bộ' }), monday)
    elsewhere = as(await aPerson(tx, { role: 'commune-officer', communeCode: '29308' }), monday)
  })
})

let senders = 0
const asked = (now = monday): SignInRequest => ({
  auth,
  db,
  actor: visitor,
  headers: new Headers({ 'user-agent': 'Test/1.0' }),
  address: `203.0.113.${(senders += 1) % 250}`,
  now: new Date(now),
})
const form = (given: { phone?: string; email?: string; password?: string }) =>
  useSlipInput.parse({ phone: '', email: '', password, ...given })
const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
/** Filed by one officer for somebody without a number and confirmed by another: the request and the secret of its paper. */
async function onBehalf(given: Parameters<typeof typed>[0] = {}): Promise<{ requestId: ProducerRequestId; secret: string }> {
  const { requestId } = must(await fileRequestFor(one, typed({ phone: '', ...given }), aPaper()))
  const confirmed = must(await confirmRequest(other, { requestId, version: 1, take: false, otherIds: [] }))
  expect(confirmed).toMatchObject({ account: 'slip', invitation: null })
  return { requestId, secret: confirmed.slip!.secret }
}
const seen = async (requestId: ProducerRequestId) => ({ requestId, version: (await findRequest(other, requestId)).version })
const stateOf = async (requestId: ProducerRequestId) => (await findRequest(other, requestId)).slips.map(({ state }) => state)

test('who left no number gets a paper with the yes, types the own number with it, and works for the producer from then on', async () => {
  const claimed = await inTransaction({ db }, (tx) => aRegistered(tx))
  const { requestId, secret } = await onBehalf({ producerId: claimed.id })
  expect(await findSlip(asked(), secret)).toMatchObject({ closed: null, madeByName: 'Lâm Cán Bộ', representative: 'Thạch Thị Sáu' })
  const entered = must(await useSlip(asked(), secret, form({ phone: '0912 345 601' })))
  const cookie = entered!.cookies.map((line) => line.split(';', 1)[0]).join('; ')
  const { actor } = await actorOf(auth, new Headers({ cookie }), db, new Date(monday))
  expect(await producerOfActor({ db, actor })).toMatchObject({ id: claimed.id, phone: '0912345601' })
  expect(await stateOf(requestId)).toEqual(['used'])
  // Once.
  expect(await useSlip(asked(), secret, form({ phone: '0912 345 602' }))).toMatchObject({ refusal: { code: 'slip-closed', state: 'used' } })
  expect(await printSlip(other, await seen(requestId))).toMatchObject({ refusal: { code: 'holder-has-account' } })
  // A wrong yes still ends what it gave.
  must(await takeBackRequest(other, { ...(await seen(requestId)), words: 'Đã xác nhận nhầm người.' }))
  const { actor: after } = await actorOf(auth, new Headers({ cookie }), db, new Date(monday))
  expect(await producerOfActor({ db, actor: after })).toBeUndefined()
})

test('a paper that is printed again makes the old one worthless, and the trail and the page say who printed which', async () => {
  const { requestId, secret } = await onBehalf()
  const printed = must(await printSlip(one, await seen(requestId)))
  expect(await useSlip(asked(), secret, form({ phone: '0912 345 611' }))).toMatchObject({
    refusal: { code: 'slip-closed', state: 'replaced' },
  })
  const { slips, steps } = await findRequest(other, requestId)
  expect(slips).toMatchObject([
    { madeByName: 'Trần Cán Bộ', state: 'open' },
    { madeByName: 'Lâm Cán Bộ', state: 'replaced' },
  ])
  expect(steps.map(({ act }) => act)).toEqual(['file-for', 'confirm', 'print-slip', 'print-slip'])
  const admin = await inTransaction({ db }, (tx) => aPerson(tx, { role: 'administrator' }))
  const { entries } = await listAuditEntries(as(admin, monday), { action: 'producer-request.slip-printed', page: 1 })
  expect(entries.filter(({ subjectId }) => subjectId === requestId)).toHaveLength(2)
  // Only whoever may print it draws it.
  expect(await findProducerSlips(one, [printed.secret, secret])).toHaveLength(1)
  expect(await findProducerSlips(elsewhere, [printed.secret])).toEqual([])
  await expect(printSlip(elsewhere, await seen(requestId))).rejects.toThrow('No such producer-request')
})

test('a paper runs out, and ends with a yes that was taken back', async () => {
  const { requestId, secret } = await onBehalf()
  expect(await useSlip(asked('2027-11-23T09:00:00+07:00'), secret, form({ phone: '0912 345 621' }))).toMatchObject({
    refusal: { code: 'slip-closed', state: 'expired' },
  })
  must(await takeBackRequest(other, { ...(await seen(requestId)), words: 'Đã xác nhận nhầm người.' }))
  expect(await useSlip(asked(), secret, form({ phone: '0912 345 621' }))).toMatchObject({ refusal: { code: 'wrong-status' } })
})

test('a paper opens nothing with a weak password, without a number, or with the number of somebody who has an account, and stays good', async () => {
  const { requestId, secret } = await onBehalf()
  expect(await useSlip(asked(), secret, form({}))).toMatchObject({ refusal: { code: 'no-way-to-reach' } })
  expect(await useSlip(asked(), secret, form({ phone: '0912 345 631', password: '12345678' }))).toMatchObject({ refusal: {} })
  const taken = await onBehalf()
  must(await useSlip(asked(), taken.secret, form({ phone: '0912 345 632' })))
  expect(await useSlip(asked(), secret, form({ phone: '0912 345 632' }))).toMatchObject({ refusal: { code: 'login-known' } })
  expect(await stateOf(requestId)).toEqual(['open'])
  await expect(useSlip(asked(), 'no such secret', form({ phone: '0912 345 633' }))).rejects.toThrow('No such producer-request')
})

test('two who come with one paper at once are one account', async () => {
  const { requestId, secret } = await onBehalf()
  const both = await Promise.all(['0912 345 641', '0912 345 642'].map((phone) => useSlip(asked(), secret, form({ phone }))))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await findRequest(other, requestId)).holders).toHaveLength(1)
})
