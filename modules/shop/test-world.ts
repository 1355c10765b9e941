import type { Ctx } from '../context.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import { roles, visitor } from '../identity/index.ts'
import { aProducer, aShop, anOrderForm, mustBe, withLaw } from './fixtures.ts'
import { placeOrder } from './index.ts'

export const worldDay = '2026-11-23T10:00:00+07:00'

/** A shop with goods and one order, a second seller, and one person of every other role: what the trials of acts begin with. */
export async function shopWorld(asAt: (actor: Actor, moment: string) => Ctx) {
  const as = (actor: Actor) => asAt(actor, worldDay)
  await withLaw(as)
  const shop = await aShop(as, { stock: 50, priceVnd: 85_000 })
  const rival = (await aProducer(as, { name: 'HTX Vinh Kim' })).person
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
  const { id: orderId, code } = placed.orders[0]!
  const person = (role: Role): Person => {
    const membership = {
      role,
      organisationId: 'org_office' as const,
      organisationCode: 'office',
      organisationName: 'office',
      communeCode: null,
    }
    return { kind: 'person', userId: `usr_${role}`, name: role, email: `${role}@example.vn`, memberships: [membership] }
  }
  const others = roles.filter((role) => role !== 'producer' && role !== 'buyer')
  const officers = Object.fromEntries(others.map((role) => [role, person(role)])) as Record<Exclude<Role, 'producer' | 'buyer'>, Person>
  /** `buyer` is who ordered and holds the link; `otherBuyer` does not. */
  const people = { seller: shop.person, rival, buyer: person('buyer'), otherBuyer: person('buyer'), ...officers }
  return { ...shop, as, people, orderId, link: { code, secret: placed.secret } }
}
