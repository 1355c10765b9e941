import { consentPurposeNames, requestKindNames, requestStatusNames } from '../names.ts'
import { inputWords } from '../inputs.ts'
import { privacyLink, requestPage } from '../pages.ts'

/** What somebody reads of the own data. `en.ts` and `km.ts` say the same for whoever bought without an account. */
export const vi = {
  page: {
    title: 'Dữ liệu của bạn trong đơn {code}',
    lead: 'Những gì trang này giữ về bạn từ lần đặt hàng này, và việc bạn có thể yêu cầu.',
    order: 'Đơn {code}',
    json: 'Tải tệp dữ liệu (JSON)',
    asked: 'Đã nhận yêu cầu {code}. Xem hạn trả lời ở dưới.',
    notice: privacyLink as string,
  },
  consent: {
    heading: 'Điều bạn đồng ý',
    about: 'Không đồng ý thì mọi việc khác vẫn như cũ. Rút lại lúc nào cũng được.',
    agree: 'Đồng ý',
    withdraw: 'Rút lại',
    agreedAt: 'Bạn đã đồng ý lúc {moment} (lời hỏi số {version}).',
    withdrawnAt: 'Bạn đã rút lại lúc {moment}.',
    askedAgain: 'Lời hỏi đã đổi và đi xa hơn: điều bạn đồng ý trước đây không còn dùng cho đến khi bạn đồng ý lại.',
    purposes: consentPurposeNames as Record<keyof typeof consentPurposeNames, string>,
  },
  requests: {
    heading: 'Yêu cầu của bạn',
    none: 'Bạn chưa gửi yêu cầu nào.',
    acknowledgeBy: 'Xác nhận chậm nhất ngày {day}.',
    dueOn: 'Trả lời chậm nhất ngày {day}.',
    extended: 'Gia hạn: {reason}',
    answer: 'Trả lời: {words}',
    kept: requestPage.kept as string,
    keptRows: '{what} ({rows} dòng)',
    keptUntil: '{what} ({rows} dòng, đến {day})',
    paper: requestPage.paper as string,
    withdraw: 'Rút yêu cầu',
    statuses: requestStatusNames as Record<keyof typeof requestStatusNames, string>,
  },
  ask: {
    heading: 'Gửi yêu cầu',
    procedure:
      'Cách làm: người quản trị xác nhận trong {acknowledge} ngày làm việc, rồi trả lời trong hạn ghi bên dưới; cần thêm thời gian thì gia hạn một lần, nhiều nhất {extension} ngày, có nêu lý do. Không đồng ý với trả lời thì bạn có quyền khiếu nại.',
    kind: 'Bạn muốn gì?',
    kinds: requestKindNames as Record<keyof typeof requestKindNames, string>,
    hints: {
      provide: 'Bản sao bạn tải ngay được ở trên; chọn mục này nếu cần bản có xác nhận.',
      correct: 'Ghi điều sai và điều đúng.',
      erase: 'Xóa mọi điều luật không bắt giữ. Tài khoản sẽ đóng lại và không mở lại được.',
      eraseOrder: 'Xóa điện thoại, địa chỉ, lời nhắn. Tên và hàng đã mua giữ đến hết hạn của luật, rồi tự xóa.',
      restrict: 'Giữ nhưng tạm không dùng.',
      object: 'Không muốn dữ liệu được dùng cho một việc; ghi việc nào.',
    },
    words: 'Nội dung',
    send: 'Gửi yêu cầu',
  },
  held: {
    heading: 'Hệ thống giữ gì về bạn',
    none: 'Không có dòng nào.',
    rows: '{count} dòng',
    more: 'Còn {count} dòng nữa: xem trong tệp tải về.',
    empty: 'Phần không có dòng nào: {parts}.',
    purpose: '{purpose}. Căn cứ: {ground} ({instrument}). Giữ: {term}. Ai xem được: {readers}.',
    yes: 'có',
    no: 'không',
  },
  refusal: {
    'already-asked': 'Bạn đã gửi yêu cầu này, mã {request}, đang được xử lý. Xem tình trạng ở dưới.',
    'wrong-status': 'Việc này không còn làm được: tình trạng đã đổi. Tải lại trang để xem.',
    'text-superseded': 'Lời hỏi vừa được thay. Tải lại trang, đọc lời mới rồi chọn lại.',
    'consent-withdrawn': 'Bạn đã rút lại điều này rồi.',
    other: 'Không thực hiện được. Hãy tải lại trang rồi thử lại.',
  },
  input: {
    kind: inputWords.kind as string,
    text: inputWords.tooLong(2000),
    other: 'Ô này chưa đúng hoặc quá dài. Hãy xem lại.',
  },
}
type Said<Table> = { [Key in keyof Table]: Table[Key] extends string ? string : Said<Table[Key]> }
export type OwnDataWords = Said<typeof vi>
