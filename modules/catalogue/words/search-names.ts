import type { NameLanguage, NamesRefusal } from '../rules/search-names.ts'

export const searchNamesPage = {
  title: 'Từ tìm kiếm',
  about: 'Tên gọi khác của hàng: tiếng Việt, tiếng Anh, tiếng Khmer',
  lead: 'Người mua gõ tên nào trong nhóm cũng thấy hàng mang tên kia: “makapuno” thấy “dừa sáp”. Sửa ở đây thì trang tìm kiếm đổi ngay, bản cũ vẫn giữ.',
  source: 'Tên có sẵn ghi theo cách gọi thông dụng, tên tiếng Khmer chưa có người đọc lại.',
  add: 'Thêm nhóm tên',
  saved: 'Đã lưu. Tìm bằng các tên này được ngay.',
  caption: 'Các nhóm tên',
  columns: { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khmer', state: 'Bản' },
  state: (version: number, inUse: boolean) => `${version === 0 ? 'có sẵn' : `bản ${version}`}${inUse ? '' : ', đang ngừng'}`,
  newTitle: 'Nhóm tên mới',
  labels: { vi: 'Tên tiếng Việt', en: 'Tên tiếng Anh', km: 'Tên tiếng Khmer' } satisfies Record<NameLanguage, string>,
  hint: 'Mỗi dòng một tên. Ghi đủ dấu.',
  inUse: 'Dùng khi tìm kiếm',
  use: { yes: 'Dùng', no: 'Ngừng dùng' },
  save: 'Lưu bản này',
  past: 'Các bản trước',
  version: (version: number) => `Bản ${version}`,
} as const

export const searchNameInputWords = {
  tooLong: 'Mỗi tên nhiều nhất 60 chữ.',
  tooMany: 'Nhiều nhất 20 tên.',
} as const

const sentences: { [Code in NamesRefusal['code']]: (refusal: Extract<NamesRefusal, { code: Code }>) => string } = {
  'no-vietnamese-name': () => 'Ghi ít nhất một tên tiếng Việt: hàng trong sổ mang tên tiếng Việt.',
  'name-repeated': ({ name, key }) => `Tên “${name}” đã có trong nhóm “${key}”. Một tên chỉ đứng một nơi.`,
  'name-without-letters': ({ name }) => `“${name}” không có chữ nào để tìm.`,
  'same-names': () => 'Chưa có gì thay đổi.',
  'published-meanwhile': () => 'Người khác vừa lưu nhóm này. Mở lại trang rồi sửa tiếp.',
}

/** The Vietnamese sentence of why a version was not taken. */
export function sayNamesRefusal(refusal: NamesRefusal): string {
  return (sentences[refusal.code] as (refusal: NamesRefusal) => string)(refusal)
}
