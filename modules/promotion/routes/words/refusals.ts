import { paperUploadWords } from '../../../upload-words.ts'
import type { RouteRefusal } from '../rules/refusals.ts'
import { visitEnquiryStatusWords, routeStatusWords, stopStatusWords } from './names.ts'

type RefusalOf<Code extends RouteRefusal['code']> = Extract<RouteRefusal, { code: Code }>
const low = (text: string) => text.toLocaleLowerCase('vi')

const refusalWords = {
  ...paperUploadWords,
  'route-closed': ({ status }: RefusalOf<'route-closed'>) => `Tuyến này: ${low(routeStatusWords[status])}. Tải lại trang để xem.`,
  'stop-closed': ({ status }: RefusalOf<'stop-closed'>) => `Điểm dừng này: ${low(stopStatusWords[status])}. Tải lại trang để xem.`,
  'enquiry-closed': ({ status }: RefusalOf<'enquiry-closed'>) =>
    `Lượt hỏi này: ${low(visitEnquiryStatusWords[status])}. Tải lại trang để xem.`,
  'host-unknown': () => 'Không có đơn vị này. Lập đơn vị ở trang Quản trị trước, rồi chọn.',
  'commune-unknown': () => 'Không có xã, phường này trong danh mục. Chọn lại.',
  'point-missing': () => 'Điểm dừng là điểm bán thì chọn điểm bán nào.',
  'point-unknown': () => 'Không có điểm bán này. Chọn lại.',
  'too-many-stops': ({ most }: RefusalOf<'too-many-stops'>) => `Một tuyến có nhiều nhất ${most} điểm dừng.`,
  'stops-missing': ({ least }: RefusalOf<'stops-missing'>) => `Cần ít nhất ${least} điểm dừng đang đón khách mới công bố được.`,
  'paper-missing': () => 'Đính kèm quyết định (ảnh chụp hoặc PDF).',
  'decision-in-future': () => 'Ngày quyết định không thể ở sau hôm nay.',
  'agreed-in-future': () => 'Ngày đồng ý không thể ở sau hôm nay.',
  'day-past': () => 'Chọn một ngày từ ngày mai trở đi.',
  'day-too-far': ({ days }: RefusalOf<'day-too-far'>) => `Chọn một ngày trong ${days} ngày tới.`,
  'out-of-season': () => 'Tháng này tuyến không đón khách. Chọn tháng khác.',
  'day-full': ({ groups }: RefusalOf<'day-full'>) => `Ngày này đã nhận đủ ${groups} đoàn. Chọn ngày khác.`,
  'too-many-requests': ({ minutes }: RefusalOf<'too-many-requests'>) => `Đã gửi nhiều lần từ nơi này. Thử lại sau ${minutes} phút.`,
  'route-not-open': () => 'Tuyến này đã ngừng.',
  'phone-wrong': () => 'Số điện thoại di động chưa đúng, hoặc để trống.',
  'group-size': ({ least, most }: RefusalOf<'group-size'>) => `Tuyến nhận đoàn từ ${least} đến ${most} người.`,
  'language-not-spoken': () => 'Chọn một ngôn ngữ mà tuyến có.',
} satisfies { [Code in RouteRefusal['code']]: (refusal: RefusalOf<Code>) => string }

/** The sentence of a refusal. */
export const sayRouteRefusal = (refusal: RouteRefusal): string => (refusalWords[refusal.code] as (refusal: RouteRefusal) => string)(refusal)

/** Beside which field a refusal stands; the others stand above the form. */
export const routeRefusalFields: Partial<Record<RouteRefusal['code'], string>> = {
  'host-unknown': 'hostId',
  'commune-unknown': 'communeCode',
  'point-missing': 'pointId',
  'point-unknown': 'pointId',
  'paper-missing': 'file',
  'decision-in-future': 'on',
  'agreed-in-future': 'agreedOn',
  'day-past': 'visitOn',
  'day-too-far': 'visitOn',
  'out-of-season': 'visitOn',
  'day-full': 'visitOn',
  'phone-wrong': 'phone',
  'group-size': 'people',
  'language-not-spoken': 'language',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
}
