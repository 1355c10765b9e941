import type { FindingAct, FindingStatus, Gravity, InspectionStatus, PlanStatus, ProductionAnswer } from '../acts.ts'
import type { MarkState } from '../rules/mark.ts'
import type { RiskGround } from '../rules/risk.ts'
import type { ItemAnswer } from '../rules/sheet.ts'

export const groundNames: Record<RiskGround, string> = {
  stopped: 'Xã báo ngừng sản xuất',
  expired: 'Giấy hết hạn còn trong sổ',
  doubts: 'Người mua phản ánh',
  scans: 'Quét nhiều hơn số tem',
  'not-confirmed': 'Xã chưa xác nhận còn sản xuất',
  expiring: 'Giấy sắp hết hạn',
  'long-ago': 'Lâu chưa hậu kiểm',
}

/** A ground with its number. */
export const sayGround = ({ ground, count }: { ground: RiskGround; count: number | null }): string =>
  count === null ? groundNames[ground] : `${groundNames[ground]} (${count})`

export const planStatusWords: Record<PlanStatus, string> = { draft: 'Đang lập', approved: 'Đã phê duyệt' }

export const inspectionStatusWords: Record<InspectionStatus, string> = {
  planned: 'Chưa đi',
  'under-way': 'Đang ghi phiếu',
  visited: 'Đã kiểm tra',
}

export const itemAnswerWords: Record<ItemAnswer, string> = { holds: 'Đạt', fails: 'Không đạt', 'not-applicable': 'Không có' }

export const gravityWords: Record<Gravity, string> = { minor: 'Nhẹ', major: 'Trung bình', serious: 'Nặng' }

export const findingStatusWords: Record<FindingStatus, string> = {
  noted: 'Mới ghi',
  open: 'Chờ khắc phục',
  mended: 'Chờ chấp nhận',
  accepted: 'Đã khắc phục',
}

export const findingActWords: Record<FindingAct, string> = {
  mend: 'Báo đã khắc phục',
  accept: 'Chấp nhận',
  'send-back': 'Yêu cầu làm lại',
}

/** Whether a certificate held on the day of printing: without one no star is printed. */
export const markWords: Record<MarkState, string> = { valid: 'Giấy còn hạn', undated: 'Giấy không rõ hạn', none: 'Không có giấy' }

export const productionAnswerWords: Record<ProductionAnswer, string> = {
  producing: 'Còn sản xuất',
  stopped: 'Ngừng',
  unknown: 'Không rõ',
}
