import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import type { UserId } from './ids.ts'
import { doOnce, readFormKey } from './sent-form.ts'
import { identityWork } from './work.ts'

const { db } = await testDatabase<Tables>()
const [owner, other]: UserId[] = ['usr_01m8jzzc9csxmmacwps05npp2s', 'usr_01m8jzzd86abz0c09k5ngqs1c2']
const now = new Date('2026-11-29T08:00:00+07:00')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let serial = 0
const aForm = (userId = owner!) => ({ userId, key: (serial++).toString(16).padStart(32, '0'), sum: 'k2j9' })

/** Sends a form whose page answers so; `times`: how often its page acted. */
const page = (answer: string | null, { hold }: { hold?: Promise<void> } = {}) => {
  const state = { times: 0 }
  const act = async () => {
    state.times++
    await hold
    return { done: 'done', answer }
  }
  return { state, send: (form: ReturnType<typeof aForm>, at = now) => doOnce({ db, now: at }, form, act) }
}

test('a form that is sent again gets the answer of the first time, and only its own person does', async () => {
  const { state, send } = page('{"type":"success"}')
  const form = aForm()
  expect(await send(form)).toEqual({ done: 'done' })
  expect(await send(form)).toEqual({ before: { state: 'answered', answer: '{"type":"success"}' } })
  expect(state.times).toBe(1)
  expect(await send({ ...form, userId: other! })).toEqual({ done: 'done' })
})

test('of fifty who send the same form at once, one does it', async () => {
  const { promise: hold, resolve } = Promise.withResolvers<void>()
  const { state, send } = page('{}', { hold })
  const form = aForm()
  // Whose it will be is not said: the forty-nine others have their answer while that one is still at work.
  const answered: unknown[] = []
  const all = Promise.all(Array.from({ length: 50 }, () => send(form).then((answer) => answered.push(answer))))
  await expect.poll(() => answered.length, { timeout: 60_000 }).toBe(49)
  expect(answered).toEqual(answered.map(() => ({ before: { state: 'under-way', answer: null } })))
  resolve()
  await all
  expect([answered.at(-1), state.times]).toEqual([{ done: 'done' }, 1])
})

test('a form that was refused, or whose page failed, may come again, corrected or not', async () => {
  const form = aForm()
  const refused = page(null)
  await refused.send(form)
  await refused.send(form)
  expect(refused.state.times).toBe(2)
  const failing = doOnce({ db, now }, form, () => Promise.reject(new Error('no room')))
  await expect(failing).rejects.toThrow('no room')
  expect(await page('{}').send({ ...form, sum: 'other' })).toEqual({ done: 'done' })
})

test('a form that was changed after it had arrived is not taken for the one that did', async () => {
  const { state, send } = page('{}')
  const form = aForm()
  await send(form)
  expect(await send({ ...form, sum: 'other' })).toEqual({ before: { state: 'other', answer: null } })
  expect(state.times).toBe(1)
})

test('where the process ended in between, nobody claims to know, and the form is not done again by itself', async () => {
  const { state, send } = page('{}', { hold: new Promise(() => {}) })
  const form = aForm()
  void send(form)
  await expect.poll(() => state.times).toBe(1)
  expect(await send(form, later(3))).toEqual({ before: { state: 'unknown', answer: null } })
})

test('a long answer is not kept, and the form still counts as done', async () => {
  const { send } = page('x'.repeat(20_000))
  const form = aForm()
  await send(form)
  expect(await send(form)).toEqual({ before: { state: 'answered', answer: '' } })
})

test('an answer is kept for a day, and for sixty days it is known that the form is done', async () => {
  const { send, state } = page('{}')
  const [yesterday, longAgo] = [aForm(), aForm()]
  await send(yesterday, new Date(Date.now() - 25 * 3600_000))
  await send(longAgo, new Date(Date.now() - 61 * 24 * 3600_000))
  await send(aForm(), new Date())
  await identityWork({ db, log: console as never }).jobs!['identity.delete-sent-forms']!({} as never)
  expect(await send(yesterday)).toEqual({ before: { state: 'answered', answer: '' } })
  expect(state.times).toBe(3)
  await send(longAgo)
  expect(state.times).toBe(4)
})

test('only a key of our own making names a form', () => {
  const key = '0f'.repeat(16)
  expect(readFormKey(`${key}.k2j9`)).toEqual({ key, sum: 'k2j9' })
  for (const header of [null, '', key, `${key}.`, `${key}.K2J9`, `${key}x.k2j9`, `${key}.${'a'.repeat(17)}`])
    expect(readFormKey(header)).toBeNull()
})
