import { formatDate } from '@dacsan/vietnam'
import type { SupersessionRefusal } from '../rules.ts'

/** What is wrong with a field of a new version, by its name. */
export const supersessionFieldWords: Readonly<Record<string, string>> = {
  value: 'Viết giá trị theo dạng đang dùng.',
  effectiveFrom: 'Chọn ngày bắt đầu có hiệu lực.',
  instrument: 'Ghi số, ký hiệu văn bản.',
  sourceUrl: 'Địa chỉ phải bắt đầu bằng https://',
  certainty: 'Chọn mức chắc chắn.',
}

const refusalSentences = {
  'value-shape': () => 'Giá trị chưa đúng dạng của mục này. Xem giá trị đang dùng để viết theo.',
  'not-later': ({ latest }) => `Dòng mới phải có hiệu lực sau dòng đang có (${formatDate(latest)}). Dòng đã công bố không sửa được.`,
} satisfies { [Code in SupersessionRefusal['code']]: (refusal: Extract<SupersessionRefusal, { code: Code }>) => string }

/** The field that a refusal is about. */
export const supersessionRefusalFields: Record<SupersessionRefusal['code'], string> = {
  'value-shape': 'value',
  'not-later': 'effectiveFrom',
}

export function sayRefusal(refusal: SupersessionRefusal): string {
  return refusal.code === 'not-later' ? refusalSentences['not-later'](refusal) : refusalSentences['value-shape']()
}
