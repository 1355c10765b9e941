import { z } from 'zod'
import { declareTopics, sayYesOrNo, topic, unimplementedTopic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int().positive()

/** What selling reads of the law, and of the platform's own rules. */
export const shopTopics = declareTopics({
  'shop.ordering-enabled': topic(z.boolean(), { title: 'Cho đặt hàng trên nền tảng', say: sayYesOrNo }),
  'order.hold-minutes': topic(count, { title: 'Thời gian giữ hàng chờ chuyển khoản (phút)' }),
  'order.reported-hold-days': topic(count, { title: 'Giữ hàng sau khi người mua báo đã chuyển (ngày)' }),
  'order.most-open-per-phone': topic(count, { title: 'Số lần đặt chưa trả tiền của một số điện thoại' }),
  'seller.verification-required': topic(z.boolean(), { title: 'Xác minh người bán trước khi bán', say: sayYesOrNo }),
  'seller.suspension-notice-days': unimplementedTopic(count, { title: 'Báo trước khi tạm ngừng người bán (ngày)' }),
  'platform.takedown-hours': unimplementedTopic(count, { title: 'Gỡ thông tin theo yêu cầu cơ quan (giờ)' }),
  'retention.listing-months': unimplementedTopic(count, { title: 'Lưu thông tin hàng đã gỡ (tháng)' }),
  'retention.order-months': unimplementedTopic(count, { title: 'Lưu đơn hàng (tháng)' }),
  'retention.system-log-months': unimplementedTopic(count, { title: 'Lưu nhật ký hệ thống (tháng)' }),
  'retention.user-data-months': unimplementedTopic(count, { title: 'Lưu dữ liệu người dùng (tháng)' }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof shopTopics> {}
}
