import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../../identity/rules.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { MaterialLotId, RecipeId, SupplierId } from '../rules/ids.ts'

const maker = { producer: 'owner' } as const

/** What becomes of raw material, from the purchase to the shelf that is counted; what is used for a lot is an act of the lot. */
export const materialActs = nameActs('material', {
  buy: {
    by: maker,
    event: 'material.bought',
    payload: carries<{ materialLotId: MaterialLotId; producerId: ProducerId; code: string }>(),
    says: 'Nhập nguyên liệu',
    refusals: ['request-key-reused', 'bought-in-future', 'bought-too-long-ago', 'material-has-unit', ...uploadRefusals],
  },
  waste: {
    by: maker,
    event: 'material.wasted',
    payload: carries<{ materialLotId: MaterialLotId; delta: number }>(),
    says: 'Ghi hao hụt nguyên liệu',
    refusals: ['request-key-reused', 'more-than-left'],
  },
  count: {
    by: maker,
    event: 'material.counted',
    payload: carries<{ materialLotId: MaterialLotId; delta: number }>(),
    says: 'Kiểm kê nguyên liệu',
    refusals: ['request-key-reused', 'counted-more-than-bought', 'count-agrees'],
  },
  'correct-supplier': {
    by: maker,
    event: 'supplier.corrected',
    payload: carries<{ supplierId: SupplierId }>(),
    says: 'Sửa thông tin người bán nguyên liệu',
    refusals: ['supplier-merged', 'supplier-named-so', 'unknown-commune'],
  },
  'merge-suppliers': {
    by: maker,
    event: 'supplier.merged',
    payload: carries<{ supplierId: SupplierId; intoId: SupplierId }>(),
    says: 'Gộp hai người bán nguyên liệu',
    refusals: ['supplier-merged', 'supplier-is-itself'],
  },
  'set-recipe': {
    by: maker,
    event: 'recipe.set',
    payload: carries<{ recipeId: RecipeId; productId: ProductId }>(),
    says: 'Đặt định mức nguyên liệu',
    refusals: ['request-key-reused', 'recipe-repeats'],
  },
} as const satisfies ActRows)

/** Material is its maker's, whoever of the maker bought it. */
export const tiesOfMaterial = (of: { organisationId: OrganisationId | null }): Ties => ({ owner: of.organisationId })
