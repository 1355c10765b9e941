import { formatDate } from '@dacsan/vietnam'
import type { Certainty, SupersessionRefusal } from './rules.ts'

export const certaintyNames: Record<Certainty, string> = {
  confirmed: 'đã thấy trong nguồn',
  transcribed: 'theo bản chép, chưa đối chiếu bản ký',
  inferred: 'suy ra, cần đối chiếu',
  conflict: 'các nguồn ghi khác nhau',
  unknown: 'chưa có căn cứ',
}

/** How a row that was not read in its source is marked; null: it was. */
export const certaintyMarks: Record<Certainty, string | null> = {
  confirmed: null,
  transcribed: 'cần đối chiếu',
  inferred: 'cần đối chiếu',
  conflict: 'cần đối chiếu',
  unknown: 'cần đối chiếu',
}

/** What the address of a row leads to: a copy is read elsewhere than where the paper itself should be. */
export const sourceLinkWords: Record<Certainty, string> = {
  confirmed: 'nguồn',
  transcribed: 'nơi đăng bản gốc',
  inferred: 'nguồn',
  conflict: 'nguồn',
  unknown: 'nguồn',
}

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

export * from './words/legal-rule-pages.ts'
