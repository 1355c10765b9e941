import { formatMoment } from '@dacsan/vietnam'
import type { TrainingRefusal } from '../rules/refusals.ts'
import { classStatusWords, participantStatusWords } from './names.ts'

type RefusalOf<Code extends TrainingRefusal['code']> = Extract<TrainingRefusal, { code: Code }>

const refusalWords = {
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
}
