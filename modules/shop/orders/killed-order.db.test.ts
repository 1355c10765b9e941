import { spawn } from 'node:child_process'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { checkStock, placeOrder } from '../index.ts'
import type { PlaceOrderInput } from '../inputs.ts'

const { db, url, dataDir, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor) => asAt(actor, now)

beforeAll(() => withLaw(as))

/** Orders in a process of its own that is killed just before its n-th statement; says how it ended and how many statements it made. */
function orderAndDie(form: PlaceOrderInput, dieBefore: number): Promise<{ signal: string | null; output: string }> {
  const child = spawn(process.execPath, [new URL('killed-order.child.ts', import.meta.url).pathname], {
    env: { ...process.env, TEST_URL: url, KEYS_OF: dataDir, FORM: JSON.stringify(form), DIE_BEFORE: String(dieBefore), NOW: now },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  return new Promise((end) => child.on('close', (_, signal) => end({ signal, output })))
}

const groupsOf = (form: PlaceOrderInput) => db.selectFrom('order_group').where('request_key', '=', form.requestKey).select('id').execute()

test('C4: an order killed with -9 before any of its statements leaves nothing; sent again, it is placed once', async () => {
  const shop = await aShop(as, { stock: 200 })
  const aForm = () => anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { requestKey: newId('key') })
  const whole = await orderAndDie(aForm(), 0)
  expect(whole.signal).toBeNull()
  const points = Number(whole.output)
  expect(points).toBeGreaterThan(15)

  for (let point = 1; point <= points; point++) {
    const form = aForm()
    expect((await orderAndDie(form, point)).signal).toBe('SIGKILL')
    expect(await groupsOf(form)).toEqual([])
    expect(await checkStock(db)).toMatchObject({ ok: true, faults: [] })
    if (point % 5 === 0) {
      const again = mustBe(await placeOrder(as(visitor), form))
      expect(mustBe(await placeOrder(as(visitor), form))).toEqual(again)
    }
  }
}, 240_000)

test('C4: an order killed right after the commit is complete; sent again, it answers with the same order', async () => {
  const shop = await aShop(as, { stock: 1 })
  const form = anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { requestKey: newId('key') })
  expect((await orderAndDie(form, -1)).signal).toBe('SIGKILL')
  const [group] = await groupsOf(form)
  const again = mustBe(await placeOrder(as(visitor), form))
  expect(again).toMatchObject({ groupId: group!.id, orders: [{ id: expect.stringMatching(/^ord_/) }] })
  expect(await checkStock(db)).toMatchObject({ ok: true, faults: [] })
})
