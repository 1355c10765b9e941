import type { YearPlanRefusal } from '../rules.ts'

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
