import type { EntryRefusal } from './diary.ts'
import type { DoubtMoveRefusal } from './doubt.ts'
import type { LabelRefusal } from './label.ts'
import type { LotMoveRefusal, OpeningRefusal, RecallRefusal } from './lot.ts'

/** The form was sent before with the same key and for something else. */
export type RequestKeyRefusal = { code: 'request-key-reused' }
export type UploadRefusal =
  | { code: 'file-empty' }
  | { code: 'file-too-large'; limit: number }
  | { code: 'file-type-refused'; found: string | null }
  | { code: 'image-broken' }
  | { code: 'image-too-many-pixels'; limit: number }

export type OpenLotRefusal = OpeningRefusal | RequestKeyRefusal
export type DiaryRefusal = EntryRefusal | UploadRefusal | RequestKeyRefusal
export type PrintRefusal = LabelRefusal | RequestKeyRefusal
export type ReportDoubtRefusal = { code: 'too-many-reports'; minutes: number }

export type TraceabilityRefusal =
  | OpenLotRefusal
  | LotMoveRefusal
  | RecallRefusal
  | DiaryRefusal
  | PrintRefusal
  | ReportDoubtRefusal
  | DoubtMoveRefusal
