import type { GoodsKind, ReturnAct, ReturnStatus, Side, Wish } from '../acts.ts'

export const returnStatusWords = {
  open: 'Chờ người bán trả lời',
  accepted: 'Đã nhận trả, đang làm',
  refused: 'Người bán từ chối',
  disputed: 'Cơ quan đang hòa giải',
  settled: 'Đã xong',
  ended: 'Đã kết thúc, không trả',
} as const satisfies Record<ReturnStatus, string>

export const wishWords = {
  refund: 'Trả hàng, nhận lại tiền',
  part: 'Giữ hàng, nhận lại một phần tiền',
  exchange: 'Đổi hàng khác',
  rest: 'Gửi bù phần thiếu',
} as const satisfies Record<Wish, string>

export const sideNames = { buyer: 'Người mua', seller: 'Người bán', office: 'Cơ quan', clock: 'Hệ thống' } as const satisfies Record<
  Side,
  string
>

export const goodsWords = {
  restocked: 'Nhận lại, nhập kho',
  destroyed: 'Nhận lại, tiêu hủy',
  sent: 'Đã gửi hàng đổi, bù',
} as const satisfies Record<GoodsKind, string>

export const stepWords = {
  ask: 'Gửi khiếu nại',
  say: 'Nhắn',
  acknowledge: 'Đã nhận khiếu nại',
  accept: 'Nhận trả hàng',
  refuse: 'Từ chối',
  withdraw: 'Rút khiếu nại',
  receive: 'Nhận hàng trả lại',
  send: 'Gửi hàng đổi, hàng bù',
  settle: 'Xong: hàng, tiền, sổ khớp',
  'call-office': 'Đưa lên cơ quan',
  escalate: 'Báo cơ quan là chưa xong',
  'mark-late': 'Quá hạn trả lời',
  mediate: 'Ý kiến, đề nghị của cơ quan',
  'decide-for': 'Kết luận: nhận trả hàng',
  'decide-against': 'Kết luận: không trả hàng',
} as const satisfies Record<ReturnAct, string>

export const dueWords = {
  acknowledge: 'Người bán xác nhận trước',
  answer: 'Người bán trả lời trước',
  resolve: 'Giải quyết xong trước',
} as const

/** What the ledger of goods says of a line that a return wrote. */
export const ledgerNote = (code: string) => `Trả hàng ${code}`
export const goodsSaid = (kind: GoodsKind, quantity: number, note: string) =>
  [`${goodsWords[kind]}: ${quantity}`, note].filter(Boolean).join('. ')
export const clockSays = { over: 'Hết hạn giải quyết mà chưa xong.' }

/** What was agreed, in one sentence. */
export function sayAgreement({ refund, sendsBack, exchanges }: { refund: string | null; sendsBack: boolean; exchanges: boolean }): string {
  const parts = [
    refund && `hoàn ${refund}`,
    exchanges && 'gửi hàng khác',
    sendsBack ? 'người mua gửi hàng về' : 'người mua giữ hàng, không phải gửi về',
  ]
  return `Đã thỏa thuận: ${parts.filter(Boolean).join('; ')}.`
}
