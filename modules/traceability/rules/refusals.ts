import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal, UploadRefusal } from '@dacsan/platform/files'
import type { LotStatus, lotActs } from '../acts.ts'
import type { EntryRefusal } from './diary.ts'
import type { DoubtMoveRefusal } from './doubt.ts'
import type { ApplyRefusal, BalanceRefusal, SpoilRefusal } from './label-counts.ts'
import type { LabelRefusal } from './label.ts'
import type { LossRefusal, PurchaseRefusal, RecipeRefusal, UseRefusal, YieldRefusal } from './materials.ts'
import type { CorrectSupplierRefusal, MergeSuppliersRefusal } from './suppliers.ts'
import type { LotMoveRefusal, OpeningRefusal, RecallRefusal } from './lot.ts'

/** The form was sent before with the same key and for something else. */
export type RequestKeyRefusal = { code: 'request-key-reused' }

/** What was typed for a material is no quantity. */
type UnreadRefusal = { code: 'used-unread' | 'recipe-line-unread'; material: string }
export type OpenLotRefusal = OpeningRefusal | UseRefusal | YieldRefusal | (UnreadRefusal & { code: 'used-unread' }) | RequestKeyRefusal
export type MaterialRefusal =
  | PurchaseRefusal
  | { code: 'supplier-unnamed' }
  | { code: 'unknown-commune' }
  | UploadRefusal
  | LossRefusal
  | RecipeRefusal
  | UseRefusal
  | YieldRefusal
  | UnreadRefusal
  | CorrectSupplierRefusal
  | MergeSuppliersRefusal
export type DiaryRefusal = EntryRefusal | { code: 'voice-refused' } | PhotoUploadRefusal | RequestKeyRefusal
export type PrintRefusal = LabelRefusal | BalanceRefusal | RequestKeyRefusal
export type LabelMoveRefusal = ApplyRefusal | StatusRefusal<(typeof lotActs)['apply-labels'], LotStatus>
export type SpoilLabelsRefusal = SpoilRefusal | StatusRefusal<(typeof lotActs)['spoil-labels'], LotStatus> | RequestKeyRefusal
export type ReportDoubtRefusal = { code: 'too-many-reports'; minutes: number }

export type TraceabilityRefusal =
  | OpenLotRefusal
  | LotMoveRefusal
  | RecallRefusal
  | DiaryRefusal
  | PrintRefusal
  | LabelMoveRefusal
  | SpoilLabelsRefusal
  | ReportDoubtRefusal
  | DoubtMoveRefusal
  | MaterialRefusal
