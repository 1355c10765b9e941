import { formatDate } from '@dacsan/vietnam'
import type { LetterStatus } from '../acts.ts'
import type { LetterRefusal } from '../rules/covering-letter.ts'

export const letterStatusWords: Record<LetterStatus, string> = { draft: 'Chờ ký', sent: 'Đã gửi', dropped: 'Đã bỏ' }

export const letterInputWords = {
  choose: 'Chọn ít nhất một hồ sơ.',
  number: 'Ghi số công văn, ví dụ 45/UBND-KT.',
  day: 'Chọn ngày.',
} as const

type RefusalOf<Code extends LetterRefusal['code']> = Extract<LetterRefusal, { code: Code }>

const refusalWords = {
  'letter-closed': ({ status }: RefusalOf<'letter-closed'>) =>
    `Công văn này ở bước “${letterStatusWords[status]}” nên không làm được việc này. Hãy tải lại trang.`,
  'nothing-to-send': () => letterInputWords.choose,
  'not-to-be-sent': ({ codes }: RefusalOf<'not-to-be-sent'>) =>
    `Hồ sơ ${codes.join(', ')} chưa được đề nghị, đang ở xã, của xã khác, hoặc đã có trong công văn khác. Bỏ chọn rồi lập lại.`,
  'signed-in-future': () => 'Ngày ký không thể sau hôm nay.',
} satisfies { [Code in LetterRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayLetterRefusal(refusal: LetterRefusal): string {
  return (refusalWords[refusal.code] as (refusal: LetterRefusal) => string)(refusal)
}

export const letterRefusalFields: Partial<Record<LetterRefusal['code'], string>> = {
  'signed-in-future': 'signedOn',
  'nothing-to-send': 'dossierIds',
}

export const letterPage = {
  title: 'Công văn đề nghị',
  lead: 'Một công văn cho nhiều hồ sơ xã đã đề nghị. Tải về ký, rồi ghi số và ngày.',
  draw: 'Lập công văn',
  choose: 'Chọn hồ sơ',
  choice: (product: string, producer: string, code: string) => `${product}, ${producer} (${code})`,
  none: 'Không có hồ sơ nào chờ công văn',
  noneAbout: 'Hồ sơ có ở đây sau khi xã đề nghị lên tỉnh và chưa có trong công văn nào.',
  letters: 'Các công văn',
  letter: (count: number, on: string) => `${count} hồ sơ, lập ngày ${formatDate(on)}`,
  sent: (number: string, on: string) => `Số ${number}, ngày ${formatDate(on)}`,
  number: 'Số công văn',
  signedOn: 'Ngày ký',
  signer: 'Người ký',
  send: 'Ghi số, gửi tỉnh',
  drop: 'Bỏ công văn này',
  cameWith: (number: string, on: string) => `Gửi kèm công văn số ${number}, ngày ${formatDate(on)}`,
} as const
