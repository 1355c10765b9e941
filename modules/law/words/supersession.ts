import { formatDate } from '@dacsan/vietnam'
import type { ProposalRefusal, SupersessionRefusal, TakingBackRefusal, WaitingRefusal } from '../rules.ts'

/** What is wrong with a field of a proposal, by its name. */
export const supersessionFieldWords: Readonly<Record<string, string>> = {
  value: 'Viết giá trị theo dạng đang dùng.',
  effectiveFrom: 'Chọn ngày bắt đầu có hiệu lực.',
  instrument: 'Ghi số, ký hiệu văn bản.',
  sourceUrl: 'Địa chỉ phải bắt đầu bằng https://',
  certainty: 'Chọn mức chắc chắn.',
  reason: 'Ghi lý do, ít nhất 3 chữ.',
  answer: 'Ghi lý do không đồng ý, ít nhất 3 chữ.',
}

export type LawRefusal = SupersessionRefusal | TakingBackRefusal | WaitingRefusal | ProposalRefusal

const decided = { proposed: 'đang chờ', confirmed: 'đã được xác nhận', 'turned-down': 'đã bị từ chối', withdrawn: 'đã được rút' } as const

const refusalSentences: { [Code in LawRefusal['code']]: (refusal: Extract<LawRefusal, { code: Code }>) => string } = {
  'value-shape': () => 'Giá trị chưa đúng dạng của mục này. Xem giá trị đang dùng để viết theo.',
  'out-of-bounds': ({ says }) => `Giá trị nằm ngoài giới hạn. ${says}`,
  disagrees: ({ other, says }) => `Giá trị này không khớp với mục “${other}”. ${says} Hãy thay mục kia trước.`,
  'not-later': ({ latest }) => `Dòng mới phải có hiệu lực sau dòng đang có (${formatDate(latest)}). Dòng đã công bố không sửa được.`,
  'too-early': ({ earliest }) =>
    `Ngày hiệu lực đã qua. Chỉ nhận ngày từ ${formatDate(earliest)}, và phải ghi ở ô Ghi chú vì sao ghi nhận muộn; nếu không thì chọn từ hôm nay trở đi.`,
  'too-far': ({ latest }) => `Ngày hiệu lực xa quá. Chỉ nhận ngày đến hết ${formatDate(latest)}.`,
  'first-day-over': ({ firstDay }) =>
    `Chỉ thu lại được trong ngày đầu có hiệu lực (${formatDate(firstDay)}). Nay hãy đề nghị một bản mới thay nó.`,
  'nothing-before': () =>
    'Không thu lại được: trước bản này không có bản nào dùng được, mục này sẽ trống. Hãy đề nghị một bản mới thay nó.',
  'already-proposed': () => 'Mục này đang có một đề nghị chờ xác nhận. Chờ xử lý xong đề nghị ấy rồi mới đề nghị tiếp.',
  'wrong-status': ({ status }) => `Đề nghị này ${decided[status]}.`,
}

/** The field of the form that a refusal is about; `form` where it is about none. */
export const supersessionRefusalFields: Readonly<Record<LawRefusal['code'], string>> = {
  'value-shape': 'value',
  'out-of-bounds': 'value',
  disagrees: 'value',
  'not-later': 'effectiveFrom',
  'too-early': 'effectiveFrom',
  'too-far': 'effectiveFrom',
  'first-day-over': 'form',
  'nothing-before': 'form',
  'already-proposed': 'form',
  'wrong-status': 'form',
}

export function sayRefusal<Code extends LawRefusal['code']>(refusal: Extract<LawRefusal, { code: Code }>): string {
  const say: (refusal: never) => string = refusalSentences[refusal.code]
  return say(refusal as never)
}
