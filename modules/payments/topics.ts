import { z } from 'zod'
import { between, declareTopics, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

/** What a statement tells of taxes. It levies none: how a seller pays them is on nobody's file. */
export const paymentTopics = declareTopics({
  // 1 and 0.5 today, of the revenue of goods; services pay 5 and 2. Beyond ten it would be no rate on revenue.
  'tax.goods-vat-percent': topic(z.number(), { title: 'Thuế GTGT của hộ bán hàng hóa (% doanh thu)', ...between(0, 10) }),
  'tax.goods-income-percent': topic(z.number(), { title: 'Thuế TNCN của hộ bán hàng hóa (% doanh thu)', ...between(0, 10) }),
  // Sources contradict each other: 500 million or a thousand million a year.
  'tax.exempt-revenue-vnd': topic(z.number().int(), {
    title: 'Doanh thu năm của hộ chưa phải nộp thuế (đồng)',
    ...between(0, 100_000_000_000),
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof paymentTopics> {}
}
