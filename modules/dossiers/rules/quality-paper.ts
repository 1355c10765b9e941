import type { PlainDate } from '@dacsan/vietnam'
import type { QualityKind } from '../../law/rules.ts'

/** A paper as anyone may read of it: its head, never its file. */
export type QualityPaper = {
  kind: QualityKind
  title: string
  number: string | null
  issuedBy: string | null
  issuedOn: PlainDate | null
  expiresOn: PlainDate | null
}
