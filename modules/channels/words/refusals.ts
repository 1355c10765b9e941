import type { FileFault } from '@dacsan/marketplaces'
import { sayTableProblem } from '../../table-words.ts'
import { keyWords } from './names.ts'
import type { ChannelsRefusal } from '../rules/refusals.ts'

type RefusalOf<Code extends ChannelsRefusal['code']> = Extract<ChannelsRefusal, { code: Code }>

const faultWords: Readonly<Record<Exclude<FileFault['code'], 'no-headings' | 'column-missing' | 'cell-empty'>, string>> = {
  'not-money': 'không phải số tiền nguyên đồng',
  'not-dong': 'không phải tiền đồng',
  'not-a-number': 'không phải số lượng',
  'not-a-day': 'không phải ngày',
  'status-unknown': 'là trạng thái mà hệ thống chưa biết',
}

/** What is wrong at one place of a file. */
export function sayFault(fault: FileFault): string {
  switch (fault.code) {
    case 'no-headings':
      return 'Không thấy dòng tên cột của loại tệp này trong 30 dòng đầu. Xem lại sàn và loại tệp đã chọn.'
    case 'column-missing':
      return `Thiếu cột “${fault.column}”.`
    case 'cell-empty':
      return `Dòng ${fault.row}, cột “${fault.column}”: để trống, hoặc bảng tính đã làm hỏng số.`
    default:
      return `Dòng ${fault.row}, cột “${fault.column}”: “${fault.value}” ${faultWords[fault.code]}.`
  }
}

const refusalWords = {
  'producer-missing': () => 'Tài khoản này chưa gắn với chủ thể nào.',
  'shop-known': () => 'Gian hàng này đã có.',
  'keys-missing': ({ fields }: RefusalOf<'keys-missing'>) => `Còn thiếu: ${fields.map((name) => keyWords[name] ?? name).join(', ')}.`,
  'channel-refuses': ({ says }: RefusalOf<'channel-refuses'>) =>
    says === 'token' ? 'Sàn không nhận mã truy cập. Lấy mã mới ở trang của sàn rồi nhập lại.' : `Sàn trả lời: “${says}”`,
  'channel-silent': () => 'Sàn chưa trả lời. Thử lại sau ít phút.',
  'door-taken': () => 'Gian hàng có mã này đã được kết nối.',
  'not-switched-on': () => 'Gian hàng này chưa bật kết nối.',
  'pack-not-on-sale': () => 'Quy cách này chưa đăng bán ở đây, hoặc chưa ghi cân nặng cả bao bì.',
  'category-missing': () => 'Ghi mã ngành hàng của sàn (chỉ gồm chữ số).',
  'pack-unknown': () => 'Quy cách này không phải của bạn.',
  'sku-named': () => 'Mã này đã chọn quy cách khác, và hàng đã đi theo đó.',
  'table-rejected': ({ problems }: RefusalOf<'table-rejected'>) =>
    problems.length === 1 ? sayTableProblem(problems[0]!) : `Chưa ghi gì: ${problems.length} chỗ sai. Xem danh sách bên dưới.`,
  'file-unknown': ({ faults }: RefusalOf<'file-unknown'>) => faults.map(sayFault).join(' '),
  'shop-missing': () => 'Chọn gian hàng.',
  'file-known': () => 'Tệp này đã ghi vào sổ rồi.',
  'rows-missing': () => 'Tệp không có dòng nào.',
  'file-taken': () => 'Tệp này đã ghi vào sổ rồi.',
  'credit-missing': () => 'Khoản tiền này không có trong danh sách.',
  'credit-used': () => 'Khoản tiền này đã có trả lời. Chọn khoản khác.',
  'goods-answered': () => 'Đơn này không còn chờ trả lời. Tải lại trang để xem.',
  'answer-not-offered': () => 'Không trả lời như vậy cho dòng này được.',
  'goods-short': ({ missing }: RefusalOf<'goods-short'>) =>
    `Kệ còn thiếu ${missing} đơn vị bán được. Đóng gói thêm ở trang Kho hàng rồi bấm lại.`,
  'goods-unnamed': ({ skus }: RefusalOf<'goods-unnamed'>) =>
    `Chọn quy cách cho mã ${skus.map((sku) => (sku === '' ? '(để trống)' : `“${sku}”`)).join(', ')} trước.`,
  'settlement-answered': () => 'Dòng này đã có trả lời. Tải lại trang để xem.',
  'reason-missing': () => 'Ghi lý do, để sau này còn nhớ.',
} satisfies { [Code in ChannelsRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: ChannelsRefusal): string {
  return (refusalWords[refusal.code] as (refusal: ChannelsRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<ChannelsRefusal['code'], string>> = {
  'shop-known': 'name',
  'category-missing': 'categoryId',
  'pack-not-on-sale': 'packId',
  'pack-unknown': 'packId',
  'sku-named': 'packId',
  'table-rejected': 'file',
  'file-unknown': 'file',
  'file-known': 'file',
  'rows-missing': 'file',
  'shop-missing': 'shopId',
  'credit-missing': 'bankLineId',
  'credit-used': 'bankLineId',
  'reason-missing': 'note',
}

/** Everything that is wrong with a file, with its places. */
export const sayFaults = (refusal: ChannelsRefusal): string[] =>
  refusal.code === 'table-rejected' && refusal.problems.length > 1 ? refusal.problems.map(sayTableProblem) : []
