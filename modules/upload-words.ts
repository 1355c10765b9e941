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
