import { addDays } from '@dacsan/vietnam'

/** The 15 rows of papers in Mẫu 02 (Quyết định 26/2026/QĐ-TTg, Phụ lục III). The producer must be registered (Điều 2), so the first is always asked. */
export const evidenceKinds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export const requiredEvidence: readonly EvidenceKind[] = [1]

export const isEvidenceKind = (value: number): value is EvidenceKind => evidenceKinds.some((kind) => kind === value)

export type Evidence = {
  id: string
  kind: EvidenceKind
  title: string
  number: string | null
  issuedBy: string | null
  issuedOn: string | null
  expiresOn: string | null
  fileHash: string | null
  fileName: string | null
}

/** A paper in a dossier; `criteria` are the codes that it speaks for, none when it only stands in the table. */
export type AttachedEvidence = Evidence & { criteria: readonly string[] }

export type EvidenceState = 'valid' | 'expiring' | 'expired' | 'no-file'

/** A paper is good through its last day. `warnUntil` is the day up to which an expiry is worth a warning. */
export function evidenceState(paper: Pick<Evidence, 'expiresOn' | 'fileHash'>, today: string, warnUntil: string): EvidenceState {
  if (paper.expiresOn !== null && paper.expiresOn < today) return 'expired'
  if (paper.fileHash === null) return 'no-file'
  return paper.expiresOn !== null && paper.expiresOn <= warnUntil ? 'expiring' : 'valid'
}

/** How a paper stands today, and whether it has to be replaced before anything is filed with it. */
export function paperStanding(
  paper: Pick<Evidence, 'expiresOn' | 'fileHash'>,
  today: string,
): { state: EvidenceState; replacementDue: boolean } {
  const state = evidenceState(paper, today, expiryWarningFrom(today))
  return { state, replacementDue: state === 'expired' }
}

export const missingEvidence = (attached: readonly Pick<Evidence, 'kind'>[]): EvidenceKind[] =>
  requiredEvidence.filter((kind) => !attached.some((paper) => paper.kind === kind))

export const expiredEvidence = <E extends Pick<Evidence, 'expiresOn'>>(attached: readonly E[], today: string): E[] =>
  attached.filter((paper) => paper.expiresOn !== null && paper.expiresOn < today)

/** Which papers usually speak for a criterion: help for the producer, never a condition. Found by the words of the criterion's own name. */
const usualPapers: readonly { words: string; kinds: readonly EvidenceKind[] }[] = [
  { words: 'nguồn gốc sản phẩm', kinds: [3] },
  { words: 'nguồn nguyên liệu', kinds: [3] },
  { words: 'vùng nguyên liệu', kinds: [14, 3] },
  { words: 'năng lực sản xuất', kinds: [2] },
  { words: 'liên kết', kinds: [3] },
  { words: 'môi trường', kinds: [4] },
  { words: 'lao động', kinds: [5] },
  { words: 'tăng trưởng', kinds: [6] },
  { words: 'loại hình tổ chức', kinds: [1] },
  { words: 'sở hữu trí tuệ', kinds: [7] },
  { words: 'ghi nhãn', kinds: [13] },
  { words: 'phân phối', kinds: [8] },
  { words: 'quảng bá', kinds: [9] },
  { words: 'câu chuyện', kinds: [10] },
  { words: 'công bố', kinds: [11, 12] },
  { words: 'dinh dưỡng', kinds: [12] },
  { words: 'kiểm tra định kỳ', kinds: [12] },
  { words: 'đảm bảo chất lượng', kinds: [2, 14] },
  { words: 'thị trường toàn cầu', kinds: [8] },
]

export function usualEvidence(criterionName: string): readonly EvidenceKind[] {
  const name = criterionName.toLocaleLowerCase('vi')
  return usualPapers.find(({ words }) => name.includes(words))?.kinds ?? []
}

/** A working aid, no legal value: papers that end within so many days are marked. */
const warningDays = 180

export const expiryWarningFrom = (today: string): string => addDays(today, warningDays)
