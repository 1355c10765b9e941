import { formatMoment } from '@dacsan/vietnam'
import { paperUploadWords } from '../../../upload-words.ts'
import type { ContestRefusal } from '../rules/refusals.ts'
import { contestStatusWords, entryStatusWords, sheetStatusWords } from './names.ts'

type RefusalOf<Code extends ContestRefusal['code']> = Extract<ContestRefusal, { code: Code }>
const {
  'pdf-refused': _pdf,
  'office-macros': _macros,
  'office-unpacks-too-large': _unpacks,
  'office-broken': _broken,
  ...photoWords
} = paperUploadWords

const refusalWords = {
  ...photoWords,
  'request-key-reused': () => 'Mẫu này đã gửi rồi. Hãy tải lại trang.',
  'contest-closed': ({ status }: RefusalOf<'contest-closed'>) =>
    `Cuộc thi này: ${contestStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'entry-closed': ({ status }: RefusalOf<'entry-closed'>) =>
    `Bài này: ${entryStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'sheet-closed': ({ status }: RefusalOf<'sheet-closed'>) =>
    `Phiếu này: ${sheetStatusWords[status].toLocaleLowerCase('vi')}, không sửa được nữa.`,
  'criteria-not-whole': ({ sum }: RefusalOf<'criteria-not-whole'>) => `Tổng điểm các tiêu chí phải là 100, đang là ${sum}.`,
  'fair-unknown': () => 'Không có hội chợ này. Chọn lại.',
  'name-without-fair': ({ fair }: RefusalOf<'name-without-fair'>) =>
    `Cuộc thi tại hội chợ phải mang tên hội chợ (Nghị định 81/2018/NĐ-CP): thêm “${fair}” vào tên cuộc thi.`,
  'hours-turned': () => 'Giờ đóng phải sau giờ mở, hạn chấm phải sau giờ đóng.',
  'closing-passed': () => 'Giờ đóng nhận bài đã qua: sửa giờ rồi mở.',
  'not-later': () => 'Giờ đóng mới phải muộn hơn giờ đã công bố, hạn chấm phải sau giờ đóng.',
  'entries-still-come': ({ until }: RefusalOf<'entries-still-come'>) => `Còn nhận bài đến ${formatMoment(until)}.`,
  'too-few-jurors': ({ least }: RefusalOf<'too-few-jurors'>) => `Cần ít nhất ${least} giám khảo.`,
  'no-entries': () => 'Chưa có bài dự thi nào. Gia hạn hoặc hủy cuộc thi.',
  'account-unknown': () => 'Không có tài khoản nào với thư điện tử hoặc số điện thoại này.',
  'juror-named-before': () => 'Người này đã ở trong ban giám khảo.',
  'juror-sees-names': () => 'Người của cơ quan tổ chức biết bài nào của ai nên không làm giám khảo.',
  'juror-entered': () => 'Người dự thi không làm giám khảo, giám khảo không dự thi.',
  'sheet-handed-in': () => 'Giám khảo này đã nộp phiếu: phiếu đã nộp được tính.',
  'sheets-missing': ({ missing }: RefusalOf<'sheets-missing'>) => `Còn ${missing} giám khảo chưa nộp phiếu.`,
  'vote-of-nothing': () => 'Ghi đủ và đúng số của một nhóm bài bằng điểm mà giải chưa chia được.',
  'preview-old': () => 'Kết quả đã thay đổi từ lúc bạn xem. Xem lại rồi công bố.',
  'too-few-sheets': ({ least }: RefusalOf<'too-few-sheets'>) => `Cần phiếu của ít nhất ${least} giám khảo.`,
  'tie-open': ({ numbers }: RefusalOf<'tie-open'>) => `Các bài số ${numbers} bằng điểm ở ranh giới giải: ghi biểu quyết của ban giám khảo.`,
  'entry-unscored': ({ numbers }: RefusalOf<'entry-unscored'>) =>
    `Bài số ${numbers} không giám khảo nào chấm được: mời thêm giám khảo, hoặc loại bài có lý do.`,
  'prize-not-given': () => 'Bài này không có giải.',
  'prize-withdrawn-before': () => 'Giải này đã bị thu hồi.',
  'too-many-attempts': ({ minutes }: RefusalOf<'too-many-attempts'>) => `Gửi quá nhiều lần. Thử lại sau ${minutes} phút.`,
  'too-many-entries': ({ most }: RefusalOf<'too-many-entries'>) => `Một số điện thoại gửi nhiều nhất ${most} bài một ngày.`,
  'entries-closed': () => 'Cuộc thi không nhận bài vào lúc này.',
  'too-many-photos': ({ most }: RefusalOf<'too-many-photos'>) => `Gửi nhiều nhất ${most} ảnh.`,
  'photo-missing': () => 'Gửi ít nhất một ảnh.',
  'product-unknown': ({ line }: RefusalOf<'product-unknown'>) => `Không thấy sản phẩm “${line}” trong danh mục OCOP.`,
  'phone-wrong': () => 'Số điện thoại di động gồm 10 số, ví dụ 0912 345 678.',
  'contest-over': () => 'Chỉ loại bài khi cuộc thi đang nhận bài hoặc đang chấm.',
  'not-judging': () => 'Cuộc thi không ở lúc chấm.',
  'entry-in-conflict': () => 'Bài này bạn có liên quan nên không chấm.',
  'points-outside': ({ says, most }: RefusalOf<'points-outside'>) => `“${says}”: ghi điểm bằng số nguyên từ 0 đến ${most}.`,
  'sheet-incomplete': ({ numbers }: RefusalOf<'sheet-incomplete'>) => `Chưa chấm bài số ${numbers}.`,
} satisfies { [Code in ContestRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export const sayContestRefusal = (refusal: ContestRefusal): string =>
  (refusalWords[refusal.code] as (refusal: ContestRefusal) => string)(refusal)

/** The field of a form beside which a refusal is said; others stand above the form. */
export const contestRefusalFields: Partial<Record<ContestRefusal['code'], string>> = {
  'criteria-not-whole': 'criteria',
  'fair-unknown': 'fairId',
  'name-without-fair': 'name',
  'hours-turned': 'closesAt',
  'closing-passed': 'closesAt',
  'not-later': 'closesAt',
  'account-unknown': 'login',
  'juror-named-before': 'login',
  'juror-sees-names': 'login',
  'juror-entered': 'login',
  'vote-of-nothing': 'numbers',
  'too-many-photos': 'photo',
  'photo-missing': 'photo',
  'product-unknown': 'products',
  'phone-wrong': 'phone',
  'too-many-entries': 'phone',
  'file-empty': 'photo',
  'file-too-large': 'photo',
  'file-type-refused': 'photo',
  'image-broken': 'photo',
  'image-too-many-pixels': 'photo',
  'file-infected': 'photo',
}
