/** What the fields of many rooms' forms say of an entry that they cannot take. */
export const notADay: string = 'Hãy chọn một ngày có thật.'
export const tooLong = (longest: number): string => `Dài quá ${longest} chữ, xin rút gọn.`
