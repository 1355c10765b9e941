import type { ConsignmentStatus, EntryKind, LossCause, NoteDirection, NoteStatus, Side, StatementStatus } from '../acts.ts'

export const consignmentStatusWords = { proposed: 'Chờ đồng ý', open: 'Đang ký gửi', ended: 'Đã kết thúc' } as const satisfies Record<
  ConsignmentStatus,
  string
>
export const entryKindWords = {
  received: 'Nhận',
  sold: 'Bán',
  cancelled: 'Hủy lần bán ghi nhầm',
  returned: 'Trả chủ hàng',
  lost: 'Hao hụt',
  recalled: 'Thu hồi',
} as const satisfies Record<EntryKind, string>
export const causeWords = { spoiled: 'hỏng, vỡ', expired: 'hết hạn', missing: 'đếm thiếu' } as const satisfies Record<LossCause, string>
export const sideWords = { owner: 'Chủ hàng', point: 'Điểm bán' } as const satisfies Record<Side, string>
export const noteStatusWords = { sent: 'Đang trên đường', received: 'Đã nhận' } as const satisfies Record<NoteStatus, string>
export const directionWords = { out: 'Giao cho điểm bán', back: 'Trả chủ hàng' } as const satisfies Record<NoteDirection, string>
export const statementStatusWords = { open: 'Chờ đủ chữ ký', signed: 'Hai bên đã ký', withdrawn: 'Đã rút' } as const satisfies Record<
  StatementStatus,
  string
>

/** What the places of the ledger are called. */
export const consignedPlaceWords = {
  shelf: (point: string) => `Ký gửi: ${point}`,
  road: (point: string) => `Trên đường: ${point}`,
  store: (name: string, address: string | null) => [name, address].filter(Boolean).join(', '),
}
/** Why the ledger moves. */
export const ledgerWords = {
  sent: 'Xuất gửi bán',
  back: 'Trả hàng gửi bán',
  received: 'Nhận hàng gửi bán',
  counter: 'Bán tại quầy điểm bán',
  cancelled: 'Hủy lần bán ghi nhầm',
} as const

export const integrityWords = {
  says: 'Sổ ký gửi khớp với sổ kho ở từng điểm bán',
  fault: (id: string, goods: string, off: number) => `${id}, ${goods}: sổ ký gửi lệch sổ kho ${off}`,
}
