import type { Door } from './doors/door.ts'
import { lazadaDoor } from './doors/lazada.ts'
import { shopeeDoor } from './doors/shopee.ts'
import { tiktokDoor } from './doors/tiktok-shop.ts'
import type { MarketplaceName } from './marketplace-names.ts'

const doors: Readonly<Record<MarketplaceName, Door>> = { shopee: shopeeDoor, 'tiktok-shop': tiktokDoor, lazada: lazadaDoor }

/**
 * The door for machines of a marketplace.
 *
 * @example doorOf('lazada').shopField // 'sellerId'
 */
export const doorOf = (name: MarketplaceName): Door => doors[name]
