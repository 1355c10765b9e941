import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import type { ConsignmentRefusal } from '../rules/refusals.ts'
import { consignmentStatusWords } from './names.ts'

type RefusalOf<Code extends ConsignmentRefusal['code']> = Extract<ConsignmentRefusal, { code: Code }>
const count = (quantity: number) => quantity.toLocaleString('vi-VN')

const refusalWords = {
  'request-key-reused': () => 'Mẫu này đã gửi rồi. Hãy tải lại trang.',
  'consignment-closed': ({ status }: RefusalOf<'consignment-closed'>) =>
    `Ký gửi này: ${consignmentStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'point-not-recognised': () => 'Điểm bán này chưa được công nhận hoặc đã bị thu hồi công nhận.',
  'producer-missing': () => 'Tài khoản này chưa gắn với cơ sở nào trong sổ đăng ký.',
  'consigned-before': () => 'Cơ sở đã ký gửi ở điểm bán này. Mở ký gửi đó, muốn đổi thì đề nghị bản hợp đồng mới.',
  'terms-turned': () => 'Ngày hết hiệu lực không thể trước ngày bắt đầu.',
  'proposal-open': () => 'Đang chờ bên kia trả lời bản trước.',
  'nothing-to-agree': () => 'Có bản hợp đồng mới hơn. Tải lại trang để xem.',
  'own-proposal': () => 'Bản này do bên bạn đề nghị: chờ bên kia đồng ý.',
  'goods-left': ({ quantity }: RefusalOf<'goods-left'>) => `Còn ${count(quantity)} sản phẩm trên kệ. Trả hoặc bán hết rồi kết thúc.`,
  'not-settled': () => 'Còn phiếu chưa nhận hoặc hàng chưa đối chiếu đủ hai chữ ký.',
  'terms-missing': ({ day }: RefusalOf<'terms-missing'>) =>
    `Không có bản hợp đồng nào hai bên đã đồng ý còn hiệu lực ngày ${formatDate(day)}.`,
  'nothing-chosen': () => 'Ghi số lượng của ít nhất một lô.',
  'not-enough': ({ free }: RefusalOf<'not-enough'>) => (free === 0 ? 'Hàng này vừa hết.' : `Chỉ còn ${count(free)}. Hãy ghi số nhỏ hơn.`),
  'lot-not-sellable': ({ status, expiresOn }: RefusalOf<'lot-not-sellable'>) =>
    status === 'recalled'
      ? 'Lô này đang bị thu hồi: không bán, không gửi. Để riêng và báo chủ hàng.'
      : status === 'open' && expiresOn
        ? `Lô này hết hạn ngày ${formatDate(expiresOn)}: không bán, không gửi.`
        : 'Lô này đã đóng: không bán, không gửi.',
  'vat-unknown': () => 'Chọn thuế suất đang áp dụng.',
  'note-received': () => 'Phiếu này đã được nhận.',
  'other-side-receives': () => 'Bên nhận hàng mới xác nhận được phiếu này.',
  'minute-missing': () => 'Số nhận khác số trên phiếu: ghi biên bản chênh lệch.',
  'more-than-sent': ({ sent }: RefusalOf<'more-than-sent'>) =>
    `Phiếu ghi ${count(sent)}: số nhận và số vỡ cộng lại không thể nhiều hơn. Hàng thừa cần phiếu riêng.`,
  'price-changed': ({ priceVnd }: RefusalOf<'price-changed'>) => `Giá đã đổi thành ${formatDong(dong(priceVnd))}. Xem lại rồi bán.`,
  'settled-before': () => 'Lần bán này đã nằm trong bảng đối chiếu, không hủy được.',
  'not-a-sale': () => 'Dòng này không phải lần bán.',
  'not-expired': ({ expiresOn }: RefusalOf<'not-expired'>) =>
    expiresOn
      ? `Lô này còn hạn đến ${formatDate(expiresOn)}. Nếu hỏng, chọn “hỏng, vỡ”.`
      : 'Lô này không ghi hạn dùng. Nếu hỏng, chọn “hỏng, vỡ”.',
  'statement-open': () => 'Bảng đối chiếu trước còn chờ chữ ký. Ký hoặc rút bảng đó trước.',
  'note-open': () => 'Còn phiếu đang trên đường. Xác nhận phiếu rồi kiểm kê.',
  'count-missing': ({ goods }: RefusalOf<'count-missing'>) => `Chưa ghi số đếm của ${goods}. Không có thì ghi 0.`,
  'more-than-book': ({ goods, expected }: RefusalOf<'more-than-book'>) =>
    `${goods}: sổ chỉ còn ${count(expected)}. Có lần bán ghi nhầm thì hủy lần bán đó rồi kiểm kê lại.`,
  'note-missing': ({ goods }: RefusalOf<'note-missing'>) => `${goods}: đếm thiếu, ghi lý do.`,
  'nothing-to-settle': () => 'Từ lần đối chiếu trước chưa có gì mới.',
  'statement-closed': () => 'Bảng này đã đủ chữ ký hoặc đã rút.',
} satisfies { [Code in ConsignmentRefusal['code']]: (refusal: RefusalOf<Code>) => string }

/** The sentence of a refusal. */
export const sayConsignmentRefusal = (refusal: ConsignmentRefusal): string =>
  (refusalWords[refusal.code] as (refusal: ConsignmentRefusal) => string)(refusal)

/** Beside which field a refusal stands; the others stand above the form. */
export const consignmentRefusalFields: Partial<Record<ConsignmentRefusal['code'], string>> = {
  'terms-turned': 'validTo',
  'minute-missing': 'minute',
  'vat-unknown': 'vatName',
}
