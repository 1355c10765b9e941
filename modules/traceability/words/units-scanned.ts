import type { CaseReason } from '../acts.ts'
import type { UnitFinding } from '../rules/unit.ts'

/** What may be wrong with a unit that was scanned, as the law and the office name it. */
export const findingNames = {
  spoiled: 'tem đã báo hỏng',
  unprinted: 'số chưa in',
  destroyed: 'hàng đã hủy hết theo sổ kho',
  'more-than-packed': 'số tem được quét nhiều hơn số gói đã đóng',
  copied: 'quá nhiều máy quét',
  'too-far': 'hai nơi quá xa trong thời gian ngắn',
  burst: 'quét dồn dập',
  recalled: 'còn quét sau khi thu hồi lô',
  'before-packing': 'quét trước khi đóng gói',
  'not-applied': 'tem chưa báo đã dán',
} as const satisfies Record<UnitFinding, string>

/** The text of a case that scans opened. */
export const caseTexts = {
  ...findingNames,
  guessed: 'nhiều số riêng không do nền tảng cấp',
} as const satisfies Record<CaseReason, string>

/** What the office reads of a case that nobody reported. */
export const sayCase = (reason: CaseReason, serial: string | null): string =>
  `Nền tảng tự mở từ lượt quét: ${caseTexts[reason]}${serial === null ? '' : `, tem số ${serial}`}. Hãy kiểm tra tem và hàng tại nơi bán.`
