/** What the fields of many rooms' forms say of an entry that they cannot take. */
export const notADay: string = 'Hãy chọn một ngày có thật.'
export const garbledName: string = 'Tên bị lỗi phông chữ hoặc có ký tự lạ. Hãy gõ lại tên bằng phông Unicode.'
/** In place of a number whose key is not here. */
export const numberClosed: string = 'Có lưu, hiện chưa mở được'
export const tooLong = (longest: number): string => `Dài quá ${longest} chữ, xin rút gọn.`
