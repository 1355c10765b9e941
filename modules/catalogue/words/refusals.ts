import { sayType, scanWords } from '../../upload-words.ts'
import type { GtinRefusal } from '@dacsan/gs1'
import type { PhotoRefusal } from '../rules/photos.ts'
import type { RegistrationRefusal } from '../rules/registration.ts'
import type { AddPackRefusal, TendPackRefusal } from '../rules/pack.ts'
import type { StoryRefusal } from '../rules/story.ts'
import { producerKindWords } from './states.ts'

export const gtinRefusalWords = {
  'gtin-not-digits': 'Mã GTIN chỉ gồm chữ số, in dưới mã vạch trên bao bì.',
  'gtin-length': 'Mã GTIN có 8, 12, 13 hoặc 14 chữ số. Hãy đếm lại.',
  'gtin-check-digit': 'Mã GTIN sai một chữ số: số kiểm tra ở cuối không khớp. Hãy so lại với bao bì.',
  'gtin-restricted': 'Đây là mã dùng nội bộ cửa hàng, không phải mã GTIN cấp cho sản phẩm.',
} as const satisfies Record<GtinRefusal['code'], string>

type Sentences<R extends { code: string }> = { [Code in R['code']]: (refusal: Extract<R, { code: Code }>) => string }

export const storyRefusalWords = {
  'gtin-taken': ({ gtin }) => `Mã GTIN ${gtin} đã thuộc về một sản phẩm khác. Mỗi sản phẩm có một mã riêng: xem lại mã in trên bao bì.`,
  'gtin-on-labels': ({ gtin }) =>
    `Sản phẩm đã mang mã GTIN ${gtin}. Mã đã dùng thì không đổi, vì tem đã in vẫn dẫn về mã này; nếu mã sai, hãy gọi cơ quan OCOP của tỉnh.`,
  'new-pack-needed': ({ gtin }) =>
    `Quy cách này mang mã GTIN ${gtin}: khối lượng, thể tích khác là quy cách khác, có mã riêng. Hãy thêm quy cách mới ở trang Quy cách đóng gói.`,
} satisfies Sentences<StoryRefusal>

const packRefusalWords = {
  'gtin-taken': ({ gtin }) =>
    `Mã GTIN ${gtin} đã thuộc về một quy cách khác, kể cả quy cách đã ngừng. Mỗi quy cách có một mã riêng: xem lại mã in trên bao bì.`,
  'pack-repeated': ({ name }) => `Sản phẩm đã có quy cách “${name}”. Hãy ghi quy cách khác.`,
  'pack-ended': () => 'Quy cách này đã ngừng. Hãy mở lại trang.',
  'pack-is-default': () => 'Đây đang là quy cách chính. Hãy chọn quy cách khác làm chính trước, rồi ngừng quy cách này.',
} satisfies Sentences<AddPackRefusal | TendPackRefusal>

/** The Vietnamese sentence of why a pack was not added, ended or chosen. */
export function sayPackRefusal(refusal: AddPackRefusal | TendPackRefusal): string {
  return (packRefusalWords[refusal.code] as (refusal: AddPackRefusal | TendPackRefusal) => string)(refusal)
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

export const photoRefusalWords = {
  'photo-missing': () => 'Hãy chụp hoặc chọn một tấm ảnh.',
  'photos-full': ({ most }) => `Sản phẩm đã đủ ${most} ảnh. Hãy bỏ bớt một ảnh rồi thêm ảnh mới.`,
  'photo-repeated': () => 'Ảnh này đã có rồi. Hãy chọn ảnh khác.',
  'file-empty': () => 'Tệp trống. Hãy chọn lại ảnh.',
  'file-too-large': ({ limit }) => `Ảnh quá lớn, nhiều nhất ${megabytes(limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': ({ found }) => sayType(found, 'Tệp này không phải là ảnh JPG, PNG hoặc WEBP. Hãy chụp hoặc chọn ảnh khác.'),
  'image-broken': () => 'Ảnh bị hỏng, không mở được. Hãy chụp lại.',
  'image-too-many-pixels': () => 'Ảnh quá nhiều điểm ảnh. Hãy chụp lại ở cỡ thường.',
  ...scanWords,
} satisfies Sentences<PhotoRefusal>

export const registrationRefusalWords = {
  'producer-exists': ({ name }) => `Đơn vị của bạn đã có trong sổ chủ thể với tên “${name}”.`,
  'no-producer': () => 'Hãy khai thông tin chủ thể trước khi thêm sản phẩm.',
  'unknown-commune': ({ communeCode }) => `Không có xã, phường nào mang mã ${communeCode}. Hãy chọn lại từ danh sách.`,
  'unknown-set': ({ setCode }) => `Không có bộ sản phẩm nào mang mã ${setCode}. Hãy chọn lại từ danh sách.`,
  'same-name': ({ name }) => `Bạn đã có sản phẩm tên “${name}”. Nếu là sản phẩm khác, hãy đặt tên phân biệt được.`,
  'by-request': () =>
    'Cơ sở đã có sản phẩm trong sổ: tên, loại hình, xã và số đăng ký đổi bằng đề nghị, có xã hoặc tỉnh xác nhận. Bấm “Xin đổi thông tin”.',
  'kind-not-allowed': ({ kind }) => `Theo quy định hiện nay, loại hình “${producerKindWords[kind]}” không tham gia được.`,
  'registration-missing': ({ kind }) =>
    `Loại hình “${producerKindWords[kind]}” phải có đăng ký kinh doanh: ghi số giấy đăng ký hoặc mã số thuế.`,
} satisfies Sentences<RegistrationRefusal>

/** The field of the form that a refusal is about. */
export const registrationRefusalFields = {
  'producer-exists': 'form',
  'no-producer': 'form',
  'unknown-commune': 'communeCode',
  'unknown-set': 'setCode',
  'same-name': 'name',
  'by-request': 'form',
  'kind-not-allowed': 'kind',
  'registration-missing': 'registrationNo',
} as const satisfies Record<RegistrationRefusal['code'], string>

/** The Vietnamese sentence of why a producer or product was not put on file. */
export function sayRegistrationRefusal(refusal: RegistrationRefusal): string {
  return (registrationRefusalWords[refusal.code] as (refusal: RegistrationRefusal) => string)(refusal)
}

/** The Vietnamese sentence of why a story was not taken. */
export function sayStoryRefusal(refusal: StoryRefusal): string {
  return (storyRefusalWords[refusal.code] as (refusal: StoryRefusal) => string)(refusal)
}

/** The Vietnamese sentence of why a photo was not taken. */
export function sayPhotoRefusal(refusal: PhotoRefusal): string {
  return (photoRefusalWords[refusal.code] as (refusal: PhotoRefusal) => string)(refusal)
}

/** What the forms of a producer and of a product say of an entry that cannot be read, by field. */
export const registrationInputWords = {
  producer: {
    name: 'Hãy ghi tên cơ sở, từ 2 đến 200 chữ.',
    kind: 'Hãy chọn loại hình.',
    communeCode: 'Hãy chọn xã, phường nơi sản xuất.',
  },
  product: {
    name: 'Hãy ghi tên sản phẩm, từ 2 đến 200 chữ.',
    setCode: 'Hãy chọn bộ sản phẩm gần nhất với thứ bạn làm.',
    description: 'Mô tả dài quá 2.000 chữ.',
    netContent: 'Quy cách dài quá 100 chữ.',
  },
  other: 'Nội dung này dài quá hoặc chưa đúng.',
} as const
