import type { StatusRefusal } from '@dacsan/decisions'
import type { BreachStatus, RequestStatus } from '../acts.ts'
import type { AskRefusal, BreachRefusal, ConsentRefusal, ConsentTextRefusal, RequestRefusal } from '../rules.ts'
import { breachStatusNames, requestStatusNames } from './names.ts'

type AnyRefusal = AskRefusal | RequestRefusal | BreachRefusal | ConsentRefusal | ConsentTextRefusal | { code: 'not-permitted' }
type Sentences = { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => string }

const sayState = (status: RequestStatus | BreachStatus) => ({ ...requestStatusNames, ...breachStatusNames })[status].toLocaleLowerCase('vi')

/** What the person reads; one sentence that says what to do next. */
export const refusalSentences: Sentences = {
  'wrong-status': ({ status }: StatusRefusal<object, RequestStatus | BreachStatus>) =>
    `Việc này không còn làm được: tình trạng bây giờ là “${sayState(status)}”. Tải lại trang để xem.`,
  'already-asked': ({ request }) => `Bạn đã gửi yêu cầu này, mã ${request}, đang được xử lý. Xem tình trạng ở dưới.`,
  'something-stays': ({ kept }) =>
    `Không xóa hết được: ${kept.map(({ says }) => says).join('; ')} phải giữ theo luật. Chọn “Thực hiện một phần” và ghi căn cứ.`,
  'last-administrator': () => 'Đây là người quản trị cuối cùng. Giao vai trò quản trị cho người khác trước.',
  'persons-not-told': () => 'Loại dữ liệu này phải báo cho người có dữ liệu. Ghi đã báo trước khi đóng.',
  'measures-missing': () => 'Ghi các biện pháp đã làm trước khi đóng.',
  'text-superseded': () => 'Lời hỏi vừa được thay. Tải lại trang, đọc lời mới rồi chọn lại.',
  'consent-withdrawn': () => 'Bạn đã rút lại điều này rồi.',
  'too-early': () => 'Ngày bắt đầu phải từ hôm nay trở đi, và không trước lời đang chờ.',
  'same-text': () => 'Lời này giống lời đang dùng.',
  'not-permitted': () => 'Bạn không có quyền làm việc này.',
}

export function sayRefusal(refusal: AnyRefusal): string {
  return (refusalSentences[refusal.code] as (refusal: AnyRefusal) => string)(refusal)
}
