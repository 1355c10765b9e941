import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { NewsRequestStatus, NewsStatus, newsActs, newsRequestActs } from '../acts.ts'

export type NewsClosed = StatusRefusal<typeof newsActs.write, NewsStatus>
export type RequestClosed = StatusRefusal<typeof newsRequestActs.answer, NewsRequestStatus>

export type TagRefusal = { code: 'product-unknown'; said: string } | { code: 'commune-unknown'; said: string } | { code: 'fair-unknown' }
export type WriteRefusal = TagRefusal | { code: 'request-key-reused' } | { code: 'changed-elsewhere' } | { code: 'made-in-future' }
export type NewsPhotoRefusal =
  | PhotoUploadRefusal
  | { code: 'photo-missing' }
  | { code: 'photo-twice' }
  | { code: 'too-many-photos'; most: number }
  | { code: 'consent-missing' }
export type ReleaseRefusal = { code: 'own-text' } | { code: 'not-yet'; at: Date }
export type CorrectionRefusal = { code: 'changed-elsewhere' } | { code: 'nothing-changed' } | { code: 'dish-lists' }
export type AskRefusal = { code: 'too-many-requests'; minutes: number } | { code: 'news-not-public' }

/** Every refusal of news: each has its sentence in `words/refusals.ts`. */
export type NewsRefusal = NewsClosed | RequestClosed | WriteRefusal | NewsPhotoRefusal | ReleaseRefusal | CorrectionRefusal | AskRefusal
