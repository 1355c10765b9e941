import { addDays } from '@dacsan/vietnam'
import type { PaperRow } from '../../law/rules.ts'
import type { EvidenceId } from './ids.ts'

/** A row of the table of papers in Mẫu 02, by its number: the decision that the dossier is judged by says which there are. */
export type EvidenceKind = PaperRow['row']

export type Evidence = {
  id: EvidenceId
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

/** The rows that no dossier goes without and that are still empty. */
export const missingEvidence = (rows: readonly PaperRow[], attached: readonly Pick<Evidence, 'kind'>[]): PaperRow[] =>
  rows.filter(({ row, required }) => required && !attached.some((paper) => paper.kind === row))

/** A paper with the name of its row. */
export type Named<Paper> = Paper & { kindName: string }

export const expiredEvidence = <E extends Pick<Evidence, 'expiresOn'>>(attached: readonly E[], today: string): E[] =>
  attached.filter((paper) => paper.expiresOn !== null && paper.expiresOn < today)

/** A working aid, no legal value: papers that end within so many days are marked. */
const warningDays = 180

export const expiryWarningFrom = (today: string): string => addDays(today, warningDays)
