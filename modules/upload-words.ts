/** iPhones keep photos in a format that most computers cannot open. */
const heic =
  'Ảnh dạng HEIC của iPhone chưa đọc được. Trên iPhone, vào Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc mở ảnh, chụp màn hình và gửi ảnh đó.'

/** Why a type of file is not taken: `otherwise` for every type without a sentence of its own. */
export const sayType = (found: string | null, otherwise: string): string =>
  found !== null && /^image\/hei[cf]/.test(found) ? heic : otherwise
