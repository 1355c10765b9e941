import { z } from 'zod'
import { certificateStates } from '../catalogue/rules.ts'
import { between, declareTopics, distinctCodes, listed, sayCodes, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

/** What the room reads of the law and of the platform's own rules. */
export const joiningTopics = declareTopics({
  // 5 today. Within a day no officer has looked; after a season nobody waits any more.
  'producer.request-working-days': topic(z.number().int(), {
    title: 'Xã trả lời đề nghị của chủ thể (ngày làm việc)',
    ...between(1, 60),
  }),
  // Nowhere is it said whether a certificate follows a product to another producer: in these states it does, in others the product stays where it is.
  'product.transfer-states': topic(z.array(z.enum(certificateStates)), {
    title: 'Tình trạng giấy mà sản phẩm được chuyển chủ thể, giấy đi theo sản phẩm',
    say: sayCodes({
      none: 'chưa được công nhận',
      certified: 'còn hạn',
      expiring: 'sắp hết hạn',
      extended: 'được kéo dài',
      undated: 'không rõ ngày hết hạn',
      'potential-five': 'tiềm năng 5 sao',
      expired: 'đã hết hạn',
      withdrawn: 'đã thu hồi',
    }),
    bounds: [listed(certificateStates.length), distinctCodes],
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof joiningTopics> {}
}
