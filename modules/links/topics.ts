import { z } from 'zod'
import { declareTopics, isDistinct, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const host = z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/)

/** What the links of codes read of the platform's own rules. */
export const linkTopics = declareTopics({
  /** Hosts that a link of a producer may lead to, each with everything below it. A code on a label is trusted like the office that stands behind it. */
  'links.redirect-hosts': topic(z.array(host).max(500), {
    title: 'Trang mà liên kết của mã sản phẩm được dẫn tới',
    say: (hosts) => hosts.join(', '),
    bounds: [{ says: 'Không tên miền nào lặp lại.', holds: isDistinct }],
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof linkTopics> {}
}
