import type { StatusRefusal } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { RecallStatus, recallActs } from '../acts.ts'

export type RecallClosed = StatusRefusal<typeof recallActs.close, RecallStatus>
type NotTheAuthority = { code: 'not-the-authority' }

export type StartRefusal = { code: 'nothing-chosen' } | { code: 'lot-recalled-before'; lots: string[] } | NotTheAuthority
export type DecideRefusal = RecallClosed | NotTheAuthority | { code: 'decided-before' } | { code: 'decided-in-future' } | UploadRefusal
export type CountRefusal =
  | RecallClosed
  | { code: 'lot-of-other-recall' }
  | { code: 'note-missing' }
  | { code: 'packs-are-whole' }
  | { code: 'proof-missing' }
  | { code: 'less-than-nothing'; counted: number }
  /** In packs: of goods at a place, what is there and not put aside yet. */
  | { code: 'more-than-books'; free: number }
  /** The others in the lot's own unit. */
  | { code: 'more-than-loose'; left: number; unit: string }
  | { code: 'more-than-made'; over: number; unit: string }
  /** Packs, where no unit is said. */
  | { code: 'more-than-sold'; over: number; unit: string | null }
  | { code: 'more-than-found'; over: number; unit: string }
  | UploadRefusal
export type CloseRefusal =
  | RecallClosed
  | { code: 'ordered-by-authority' }
  | { code: 'not-decided' }
  | { code: 'remainder-unexplained'; rest: { unit: string; missing: number; inHand: number }[] }

export type RecallRefusal = StartRefusal | DecideRefusal | CountRefusal | CloseRefusal
