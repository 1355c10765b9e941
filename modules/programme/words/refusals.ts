import { formatDate } from '@dacsan/vietnam'
import type { YearCallRefusal, YearPlanRefusal } from '../rules.ts'

type RefusalOf<Code extends YearPlanRefusal['code']> = Extract<YearPlanRefusal, { code: Code }>

const refusalWords = {
  'plan-issued': () => 'Kế hoạch này đã ban hành nên không đổi được. Cần đổi thì bấm “Điều chỉnh kế hoạch” để lập lần sau.',
  'plan-being-written': () => 'Lần điều chỉnh của năm này đang được lập. Hãy làm tiếp bản đang lập.',
  'changed-elsewhere': () => 'Kế hoạch vừa được sửa ở nơi khác. Chữ bạn gõ còn ở đây; hãy mở lại trang, so rồi ghi lại.',
  'plan-empty': () => 'Kế hoạch chưa có chỉ tiêu nào. Giao ít nhất một chỉ tiêu cho một xã rồi ban hành.',
  'issued-in-future': () => 'Ngày ban hành không thể sau hôm nay.',
} satisfies { [Code in YearPlanRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayPlanRefusal(refusal: YearPlanRefusal): string {
  return (refusalWords[refusal.code] as (refusal: YearPlanRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const planRefusalFields: Partial<Record<YearPlanRefusal['code'], string>> = { 'issued-in-future': 'issuedOn' }

type CallRefusalOf<Code extends YearCallRefusal['code']> = Extract<YearCallRefusal, { code: Code }>

const callRefusalWords = {
  'nothing-to-call-for': ({ round, year }: CallRefusalOf<'nothing-to-call-for'>) =>
    `Chưa kêu gọi được: kế hoạch năm ${year} chưa ban hành và đợt ${round} chưa mở. Ban hành kế hoạch hoặc mở đợt trước.`,
  'round-over': ({ communeBefore }: CallRefusalOf<'round-over'>) =>
    `Đợt này đã hết hạn xã đề nghị (trước ngày ${formatDate(communeBefore)}). Chọn đợt sau.`,
  'last-day-over': () => 'Hạn nộp phải từ hôm nay trở đi.',
  'last-day-late': ({ communeBefore }: CallRefusalOf<'last-day-late'>) =>
    `Hạn của xã phải trước ngày ${formatDate(communeBefore)}, hạn xã đề nghị của luật.`,
  'nobody-left': () => 'Không còn ai chưa nhận lời kêu gọi của đợt này.',
} satisfies { [Code in YearCallRefusal['code']]: (refusal: CallRefusalOf<Code>) => string }

export function sayCallRefusal(refusal: YearCallRefusal): string {
  return (callRefusalWords[refusal.code] as (refusal: YearCallRefusal) => string)(refusal)
}

export const callRefusalFields: Partial<Record<YearCallRefusal['code'], string>> = {
  'last-day-over': 'lastDay',
  'last-day-late': 'lastDay',
}
