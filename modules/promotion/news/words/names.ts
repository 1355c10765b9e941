import type { NewsAct, NewsRequestStatus, NewsStatus } from '../acts.ts'
import type { NewsKind } from '../rules/kinds.ts'
import type { NewsLanguage } from '../rules/languages.ts'
import type { PhotoLicence } from '../rules/photos.ts'

export const newsStatusWords: Record<NewsStatus, string> = {
  draft: 'Đang soạn',
  'in-review': 'Chờ duyệt nội dung',
  reviewed: 'Chờ duyệt phát hành',
  released: 'Chờ đến giờ đăng',
  published: 'Đã đăng',
  correcting: 'Đã đăng, có đính chính chờ duyệt',
  withdrawn: 'Đã gỡ',
}
export const newsRequestStatusWords: Record<NewsRequestStatus, string> = { open: 'Chờ trả lời', closed: 'Đã trả lời' }
export const newsStepWords: Record<NewsAct, string> = {
  create: 'Soạn',
  write: 'Sửa',
  'add-photo': 'Thêm ảnh',
  'remove-photo': 'Gỡ ảnh',
  submit: 'Gửi duyệt',
  return: 'Trả lại',
  approve: 'Duyệt nội dung',
  release: 'Duyệt phát hành',
  publish: 'Đăng',
  'write-correction': 'Soạn đính chính',
  'release-correction': 'Phát hành đính chính',
  'drop-correction': 'Bỏ đính chính',
  withdraw: 'Gỡ tin',
}
export const licenceWords: Record<PhotoLicence, string> = {
  own: 'Ảnh của cơ quan',
  permission: 'Tác giả cho phép dùng',
  'cc-by': 'CC BY',
  'cc-by-sa': 'CC BY-SA',
  'public-domain': 'Thuộc về công chúng',
}
export const newsKindWords: Record<NewsKind, string> = { news: 'Tin', story: 'Câu chuyện', recipe: 'Món ngon' }
export const newsLanguageWords: Record<NewsLanguage, string> = { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khmer' }
