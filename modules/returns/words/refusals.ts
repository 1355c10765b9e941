import { formatDong, dong } from '@dacsan/vietnam'
import { photoUploadRefusals } from '../../upload-refusals.ts'
import { paperUploadWords, sayType, scanWords } from '../../upload-words.ts'
import type { ReturnsRefusal } from '../rules/refusals.ts'
import { say } from '../../say.ts'
import { vi } from './buyer/vi.ts'
import type { ReturnWords } from './buyer/vi.ts'

type RefusalOf<Code extends ReturnsRefusal['code']> = Extract<ReturnsRefusal, { code: Code }>

/** What a buyer can be refused, in each language; desks say the same in Vietnamese. */
const buyerRefusals = {
  'return-closed': ({ status }, words) => say(words.refusal['return-closed'], { status: words.statuses[status].toLocaleLowerCase() }),
  'request-key-reused': (_, { refusal }) => refusal['request-key-reused'],
  'too-many-attempts': ({ minutes }, { refusal }) => say(refusal['too-many-attempts'], { minutes }),
  'nothing-chosen': (_, { refusal }) => refusal['nothing-chosen'],
  'not-delivered': (_, { refusal }) => refusal['not-delivered'],
  'reason-closed': (_, { refusal }) => refusal['reason-closed'],
  'wish-closed': ({ wishes }, { refusal, wishes: named }) =>
    say(refusal['wish-closed'], { wishes: wishes.map((one) => named[one]).join('; ') }),
  'asked-before': (_, { refusal }) => refusal['asked-before'],
  'more-than-delivered': ({ left }, { refusal }) => (left === 0 ? refusal['none-left'] : say(refusal['more-than-delivered'], { left })),
  'too-many-photos': ({ most }, { refusal }) => say(refusal['too-many-photos'], { most }),
} satisfies { [Code in ReturnsRefusal['code']]?: (refusal: RefusalOf<Code>, words: ReturnWords) => string }

const officeWords = {
  'nothing-offered': () => 'Ghi số tiền hoàn, hoặc chọn gửi hàng khác.',
  'answer-missing': () => 'Viết câu trả lời cho người mua.',
  'nothing-comes-back': () => 'Khiếu nại này không có hàng gửi về.',
  'no-goods-named': () => 'Khiếu nại này không ghi mặt hàng nào để gửi.',
  'refund-too-large': ({ refundableVnd }: RefusalOf<'refund-too-large'>) =>
    `Nhiều hơn số tiền của hàng này. Hoàn được nhiều nhất ${formatDong(dong(refundableVnd))}.`,
  'none-expected': () => 'Thỏa thuận không có việc này.',
  'lot-of-other-order': () => 'Hàng này không thuộc đơn. Chọn trong danh sách.',
  'more-than-agreed': ({ left }: RefusalOf<'more-than-agreed'>) =>
    left <= 0 ? 'Hàng của lô này đã ghi đủ.' : `Nhiều hơn thỏa thuận: chỉ còn ${left} chưa ghi.`,
  'order-open': () =>
    'Hàng của đơn trả tiền khi nhận chỉ nhận lại được sau khi ghi tiền đã thu; người mua không nhận hàng thì bấm nhận lại trên trang đơn hàng.',
  'more-than-sold': ({ out }: RefusalOf<'more-than-sold'>) => `Sổ kho chỉ còn ${out} đã bán chưa trả. Xem lại sổ kho.`,
  'note-missing': () => 'Tiêu hủy hàng thì ghi rõ lý do.',
  'lot-not-sellable': () => 'Lô này đã đóng, bị thu hồi hoặc hết hạn dùng nên không gửi được. Chọn lô khác.',
  'not-enough': ({ free }: RefusalOf<'not-enough'>) => `Ở đây chỉ còn ${free} chưa ai giữ.`,
  'goods-open': () => 'Còn hàng chưa nhận về hoặc chưa gửi đi.',
  'money-open': () => 'Tiền chưa hoàn hết.',
  'at-office-before': () => 'Khiếu nại này đã ở chỗ cơ quan.',
  'not-late': () => 'Chưa quá hạn.',
  'marked-before': () => 'Đã ghi là quá hạn.',
  'acknowledged-before': () => 'Đã xác nhận rồi.',
  begun: () => 'Hàng hoặc tiền đã trả một phần nên không kết luận ngược lại được.',
  'producer-missing': () => 'Tài khoản này chưa gắn với cơ sở nào.',
  'same-offer': () => 'Chính sách này giống bản đang có.',
  'file-empty': paperUploadWords['file-empty'],
  'file-too-large': paperUploadWords['file-too-large'],
  'file-type-refused': ({ found }: RefusalOf<'file-type-refused'>) =>
    sayType(found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP).'),
  'image-broken': paperUploadWords['image-broken'],
  'image-too-many-pixels': paperUploadWords['image-too-many-pixels'],
  ...scanWords,
} satisfies { [Code in Exclude<ReturnsRefusal['code'], keyof typeof buyerRefusals>]: (refusal: RefusalOf<Code>) => string }

type Sayings = Partial<Record<ReturnsRefusal['code'], (refusal: ReturnsRefusal, words: ReturnWords) => string>>

/** Without words of another language: in Vietnamese, whatever was refused. */
export function sayRefusal(refusal: ReturnsRefusal, words: ReturnWords = vi): string {
  const said = (buyerRefusals as Sayings)[refusal.code]
  if (said) return said(refusal, words)
  if (words === vi) return (officeWords as unknown as Sayings)[refusal.code]!(refusal, words)
  return refusalFields[refusal.code] === 'photo' ? words.refusal.photo : words.refusal.other
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<ReturnsRefusal['code'], string>> = {
  'reason-closed': 'reason',
  'wish-closed': 'wanted',
  'asked-before': 'reason',
  'answer-missing': 'words',
  'too-many-photos': 'photo',
  'refund-too-large': 'refundVnd',
  'nothing-offered': 'refundVnd',
  'lot-of-other-order': 'goods',
  'lot-not-sellable': 'goods',
  'more-than-agreed': 'quantity',
  'more-than-sold': 'quantity',
  'not-enough': 'quantity',
  'note-missing': 'note',
  ...(Object.fromEntries(photoUploadRefusals.map((code) => [code, 'photo'])) as Record<(typeof photoUploadRefusals)[number], string>),
}
