import { formatDate } from '@dacsan/vietnam'
import { applicationStatusWords } from '../../fairs/words/names.ts'
import type { StandRefusal } from '../rules/refusals.ts'

type RefusalOf<Code extends StandRefusal['code']> = Extract<StandRefusal, { code: Code }>

const refusalWords = {
  'application-closed': ({ status }: RefusalOf<'application-closed'>) =>
    `Đăng ký này: ${applicationStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'request-key-reused': () => 'Lần bán này đã gửi rồi với nội dung khác. Hãy tải lại trang.',
  'place-unknown': () => 'Chọn nơi để hàng của gian trước.',
  'sold-before': () => 'Gian đã bán từ nơi này: không đổi nơi nữa.',
  'nothing-sold': () => 'Ghi số lượng của ít nhất một món.',
  'day-outside': ({ from, to }: RefusalOf<'day-outside'>) => `Chỉ ghi lần bán từ ${formatDate(from)} đến ${formatDate(to)}.`,
  'not-running': () => 'Chỉ ghi bán khi hội chợ đang diễn ra hoặc vừa bế mạc.',
  'sold-later': () => 'Đồng hồ của máy chạy nhanh hơn giờ thật: chỉnh giờ rồi gửi lại.',
  'pack-of-other': () => 'Có món không thuộc cơ sở này. Tải lại trang rồi ghi lại.',
  'taken-back-before': () => 'Lần bán này đã hủy rồi.',
} satisfies { [Code in StandRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayStandRefusal(refusal: StandRefusal): string {
  return (refusalWords[refusal.code] as (refusal: StandRefusal) => string)(refusal)
}
