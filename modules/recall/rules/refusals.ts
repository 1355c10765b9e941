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
  | { code: 'proof-missing' }
  | { code: 'less-than-nothing'; counted: number }
  | { code: 'more-than-made'; over: number }
  | { code: 'more-than-sold'; over: number }
  | { code: 'more-than-found'; over: number }
  | UploadRefusal
export type CloseRefusal =
  | RecallClosed
  | { code: 'ordered-by-authority' }
  | { code: 'not-decided' }
  | { code: 'remainder-unexplained'; missing: number; inHand: number }

export type RecallRefusal = StartRefusal | DecideRefusal | CountRefusal | CloseRefusal
