import { peopleOfProducer } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import { tellOf } from '../../message.ts'
import type { Asking, Telling } from '../../message.ts'
import { listingActs } from '../acts.ts'
import { selectListingToTell } from '../listings/reading.store.ts'
import { nameOfPack } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'

async function seller<Values extends Record<string, string>>(
  { listingId, producerId }: { listingId: ListingId; producerId: ProducerId },
  asking: Asking,
  values: Values,
) {
  const listing = await selectListingToTell(asking.db, listingId)
  if (!listing) return []
  return [
    {
      to: await peopleOfProducer(asking, producerId),
      path: `/van-phong/ban-hang/ke/${listing.productId}?quy-cach=${listing.packId}`,
      object: ['listing', listingId] as const,
      values: { ...values, product: nameOfPack(listing.productName, listing.packName) },
    },
  ]
}

export const listingMessages: readonly Telling[] = [
  tellOf(listingActs.publish, {
    kind: 'law',
    pace: 'at-once',
    name: 'listing.published',
    says: 'Mặt hàng đã được duyệt (gửi người bán)',
    sample: { product: 'Mật hoa dừa, chai 250 ml' },
    words: {
      vi: {
        subject: 'Đã duyệt: {product}',
        text: '{product} đã được duyệt và đang bán trên trang.',
        short: '{product} da duoc duyet va dang ban.',
      },
      en: {
        subject: 'Read and published: {product}',
        text: '{product} was read by the office and is on sale now.',
        short: '{product} is on sale now.',
      },
      km: {
        subject: 'បានអនុម័ត៖ {product}',
        text: '{product} ត្រូវបានពិនិត្យ ហើយកំពុងលក់លើគេហទំព័រ។',
        short: '{product} da duoc duyet va dang ban.',
      },
    },
    tell: ({ payload }, asking) => seller(payload, asking, {}),
  }),
  tellOf(listingActs.return, {
    kind: 'law',
    pace: 'at-once',
    name: 'listing.returned',
    says: 'Mặt hàng bị trả lại để sửa (gửi người bán)',
    sample: { product: 'Mật hoa dừa, chai 250 ml', reason: 'lời giới thiệu nói chữa được bệnh' },
    words: {
      vi: {
        subject: 'Cần sửa trước khi bán: {product}',
        text: '{product} chưa được duyệt. Lý do: {reason}. Hãy sửa rồi gửi duyệt lại.',
        short: '{product} chua duoc duyet: {reason}.',
      },
      en: {
        subject: 'To be corrected before it is sold: {product}',
        text: '{product} was sent back. Reason: {reason}. Correct it and hand it in again.',
        short: '{product} was sent back: {reason}.',
      },
      km: {
        subject: 'ត្រូវកែមុនពេលលក់៖ {product}',
        text: '{product} មិនទាន់ត្រូវបានអនុម័តទេ។ មូលហេតុ៖ {reason}។ សូមកែ ហើយផ្ញើម្តងទៀត។',
        short: '{product} chua duoc duyet: {reason}.',
      },
    },
    tell: ({ payload: { reason, ...payload } }, asking) => seller(payload, asking, { reason }),
  }),
]
