import { carries, nameActs } from '@dacsan/decisions'
import type { PackId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'

const owner = { producer: 'owner' } as const
const onGoods = carries<{ lotId: LotId; packId: PackId; placeId: PlaceId; delta: number }>()

/** What whoever made goods does with them. What orders do to them is written by the shop, through the front door. */
export const goodsActs = nameActs('goods', {
  pack: {
    by: owner,
    event: 'stock.packed',
    payload: carries<{ lotId: LotId; placeId: PlaceId; packs: { packId: PackId; delta: number }[] }>(),
    says: 'Đóng gói',
    refusals: ['request-key-reused', 'lot-not-sellable', 'nothing-packed', 'pack-ended', 'factor-needed', 'more-than-made'],
    formerly: { 'stock.received': 'Nhập hàng vào kho' },
  },
  move: {
    by: owner,
    event: 'stock.moved',
    payload: carries<{ lotId: LotId; packId: PackId; fromId: PlaceId; toId: PlaceId; quantity: number }>(),
    says: 'Chuyển hàng',
    refusals: ['request-key-reused', 'same-place', 'place-ended', 'not-enough'],
  },
  count: {
    by: owner,
    event: 'stock.counted',
    payload: carries<{ placeId: PlaceId; counted: number; differences: number }>(),
    says: 'Kiểm kê kho',
    refusals: ['request-key-reused', 'count-below-reserved', 'reason-missing', 'more-than-made'],
  },
  sample: {
    by: owner,
    event: 'stock.sampled',
    payload: onGoods,
    says: 'Lấy mẫu',
    refusals: ['request-key-reused', 'reason-missing', 'not-enough'],
  },
  damage: {
    by: owner,
    event: 'stock.damaged',
    payload: onGoods,
    says: 'Ghi hàng hỏng',
    refusals: ['request-key-reused', 'reason-missing', 'not-enough'],
  },
  destroy: {
    by: owner,
    event: 'stock.destroyed',
    payload: onGoods,
    says: 'Tiêu hủy hàng',
    refusals: ['request-key-reused', 'reason-missing', 'not-enough'],
  },
  'take-back': {
    by: owner,
    event: 'stock.taken-back',
    payload: onGoods,
    says: 'Nhận hàng trả lại',
    refusals: ['request-key-reused', 'reason-missing', 'more-than-sold'],
  },
} as const satisfies ActRows)
export type GoodsAct = keyof typeof goodsActs

export const inventoryActTables = [{ says: 'Hàng trong kho', statuses: [], acts: goodsActs }] as const

/** Goods belong to the organisation of whoever made them. */
export const tiesOfGoods = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
