/** What is asked of a decision that was signed on paper. */
export const signingFields = {
  number: 'Số quyết định',
  numberHint: (symbol: string) => `Phần số là đủ, ví dụ 3981; hệ thống thêm /${symbol}.`,
  signedOn: 'Ngày ký',
  signer: 'Họ tên người ký',
  signerTitle: 'Chức vụ người ký',
  signerTitleHint: 'Ví dụ Chủ tịch, Phó Chủ tịch.',
  proposalNumber: 'Số tờ trình',
  proposalNumberHint: (symbol: string) => `Như trên tờ trình, ví dụ 215/${symbol}. In vào căn cứ của quyết định.`,
  proposalOn: 'Ngày tờ trình',
} as const

/** What a typed signature lacks. */
export const signingWords = {
  numberMissing: 'Hãy ghi số quyết định.',
  numberLong: 'Số quyết định dài quá 40 chữ.',
  dayMissing: 'Hãy ghi ngày ký.',
  signerMissing: 'Hãy ghi họ tên người ký.',
  signerLong: 'Họ tên dài quá 120 chữ.',
  titleMissing: 'Hãy ghi chức vụ người ký.',
  titleLong: 'Chức vụ dài quá 120 chữ.',
  noteLong: 'Ghi chú dài quá 1000 chữ.',
  proposalMissing: 'Hãy chọn ít nhất một giấy cần thu hồi.',
  meanwhileMissing: 'Hãy chọn hạng, hoặc chỉ chờ Bộ.',
  letterMissing: 'Hãy ghi số công văn gửi Bộ.',
  sentOnMissing: 'Hãy ghi ngày gửi.',
  grantMissing: 'Hãy chọn kết quả.',
  productMissing: 'Hãy chọn ít nhất một sản phẩm.',
} as const
