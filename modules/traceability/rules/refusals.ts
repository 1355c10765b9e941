import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { EntryRefusal } from './diary.ts'
import type { DoubtMoveRefusal } from './doubt.ts'
import type { LabelRefusal } from './label.ts'
import type { LotMoveRefusal, OpeningRefusal, RecallRefusal } from './lot.ts'

/** The form was sent before with the same key and for something else. */
export type RequestKeyRefusal = { code: 'request-key-reused' }

export type OpenLotRefusal = OpeningRefusal | RequestKeyRefusal
export type DiaryRefusal = EntryRefusal | PhotoUploadRefusal | RequestKeyRefusal
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
