import type { UploadRefusal } from '@dacsan/platform/files'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

export const scanWords = {
  'file-infected': () =>
    'Phần mềm chống vi-rút của hệ thống thấy tệp này có mã độc nên không nhận. Hãy quét vi-rút máy của bạn, rồi chụp ảnh tờ giấy và gửi ảnh.',
  'scanner-silent': () => 'Hệ thống chưa kiểm tra vi-rút được nên tạm chưa nhận tệp. Những gì bạn gõ còn nguyên; xin thử lại sau ít phút.',
}

/** iPhones keep photos in a format that most computers cannot open. */
const heic =
  'Ảnh dạng HEIC của iPhone chưa đọc được. Trên iPhone, vào Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc mở ảnh, chụp màn hình và gửi ảnh đó.'

/** Why a type of file is not taken: `otherwise` for every type without a sentence of its own. */
export const sayType = (found: string | null, otherwise: string): string =>
  found !== null && /^image\/hei[cf]/.test(found) ? heic : otherwise

/** For forms that take one paper, photographed or as PDF. */
export const paperUploadWords = {
  'file-empty': () => 'Tệp trống. Hãy chọn lại.',
  'file-too-large': ({ limit }: Extract<UploadRefusal, { code: 'file-too-large' }>) =>
    `Tệp quá lớn, nhiều nhất ${megabytes(limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': ({ found }: Extract<UploadRefusal, { code: 'file-type-refused' }>) =>
    sayType(found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP) hoặc PDF.'),
  'image-broken': () => 'Ảnh bị hỏng, không mở được. Hãy chụp lại.',
  'image-too-many-pixels': () => 'Ảnh quá nhiều điểm ảnh. Hãy chụp lại ở cỡ thường.',
  'pdf-refused': () => 'Tệp PDF này không nhận được. Hãy chụp ảnh tờ giấy rồi gửi ảnh.',
  'office-macros': () => 'Tệp có chương trình bên trong nên không nhận. Hãy lưu thành PDF, hoặc gửi ảnh.',
  'office-unpacks-too-large': () => 'Tệp này mở ra quá lớn nên không nhận. Hãy lưu thành PDF, hoặc gửi ảnh.',
  'office-broken': () => 'Tệp bị hỏng, không mở được. Hãy lưu thành PDF, hoặc gửi ảnh.',
  ...scanWords,
} satisfies { [Code in UploadRefusal['code']]: (refusal: Extract<UploadRefusal, { code: Code }>) => string }
