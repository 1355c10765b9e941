import { formatDate, formatDong, formatMoment, dong } from '@dacsan/vietnam'
import type { FairRefusal } from '../rules/refusals.ts'
import { applicationStatusWords, fairStatusWords } from './names.ts'

type RefusalOf<Code extends FairRefusal['code']> = Extract<FairRefusal, { code: Code }>

const refusalWords = {
  'request-key-reused': () => 'Mẫu này đã gửi rồi. Hãy tải lại trang.',
  'fair-closed': ({ status }: RefusalOf<'fair-closed'>) =>
    `Hội chợ này: ${fairStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'application-closed': ({ status }: RefusalOf<'application-closed'>) =>
    `Đăng ký này: ${applicationStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'days-turned': () => 'Ngày bế mạc không thể trước ngày khai mạc.',
  'apply-after-opening': () => 'Hạn đăng ký phải trước ngày khai mạc.',
  'kinds-missing': () => 'Ghi ít nhất một loại gian.',
  'change-too-late': ({ until }: RefusalOf<'change-too-late'>) =>
    `Hội chợ đã đăng ký chỉ được đổi tên, chủ đề, ngày, nơi đến hết ngày ${formatDate(until)}.`,
  'kind-in-use': ({ says }: RefusalOf<'kind-in-use'>) => `Đã có cơ sở đăng ký loại gian “${says}”: giữ dòng này.`,
  'apply-over': () => 'Hạn đăng ký đã qua: sửa hạn rồi mở.',
  'apply-not-over': ({ until }: RefusalOf<'apply-not-over'>) => `Chưa hết hạn đăng ký (${formatMoment(until)}).`,
  'before-opening': ({ day }: RefusalOf<'before-opening'>) => `Chưa đến ngày khai mạc (${formatDate(day)}).`,
  'before-closing': ({ day }: RefusalOf<'before-closing'>) => `Chưa đến ngày bế mạc (${formatDate(day)}).`,
  'preview-old': () => 'Danh sách đã thay đổi từ lúc bạn xem. Xem lại rồi công bố.',
  'no-applications': () => 'Chưa có đăng ký nào.',
  'plan-unreadable': ({ line, text }: RefusalOf<'plan-unreadable'>) =>
    `Dòng ${line} không đọc được: “${text}”. Mỗi khu một dòng “Khu OCOP”, mỗi gian một dòng “A1 0,0” hoặc “A2 1,0 2x1”.`,
  'number-twice': ({ number }: RefusalOf<'number-twice'>) => `Số gian ${number} có hai lần.`,
  'stands-overlap': ({ number, other }: RefusalOf<'stands-overlap'>) => `Gian ${number} nằm chồng lên gian ${other}.`,
  'stand-held': ({ number }: RefusalOf<'stand-held'>) =>
    `Gian ${number} đã xếp cho cơ sở: giữ gian này, hoặc xếp cơ sở sang gian khác trước.`,
  'number-printed': ({ number }: RefusalOf<'number-printed'>) => `Sơ đồ đã in: gian ${number} giữ số. Có thể dời chỗ, không bỏ số.`,
  'plan-missing': () => 'Chưa có sơ đồ.',
  'printed-before': () => 'Sơ đồ đã in rồi.',
  'stand-taken': () => 'Gian này đã có cơ sở khác.',
  'not-allotted': () => 'Cơ sở này chưa được phân gian.',
  'applied-before': () => 'Cơ sở đã đăng ký hội chợ này. Mở đăng ký để sửa.',
  'call-over': ({ until }: RefusalOf<'call-over'>) => `Đã hết hạn đăng ký (${formatMoment(until)}).`,
  'producer-missing': () => 'Chọn cơ sở.',
  'product-of-other': () => 'Có sản phẩm không thuộc cơ sở này. Tải lại trang rồi chọn lại.',
  'kind-unknown': () => 'Chọn loại gian.',
  'confirm-over': () => 'Đã quá hạn xác nhận.',
  'confirm-not-over': () => 'Chưa quá hạn xác nhận.',
  'no-place-free': () => 'Không còn gian trống.',
  'fair-over': () => 'Hội chợ không còn nhận việc này.',
  'not-running': () => 'Việc này chỉ làm khi hội chợ đang diễn ra hoặc vừa bế mạc.',
  'nobody-absent': () => 'Không có gian vắng để thay.',
  'appeal-over': () => 'Đã hết hạn khiếu nại.',
  'appealed-before': () => 'Cơ sở đã khiếu nại.',
  'nothing-to-answer': () => 'Không có khiếu nại nào chờ trả lời.',
  'day-outside': ({ from, to }: RefusalOf<'day-outside'>) => `Chọn ngày từ ${formatDate(from)} đến ${formatDate(to)}.`,
  'supported-before': () => 'Gian này đã ghi chứng từ hỗ trợ: một gian chỉ được hỗ trợ một lần.',
  'more-than-support': ({ mostVnd }: RefusalOf<'more-than-support'>) => `Hỗ trợ nhiều nhất ${formatDong(dong(mostVnd))}.`,
  'stand-missing': () => 'Chưa xếp gian nên chưa có vị trí, số gian để ghi chứng từ.',
  'too-early': ({ from }: RefusalOf<'too-early'>) => `Ghi được từ ngày ${formatDate(from)}.`,
  'days-unknown': () => 'Chọn mốc số ngày trong danh sách.',
} satisfies { [Code in FairRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: FairRefusal): string {
  return (refusalWords[refusal.code] as (refusal: FairRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<FairRefusal['code'], string>> = {
  'days-turned': 'closesOn',
  'apply-after-opening': 'applyBy',
  'apply-over': 'applyBy',
  'kinds-missing': 'kinds',
  'kind-in-use': 'kinds',
  'plan-unreadable': 'plan',
  'number-twice': 'plan',
  'stands-overlap': 'plan',
  'stand-held': 'plan',
  'number-printed': 'plan',
  'kind-unknown': 'standKind',
  'product-of-other': 'productId',
  'producer-missing': 'producerId',
  'day-outside': 'day',
  'more-than-support': 'supportedVnd',
  'too-early': 'afterDays',
  'days-unknown': 'afterDays',
}
