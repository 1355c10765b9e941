import { formatDate } from '@dacsan/vietnam'
import type { PolicyRefusal } from '../rules/policy.ts'

type AnyRefusal = PolicyRefusal | { code: 'not-permitted' }
type Sentences = { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => string }

export const refusalSentences: Sentences = {
  'too-early': ({ from }) => `Ngày áp dụng sớm nhất là ${formatDate(from)}.`,
  'same-text': () => 'Nội dung này giống bản mới nhất đã công bố.',
  'short-notice': ({ days, from }) => `Đổi phí phải báo trước ${days} ngày: sớm nhất là ${formatDate(from)}.`,
  'published-meanwhile': () => 'Người khác vừa công bố một bản. Tải lại trang, đọc bản đó rồi công bố bản của bạn.',
  'not-permitted': () => 'Bạn không có quyền làm việc này.',
}

export function sayRefusal(refusal: AnyRefusal): string {
  return (refusalSentences[refusal.code] as (refusal: AnyRefusal) => string)(refusal)
}
