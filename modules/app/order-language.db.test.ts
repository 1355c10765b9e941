import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { tellFacts } from '../notifications/index.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../shop/fixtures.ts'
import { aboutOrder, placeOrder } from '../shop/index.ts'
import { messageRules } from './messages.ts'

const { db, as } = await testDatabase<Tables>()
const at = (actor: Actor) => as(actor, '2026-11-23T10:00:00+07:00')
beforeAll(() => withLaw(at))

test.each([
  { language: 'km', path: '/km/don-hang', total: '85,000\u00a0₫', says: /\p{Script=Khmer}/u },
  { language: 'en', path: '/en/don-hang', total: '85,000\u00a0₫', says: /handed over/u },
  { language: 'vi', path: '/don-hang', total: '85.000\u00a0₫', says: /giao hàng/u },
] as const)(
  'a purchase that was made in $language is told of in it, and its messages lead to the page of that language',
  async (wanted) => {
    const { language } = wanted
    const shop = await aShop(at, { stock: 5 })
    const { orders } = mustBe(
      await placeOrder(at(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }]), language === 'vi' ? {} : { language }),
    )
    const now = new Date('2026-11-23T11:00:00+07:00')
    const [told] = await aboutOrder.buyer(orders[0]!.id, { db, now })
    expect(told).toMatchObject({ language, path: wanted.path, values: { total: wanted.total } })
    const rule = messageRules.find(({ name }) => name === 'order.handed-over')!
    await tellFacts({ db, now, on: new Set() }, rule, [{ ...told!, fact: `evt_${language}` }])
    const message = await db
      .selectFrom('message')
      .where('fact', '=', `evt_${language}`)
      .select(['language', 'content'])
      .executeTakeFirstOrThrow()
    expect(message.language).toBe(language)
    expect(message.content).toMatch(wanted.says)
  },
)
