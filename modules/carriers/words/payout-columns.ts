/**
 * How carriers head their columns, as far as anybody saw (30 November 2026). None of the four publishes the columns of its file: others are found by these
 * words, and a file without the first two is refused with what is missing.
 */
export const payoutHeadingWords = {
  parcelCode: [
    'Mã vận đơn',
    'Mã đơn',
    'Mã đơn hàng',
    'Mã đơn GHN',
    'Mã GHTK',
    'Số hiệu bưu gửi',
    'Mã bưu gửi',
    'order_code',
    'label_id',
    'ORDER_NUMBER',
    'itemCode',
  ],
  codVnd: ['Tiền thu hộ', 'Thu hộ', 'COD', 'Tiền COD', 'Số tiền thu hộ', 'Tiền CoD', 'cod_amount', 'pick_money', 'MONEY_COLLECTION'],
  carriageVnd: ['Cước phí', 'Phí vận chuyển', 'Phí giao hàng', 'Phí dịch vụ', 'Tổng phí', 'Cước', 'fee', 'MONEY_TOTAL', 'totalFee'],
  returnVnd: ['Phí hoàn', 'Phí chuyển hoàn', 'Phí trả hàng', 'Cước chuyển hoàn', 'return_fee'],
  reweighVnd: ['Phí cân lại', 'Chênh lệch cân nặng', 'Phụ phí cân lại', 'Phí vượt cân', 'Phí chênh lệch khối lượng', 'reweigh_fee'],
  otherVnd: ['Phí khác', 'Phí bảo hiểm', 'Phí COD', 'Phí thu hộ', 'MONEY_FEECOD', 'insurance_fee'],
  grams: ['Khối lượng', 'Khối lượng (g)', 'Khối lượng tính cước', 'converted_weight', 'weight'],
  netVnd: ['Thực nhận', 'Tiền trả', 'Số tiền trả', 'Tổng thanh toán', 'Thanh toán', 'Tiền chuyển'],
} as const satisfies Record<string, readonly string[]>

/** A line below the others that adds them up. */
export const isSumLine = (code: string): boolean => /^(?:tổng|cộng|tong|total)\b/iu.test(code.normalize('NFC'))

/** An amount without the sign of its currency and without blanks. */
export const withoutCurrency = (text: string): string => text.replaceAll(/[\s₫đ]|VN[DĐ]/giu, '')
