import type { CollectionRefusal } from '../rules/refusals.ts'
import { collectionStatusWords } from './names.ts'

type RefusalOf<Code extends CollectionRefusal['code']> = Extract<CollectionRefusal, { code: Code }>

const refusalWords = {
  'collection-closed': ({ status }: RefusalOf<'collection-closed'>) =>
    `Bộ sưu tập này: ${collectionStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'product-unknown': ({ said }: RefusalOf<'product-unknown'>) =>
    `Không có sản phẩm “${said}”. Mở trang sản phẩm rồi chép địa chỉ của trang vào đây.`,
  'season-half': () => 'Chọn cả hai tháng, hoặc để trống cả hai.',
  'changed-elsewhere': () => 'Có người vừa lưu bản khác. Mở bộ sưu tập ở thẻ khác để xem, rồi chép phần bạn sửa sang.',
  'no-product-shown': () => 'Không sản phẩm nào trong bộ còn được công nhận: chưa đăng được.',
} satisfies { [Code in CollectionRefusal['code']]: (refusal: RefusalOf<Code>) => string }

/** The field that a refusal is about. */
export const collectionRefusalFields: Partial<Record<CollectionRefusal['code'], string>> = {
  'product-unknown': 'products',
  'season-half': 'untilMonth',
}

export const sayCollectionRefusal = (refusal: CollectionRefusal): string =>
  (refusalWords[refusal.code] as (refusal: CollectionRefusal) => string)(refusal)
