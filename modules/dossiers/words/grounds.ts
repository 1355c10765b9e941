import { capitalised } from './casing.ts'

/** The grounds on which a dossier is refused at once, by their codes in the law (`dossier.immediate-refusals`). */
export const groundWords: Readonly<Record<string, string>> = {
  forged: 'giả mạo hồ sơ',
  'food-safety-breach': 'không tuân thủ giấy chứng nhận đủ điều kiện an toàn thực phẩm',
  'registration-improper': 'hồ sơ đăng ký không đúng quy định',
}

/** A ground that a later law adds is shown by its code until somebody words it. @example sayGround('forged') // 'Giả mạo hồ sơ' */
export const sayGround = (ground: string): string => capitalised(groundWords[ground] ?? ground)
