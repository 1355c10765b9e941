import { carries, nameActs } from '@dacsan/decisions'
import type { ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'

/** What can be done to the links that codes lead to. */
export const linkActs = nameActs('link', {
  // By whoever runs the machine: a file names any thing and leads anywhere.
  import: {
    by: { system: 'any' },
    event: 'links.imported',
    says: 'Nạp tệp liên kết',
    refusals: ['not-a-linkset'],
  },
  add: {
    by: { producer: 'owner' },
    event: 'link.added',
    payload: carries<{ productId: ProductId }>(),
    says: 'Thêm liên kết cho mã sản phẩm',
    refusals: ['link-type-not-offered', 'link-not-https', 'link-host-not-allowed', 'link-repeated', 'links-full'],
  },
  remove: {
    by: { producer: 'owner', 'provincial-officer': 'any' },
    event: 'link.removed',
    payload: carries<{ productId: ProductId }>(),
    says: 'Bỏ liên kết của mã sản phẩm',
  },
} as const satisfies ActRows)

export const linkActTables = [{ says: 'Liên kết của mã', statuses: [], acts: linkActs }] as const

/** A link is tied to people by the organisation whose product it belongs to. */
export const tiesOfLink = (product: { organisationId: OrganisationId | null }): Ties => ({ owner: product.organisationId })
