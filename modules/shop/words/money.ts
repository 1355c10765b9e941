/** The unit of money: as its sign behind an amount, and as the word beside a field. */
export const moneyUnit = { sign: 'đ', word: 'đồng' }
