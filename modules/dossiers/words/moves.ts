import type { DueState } from '../rules/deadline.ts'
import type { DossierMove, DossierStatus } from '../rules/moves.ts'
import type { DossierPaperKind } from '../rules/papers.ts'
import type { SectionStatus } from '../rules/gaps.ts'

export const statusWords = {
  draft: 'Nháp',
  submitted: 'Xã đang xét',
  returned: 'Xã yêu cầu bổ sung',
  proposed: 'Xã đã đề nghị, chờ tỉnh tiếp nhận',
  'province-returned': 'Tỉnh yêu cầu bổ sung',
  received: 'Tỉnh đã tiếp nhận',
  appraising: 'Đang thẩm định',
  scored: 'Hội đồng đã chấm',
  'awaiting-ministry': 'Chờ Bộ đánh giá (tiềm năng 5 sao)',
  recognised: 'Đã công nhận',
  'not-recognised': 'Không đạt',
  refused: 'Không được nhận',
  withdrawn: 'Đã rút',
} as const satisfies Record<DossierStatus, string>

/** What it means for the producer, and what to do next. */
export const nextStepWords = {
  draft: 'Làm xong các phần rồi nộp lên xã. Bạn có thể nghỉ giữa chừng, phần đã lưu còn nguyên.',
  submitted: 'Bạn chưa phải làm gì. Xã kiểm hồ sơ và họp lấy ý kiến về bốn nội dung.',
  returned: 'Xem những mục xã yêu cầu, sửa từng mục rồi nộp lại.',
  proposed: 'Bạn chưa phải làm gì. Xã đã đề nghị lên tỉnh, tỉnh sẽ tiếp nhận vào đợt đánh giá.',
  'province-returned': 'Xem những mục tỉnh yêu cầu, sửa từng mục rồi gửi lại tỉnh.',
  received: 'Bạn chưa phải làm gì. Tổ tư vấn sẽ xem hồ sơ và có thể đến cơ sở.',
  appraising: 'Bạn chưa phải làm gì. Hồ sơ đang được thẩm định rồi Hội đồng chấm; mỗi thành viên chấm riêng.',
  scored: 'Hội đồng đã chấm xong. Kết quả được báo bằng văn bản sau khi có quyết định.',
  'awaiting-ministry': 'Sản phẩm đạt từ 90 điểm, tỉnh đã chuyển Bộ xem xét 5 sao.',
  recognised: 'Sản phẩm đã được công nhận. Tải giấy chứng nhận, mở lô và in tem.',
  'not-recognised': 'Lần này chưa đạt. Xem lý do từng tiêu chí để chuẩn bị cho đợt sau.',
  refused: 'Hồ sơ không được nhận; lý do ở cuối trang. Bạn có thể làm hồ sơ mới, hoặc khiếu nại theo Luật Khiếu nại.',
  withdrawn: 'Hồ sơ đã rút. Bạn có thể làm hồ sơ mới cho sản phẩm này.',
} as const satisfies Record<DossierStatus, string>

/** The lines of the history. */
export const moveWords = {
  submit: 'Chủ thể nộp hồ sơ',
  return: 'Xã yêu cầu bổ sung',
  propose: 'Xã đề nghị lên tỉnh',
  decline: 'Xã không đề nghị',
  receive: 'Tỉnh tiếp nhận vào đợt',
  'return-by-province': 'Tỉnh yêu cầu chủ thể bổ sung',
  'return-to-commune': 'Tỉnh chuyển lại xã',
  refuse: 'Tỉnh từ chối hồ sơ',
  supplement: 'Chủ thể gửi bổ sung cho tỉnh',
  appraise: 'Đưa ra Hội đồng',
  score: 'Hội đồng chấm xong',
  'await-ministry': 'Chuyển Bộ xem xét 5 sao',
  recognise: 'Công nhận',
  'not-recognise': 'Không công nhận',
  reappraise: 'Đưa ra Hội đồng lần hai theo kết quả khiếu nại',
  reinstate: 'Tỉnh nhận lại hồ sơ theo kết quả khiếu nại',
  'reinstate-at-commune': 'Giao xã xét lại theo kết quả khiếu nại',
  withdraw: 'Chủ thể rút hồ sơ',
} as const satisfies Record<DossierMove, string>

export const sectionStatusWords = {
  'not-started': 'Chưa làm',
  carried: 'Chép sang, cần xem lại',
  'in-progress': 'Đang làm',
  error: 'Có lỗi',
  asked: 'Cần bổ sung',
  done: 'Đã xong',
} as const satisfies Record<SectionStatus, string>

export const dueWords = { 'on-time': 'Đúng hạn', soon: 'Sắp hạn', late: 'Quá hạn' } as const satisfies Record<DueState, string>

export const paperWords = {
  'mau-01': 'Phiếu đăng ký (Mẫu 01)',
  'mau-02': 'Báo cáo tự đánh giá (Mẫu 02)',
  'mau-03': 'Báo cáo của xã (Mẫu 03)',
  'cong-van': 'Công văn đề nghị của xã',
} as const satisfies Record<DossierPaperKind, string>

/** A request on paper, among the papers of a dossier. */
export const requestPaperOf = (when: string): string => `Phiếu yêu cầu bổ sung, ${when}`

export const paperFormatWords = { pdf: 'PDF', docx: 'Word' } as const

export const historyTitle = 'Hồ sơ đã đi đến đâu'
