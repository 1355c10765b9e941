import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What the forms about the paper of a certificate lack. */
export const certificatePaperWords = {
  reasonMissing: 'Hãy ghi lý do.',
  reasonLong: 'Lý do dài quá 500 chữ.',
  productMissing: 'Hãy ghi tên sản phẩm.',
  producerMissing: 'Hãy ghi tên chủ thể.',
  nameLong: 'Tên hoặc địa chỉ dài quá.',
  numberMissing: 'Hãy ghi số in trên giấy.',
  numberLong: 'Số dài quá 60 chữ.',
} as const

/** The paper of a certificate on the page of the office: printed again, corrected, numbered. */
export const certificatePaperPage = {
  paperNumber: 'Số in trên giấy',
  ourKey: 'Mã tra cứu',
  number: 'Ghi số in trên giấy',
  numberAbout: 'Giấy cấp trước đây thường có số riêng. Ghi đúng như trên giấy; từ đó tra cứu bằng số này cũng ra.',
  saveNumber: 'Lưu số',
  reprint: 'In lại giấy',
  reprintAbout: 'Khi giấy bị mất, hỏng. Nội dung giữ nguyên; mỗi lần in lại được đếm và ghi lý do.',
  reprintReason: 'Lý do in lại',
  doReprint: 'Ghi và tải giấy',
  fetching: 'Đã ghi lần in lại, giấy đang tải về.',
  fetch: 'Chưa thấy tệp? Tải giấy',
  reprints: (times: number) => `Đã in lại ${times} lần`,
  reprinted: (time: number, day: PlainDate, reason: string) => `Lần ${time}, ${formatDate(day)}: ${reason}`,
  correct: 'Đính chính lỗi đánh máy, cấp lại',
  correctAbout: 'Giấy mới cùng số, cùng thời hạn; giấy sai chính tả được ghi là đã thay. Không dùng để đổi chủ thể hoặc hạng sao.',
  productName: 'Tên sản phẩm trên giấy',
  producerName: 'Tên chủ thể trên giấy',
  address: 'Địa chỉ trên giấy',
  correctReason: 'Sai ở đâu',
  doCorrect: 'Cấp lại giấy đã đính chính',
  corrects: 'Cấp lại, đính chính',
} as const
