import { dong, formatDong, formatMoment } from '@dacsan/vietnam'
import { paperUploadWords } from '../../../upload-words.ts'
import type { TrainingRefusal } from '../rules/refusals.ts'
import { classStatusWords, filePartWords, participantStatusWords } from './names.ts'

type RefusalOf<Code extends TrainingRefusal['code']> = Extract<TrainingRefusal, { code: Code }>

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
  'class-closed': ({ status }: RefusalOf<'class-closed'>) =>
    `Lớp này: ${classStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'place-given-up': ({ status }: RefusalOf<'place-given-up'>) =>
    `Học viên này: ${participantStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'criterion-unknown': ({ line }: RefusalOf<'criterion-unknown'>) => `Không có tiêu chí “${line}” trong bộ tiêu chí.`,
  'size-outside': ({ least, most, instrument }: RefusalOf<'size-outside'>) =>
    `Lớp loại này ít nhất ${least}, nhiều nhất ${most} học viên (${instrument}).`,
  'sessions-overlap': () => 'Các buổi học chồng giờ nhau.',
  'sign-up-after-start': () => 'Hạn ghi danh phải trước buổi đầu.',
  'sign-up-passed': () => 'Hạn ghi danh đã qua: sửa hạn rồi mở.',
  'hours-short': ({ planned, hours }: RefusalOf<'hours-short'>) => `Các buổi mới có ${planned} giờ, khóa học cần ${hours} giờ.`,
  'sessions-still-come': ({ until }: RefusalOf<'sessions-still-come'>) => `Còn buổi học đến ${formatMoment(until)}.`,
  'nobody-listed': () => 'Chưa có học viên nào. Hủy lớp nếu không học.',
  'sign-up-closed': () => 'Lớp không nhận ghi danh vào lúc này.',
  'phone-wrong': () => 'Số điện thoại di động gồm 10 số, ví dụ 0912 345 678.',
  'listed-before': () => 'Người này với số điện thoại này đã ghi danh.',
  'producer-missing': () => 'Tài khoản này chưa gắn với cơ sở nào.',
  'producer-unknown': ({ typed }: RefusalOf<'producer-unknown'>) => `Không thấy cơ sở “${typed}”. Ghi đúng tên, hoặc để trống.`,
  'class-over': () => 'Lớp đã học hoặc đã hủy, không rút tên được nữa.',
  'tests-taken': () => 'Đã có học viên làm bài kiểm tra của khóa này nên không đổi câu hỏi được nữa.',
  'session-not-begun': ({ at }: RefusalOf<'session-not-begun'>) => `Buổi này bắt đầu ${formatMoment(at)}, chưa điểm danh được.`,
  'correction-reason-missing': ({ names }: RefusalOf<'correction-reason-missing'>) => `Ghi lý do sửa điểm danh của: ${names}.`,
  'photo-missing': () => 'Chụp hoặc chọn ảnh bảng điểm danh đã ký.',
  'too-many-attempts': ({ minutes }: RefusalOf<'too-many-attempts'>) => `Thử quá nhiều lần. Thử lại sau ${minutes} phút.`,
  'code-wrong': () => 'Mã này không phải của buổi học này. Quét mã đang treo ở lớp.',
  'not-now': ({ from, until }: RefusalOf<'not-now'>) => `Buổi này điểm danh từ ${formatMoment(from)} đến ${formatMoment(until)}.`,
  'not-in-list': () => 'Không có tên này với số điện thoại này trong danh sách lớp. Hỏi cán bộ lớp.',
  'marked-absent': () => 'Cán bộ lớp đã ghi bạn vắng buổi này. Hỏi cán bộ lớp.',
  'test-taken-before': () => 'Học viên này đã có điểm kiểm tra.',
  'no-test': () => 'Khóa này không có bài kiểm tra.',
  'not-yet': ({ at }: RefusalOf<'not-yet'>) => `Mở từ ${formatMoment(at)}.`,
  'points-outside': ({ most }: RefusalOf<'points-outside'>) => `Ghi điểm bằng số nguyên từ 0 đến ${most}.`,
  'not-listed': () => 'Người này không ở trong danh sách lớp.',
  'said-before': () => 'Bạn đã trả lời rồi. Cảm ơn.',
  'nobody-earns': () => 'Không còn học viên nào đủ điều kiện mà chưa có giấy chứng nhận.',
  'above-norm': ({ norm, instrument }: RefusalOf<'above-norm'>) => `Đơn giá vượt định mức ${formatDong(dong(norm))} (${instrument}).`,
  'cost-shared': () => 'Đây là phần của chi phí chung, không bỏ riêng ở một lớp được.',
  'nothing-to-share-by': () => 'Không có gì để chia theo cách này: chọn cách khác.',
  'file-incomplete': ({ lacks }: RefusalOf<'file-incomplete'>) =>
    `Hồ sơ nghiệm thu còn thiếu: ${lacks.map(({ part, sessions }) => filePartWords[part](sessions)).join('; ')}.`,
} satisfies { [Code in TrainingRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export const sayTrainingRefusal = (refusal: TrainingRefusal): string =>
  (refusalWords[refusal.code] as (refusal: TrainingRefusal) => string)(refusal)

/** The field of a form beside which a refusal is said; others stand above the form. */
export const trainingRefusalFields: Partial<Record<TrainingRefusal['code'], string>> = {
  'criterion-unknown': 'criteria',
  'size-outside': 'least',
  'sessions-overlap': 'sessions',
  'sign-up-after-start': 'signUpBy',
  'phone-wrong': 'phone',
  'listed-before': 'name',
  'producer-unknown': 'producer',
  'correction-reason-missing': 'reason',
  'photo-missing': 'file',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
  'file-infected': 'file',
  'not-in-list': 'name',
  'points-outside': 'points',
  'above-norm': 'unitVnd',
}
