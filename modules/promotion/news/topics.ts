import { formatDong, dong } from '@dacsan/vietnam'
import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'
import { areNorms } from './rules/fee.ts'

const whole = z.number().int()

/** What the room reads of the law of public information. */
export const newsTopics = declareTopics({
  'news.publish-working-days': topic(whole, { title: 'Đăng tin sau khi thông tin được tạo ra (ngày làm việc)', ...between(1, 60) }),
  'news.correction-days': topic(whole, { title: 'Trả lời đề nghị đính chính tin (ngày)', ...between(1, 90) }),
  'news.fee-norms': topic(z.array(z.object({ upTo: whole.nullable(), vnd: whole })), {
    title: 'Định mức nhuận bút tin',
    say: (norms) => norms.map(({ upTo, vnd }) => `${upTo === null ? 'dài hơn' : `đến ${upTo} chữ`}: ${formatDong(dong(vnd))}`).join('; '),
    bounds: [{ says: 'Các mức tăng dần, không hở; mức cuối không có giới hạn chữ.', holds: areNorms }],
  }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof newsTopics> {}
}
