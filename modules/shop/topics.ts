import { z } from 'zod'
import type { SetRule } from './rules/set-rules.ts'
import { between, declareTopics, isDistinct, sayYesOrNo, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int()

const keeping = between(1, 240)

const setRule = z.object({
  sets: z.array(z.string().regex(/^QD\d{2}-\d{2}$/)),
  warning: z.string().trim(),
  leastAge: z.number().int().nullable(),
  cashless: z.boolean(),
})
type SaidRule = z.infer<typeof setRule>

/** What is asked of whoever sells products of some sets of criteria. */
const ofSets = (title: string) => ({
  title,
  say: ({ sets, warning, leastAge, cashless }: SaidRule) =>
    [
      `${sets.join(', ')}: “${warning}”`,
      ...(leastAge === null ? [] : [`từ ${leastAge} tuổi`]),
      ...(cashless ? ['không trả tiền mặt'] : []),
    ].join('; '),
  bounds: [
    {
      says: 'Mỗi bộ sản phẩm ghi một lần, ví dụ QD26-14.',
      holds: ({ sets }: SaidRule) => sets.length > 0 && new Set(sets).size === sets.length,
    },
    { says: 'Lời cảnh báo dài từ 10 đến 300 chữ.', holds: ({ warning }: SaidRule) => warning.length >= 10 && warning.length <= 300 },
    // The age of majority is the least that a law names for goods; nothing is sold only to the very old.
    {
      says: 'Tuổi được mua từ 16 đến 30, hoặc không quy định.',
      holds: ({ leastAge }: SaidRule) => leastAge === null || (leastAge >= 16 && leastAge <= 30),
    },
  ],
})

/** What selling reads of the law, and of the platform's own rules. */
export const shopTopics = declareTopics({
  'shop.ordering-enabled': topic(z.boolean(), { title: 'Cho đặt hàng trên nền tảng', say: sayYesOrNo }),
  // 60 today. Five minutes is what opening a bank's app takes; whoever holds goods for more than three days without paying keeps them from others.
  'order.hold-minutes': topic(count, {
    title: 'Thời gian giữ hàng chờ chuyển khoản (phút)',
    ...between(5, 4320),
    relations: [
      {
        topic: 'order.reported-hold-days',
        says: 'Không được giữ hàng chờ chuyển khoản lâu hơn giữ hàng sau khi người mua báo đã chuyển.',
        holds: (minutes, days) => minutes <= (days as number) * 1440,
      },
    ],
  }),
  // 3 today. Transfers between banks may rest over the nine days of Tết; after a fortnight the money has not been sent.
  'order.reported-hold-days': topic(count, { title: 'Giữ hàng sau khi người mua báo đã chuyển (ngày)', ...between(1, 14) }),
  // 24 today. Within the hour no farmer looks at a telephone; after a week the buyer has bought elsewhere.
  'order.cod-confirm-hours': topic(count, { title: 'Người bán nhận đơn trả tiền khi nhận hàng trong (giờ)', ...between(1, 168) }),
  // 72 today: whoever ordered a season ago does not look at a telephone within the hour; after a week the goods wait for others.
  'ahead.pay-hours': topic(count, { title: 'Trả tiền khi hàng đặt trước đã có trong (giờ)', ...between(12, 168) }),
  // 30 today: a harvest may be late by weeks, by a quarter it is the next one.
  'ahead.wait-days': topic(count, { title: 'Đơn đặt trước chưa trả tiền chờ hàng trễ tối đa (ngày)', ...between(7, 90) }),
  // 5 today. With none nobody could order; a whole commune behind one telephone of its co-operative does not leave a hundred orders unpaid.
  'order.most-open-per-phone': topic(count, { title: 'Số lần đặt chưa trả tiền của một số điện thoại', ...between(1, 100) }),
  // 50 today. Below a tenth an ordinary order of a small shelf is refused; 100 is no limit.
  'order.unpaid-share-percent': topic(count, {
    title: 'Phần hàng trên kệ được giữ khi chưa thấy tiền (%)',
    ...between(10, 100),
  }),
  // 5 today: a shelf of a few jars is for whoever comes first. With none nobody could order the last jar.
  'order.unpaid-least': topic(count, { title: 'Kệ ít hàng: số lượng vẫn giữ được khi chưa thấy tiền', ...between(1, 50) }),
  // 80 today; 100 is no limit: two places hold a whole shelf. Below the share of one place it would be the share.
  'order.unpaid-ceiling-percent': topic(count, {
    title: 'Phần hàng trên kệ mà mọi nơi cùng giữ được khi chưa thấy tiền (%)',
    ...between(10, 100),
    relations: [
      {
        topic: 'order.unpaid-share-percent',
        says: 'Phần hàng mọi nơi cùng giữ không được ít hơn phần một nơi được giữ.',
        holds: (ceiling, share) => ceiling >= (share as number),
      },
    ],
  }),
  'shop.alcohol': topic(setRule, ofSets('Bán rượu, bia: bộ sản phẩm, lời cảnh báo, tuổi được mua')),
  'shop.functional-food': topic(setRule, ofSets('Bán thực phẩm bảo vệ sức khỏe: bộ sản phẩm, lời khuyến cáo')),
  'seller.verification-required': topic(z.boolean(), { title: 'Xác minh người bán trước khi bán', say: sayYesOrNo }),
  // 5 today; 0 is a law that lets a seller be stopped at once.
  'seller.suspension-notice-days': topic(count, { title: 'Báo trước khi tạm ngừng người bán (ngày)', ...between(0, 60) }),
  // 24 today; with an hour nobody has read the paper, and what may wait for a week is no order to act at once.
  'seller.suspension-order-hours': topic(count, { title: 'Tạm ngừng người bán theo yêu cầu cơ quan (giờ)', ...between(1, 168) }),
  // 30/6/2027 today. Before papers were asked for nobody could have them; three years later nobody is sold by who showed none.
  'seller.paperless-until': topic(z.iso.date(), {
    title: 'Xác minh người bán chưa có giấy tờ kèm theo còn giá trị đến hết ngày',
    bounds: [{ says: 'Từ ngày 30/11/2026 đến hết năm 2029.', holds: (day) => day >= '2026-11-30' && day <= '2029-12-31' }],
  }),
  'seller.papers-remind-days': topic(z.array(count), {
    title: 'Báo người bán trước khi giấy tờ hết hạn (ngày)',
    say: (days) => days.join(', '),
    bounds: [
      {
        says: 'Từ một đến năm lần báo, mỗi lần trước từ 1 đến 180 ngày, không lặp lại.',
        holds: (days) => days.length >= 1 && days.length <= 5 && isDistinct(days) && days.every((before) => before >= 1 && before <= 180),
      },
    ],
  }),
  // 24 today; the shortest that a law has asked of platforms is one hour, and what may wait for a week is no take-down.
  'platform.takedown-hours': topic(count, { title: 'Gỡ thông tin theo yêu cầu cơ quan (giờ)', ...between(1, 168) }),
  // −3, 0, 7, 14 today: told from the day on which a bill is due. Who is reminded every day stops reading.
  'bill.remind-days': topic(z.array(z.number().int()), {
    title: 'Nhắc khách trả bảng kê (ngày so với hạn trả)',
    say: (days) => days.join(', '),
    bounds: [
      {
        says: 'Từ một đến sáu lần nhắc, từ 14 ngày trước đến 60 ngày sau hạn trả, không lặp lại.',
        holds: (days) => days.length >= 1 && days.length <= 6 && isDistinct(days) && days.every((day) => day >= -14 && day <= 60),
      },
    ],
  }),
  // 60 today. With less than a third a shop cannot sell before the day; more than nine tenths nobody can bring.
  'wholesale.least-life-percent': topic(count, { title: 'Hạn dùng còn lại khi giao cho cửa hàng (%)', ...between(30, 90) }),
  // 12 and 24 today. Tax and accounting papers are kept for ten years, some for twenty; no law keeps for less than a month what it keeps.
  'retention.listing-months': topic(count, { title: 'Lưu thông tin hàng đã gỡ (tháng)', ...keeping }),
  'retention.order-months': topic(count, { title: 'Lưu đơn hàng (tháng)', ...keeping }),
})

/** The rules that depend on the set of criteria that a product belongs to. */
export const setTopics = ['shop.alcohol', 'shop.functional-food'] as const
export const setRulesIn = (law: { readonly [Topic in (typeof setTopics)[number]]: { value: SetRule } }): SetRule[] =>
  setTopics.map((topic) => law[topic].value)

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof shopTopics> {}
}
