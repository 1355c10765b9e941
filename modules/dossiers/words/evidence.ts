import type { PaperRow } from '../../law/rules.ts'
import type { Evidence, EvidenceKind, EvidenceState, Named } from '../rules/evidence.ts'

export const evidenceStateWords = {
  valid: 'Còn hạn',
  expiring: 'Sắp hết hạn',
  expired: 'Đã hết hạn',
  'no-file': 'Chưa có tệp',
} as const satisfies Record<EvidenceState, string>

/** A row by its number, where the table of the decision does not have it. */
export const nameOfRow = (rows: readonly PaperRow[], kind: EvidenceKind): string =>
  rows.find(({ row }) => row === kind)?.name ?? `Dòng ${kind}`

export const named = <Paper extends Pick<Evidence, 'kind'>>(rows: readonly PaperRow[], papers: readonly Paper[]): Named<Paper>[] =>
  papers.map((paper) => ({ ...paper, kindName: nameOfRow(rows, paper.kind) }))
