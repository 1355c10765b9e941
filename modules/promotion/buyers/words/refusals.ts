import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import { isDrawingRefusal } from '../../../papers/rules.ts'
import { sayRefusal as sayDrawing } from '../../../papers/words.ts'
import { paperUploadWords } from '../../../upload-words.ts'
import type { DrawingRefusal } from '../../../papers/rules.ts'
import type { BuyerRefusal, RefusalOf } from '../rules/refusals.ts'
import { enquiryStatusWords, sessionStatusWords, stageWords } from './names.ts'

type Own = Exclude<BuyerRefusal, DrawingRefusal>
const lower = (text: string) => text.toLocaleLowerCase('vi')

const refusalWords = {
  ...paperUploadWords,
  'enquiry-closed': ({ status }: RefusalOf<'enquiry-closed'>) => `Nhu cầu này: ${lower(enquiryStatusWords[status])}. Tải lại trang để xem.`,
  'relation-ended': ({ status }: RefusalOf<'relation-ended'>) => `Kết nối này: ${lower(stageWords[status])}. Tải lại trang để xem.`,
  'session-closed': ({ status }: RefusalOf<'session-closed'>) => `Phiên này: ${lower(sessionStatusWords[status])}. Tải lại trang để xem.`,
  'too-many-requests': ({ minutes }: RefusalOf<'too-many-requests'>) => `Đã gửi nhiều lần. Thử lại sau ${minutes} phút.`,
  'product-unknown': () => 'Sản phẩm này không còn trong sổ. Ghi tên hàng vào ô “Cần mua gì”.',
  'contact-missing': () => 'Ghi số điện thoại hoặc thư điện tử.',
  'producer-missing': () => 'Chọn ít nhất một chủ thể.',
  'producer-unknown': () => 'Có chủ thể không còn trong sổ. Tải lại trang rồi chọn lại.',
  'fair-unknown': () => 'Không thấy hội chợ này. Chọn lại.',
  'pack-unknown': () => 'Quy cách này không còn trong bảng giá. Chọn lại.',
  'goods-missing': () => 'Chọn quy cách trong bảng giá, hoặc ghi tên hàng.',
  'price-missing': () => 'Ghi giá mỗi đơn vị.',
  'valid-before': () => 'Ngày hết hiệu lực của giá đã qua.',
  'nothing-to-share': () => 'Chưa có hàng nào đang bán nên chưa có bảng giá. Đăng bán hàng trước.',
  'step-not-allowed': ({ stage }: RefusalOf<'step-not-allowed'>) =>
    `Đang ở bước “${lower(stageWords[stage])}”: không đi tiếp như vậy được.`,
  'day-in-future': () => 'Ngày này chưa đến.',
  'day-before-last': ({ day }: RefusalOf<'day-before-last'>) => `Ngày này trước bước gần nhất (${formatDate(day)}).`,
  'parties-missing': () => 'Ghi nhớ chỉ được tính khi ghi tên cả hai bên ký.',
  'proof-missing': () => 'Ghi nhớ chỉ được tính khi có tệp: chụp ảnh hoặc gửi PDF.',
  'term-missing': () => 'Ghi ngày hết hạn hợp đồng, từ ngày ký trở đi.',
  'value-missing': () => 'Ghi giá trị hợp đồng; chưa chắc thì ghi khoảng từ, đến.',
  'band-turned': () => 'Số “đến” phải từ số “từ” trở lên.',
  'sum-missing': () => 'Ghi số tiền của lần giao.',
  'end-reason-missing': () => 'Chọn lý do kết thúc.',
  'nothing-to-correct': () => 'Chưa có bước nào để đính chính.',
  'step-changed': () => 'Đã có bước mới hơn. Tải lại trang để xem.',
  'step-of-other-side': () => 'Bước này bên kia ghi: nhờ bên đó hoặc cơ quan đính chính.',
  'step-missing': () => 'Bước này không còn. Tải lại trang để xem.',
  'own-step': () => 'Bước này do bên anh chị ghi: bên kia mới xác nhận được.',
  'enquiry-unknown': () => 'Không thấy nhu cầu mua với mã này, hoặc đã đóng.',
  'no-wishes': () => 'Chưa có cặp nào muốn gặp.',
  'before-session': ({ day }: RefusalOf<'before-session'>) => `Phiên này ngày ${formatDate(day)} mới diễn ra.`,
  'pair-unknown': () => 'Cặp này không có trong phiên. Tải lại trang để xem.',
  'slot-noted': () => 'Lượt này đã ghi kết quả nên giữ chỗ.',
  'slot-outside': () => 'Lượt hoặc bàn này ngoài phiên.',
  'table-taken': () => 'Bàn này lượt này đã có cặp khác.',
  'buyer-busy': () => 'Bên mua đã có lượt khác cùng lúc.',
  'producer-busy': () => 'Chủ thể đã có lượt khác cùng lúc.',
} satisfies { [Code in Own['code']]: (refusal: RefusalOf<Code>) => string }

export function sayBuyerRefusal(refusal: BuyerRefusal): string {
  if (isDrawingRefusal(refusal)) return sayDrawing(refusal)
  return (refusalWords[refusal.code as Own['code']] as (refusal: BuyerRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const buyerRefusalFields: Partial<Record<BuyerRefusal['code'], string>> = {
  'contact-missing': 'contactPhone',
  'product-unknown': 'goods',
  'goods-missing': 'goods',
  'pack-unknown': 'packId',
  'price-missing': 'priceVnd',
  'valid-before': 'validUntil',
  'step-not-allowed': 'stage',
  'day-in-future': 'onDay',
  'day-before-last': 'onDay',
  'parties-missing': 'buyerParty',
  'proof-missing': 'proof',
  'term-missing': 'untilOn',
  'value-missing': 'leastVnd',
  'sum-missing': 'leastVnd',
  'band-turned': 'mostVnd',
  'end-reason-missing': 'reason',
  'enquiry-unknown': 'code',
}

export const sayBand = (least: number | null, most: number | null): string =>
  least === null ? '' : most === null || most === least ? formatDong(dong(least)) : `${formatDong(dong(least))} – ${formatDong(dong(most))}`
