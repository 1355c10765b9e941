import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { PointStatus, pointActs } from '../acts.ts'

export type PointClosed = StatusRefusal<typeof pointActs.change, PointStatus>
export type PointFormRefusal = { code: 'request-key-reused' } | { code: 'commune-unknown' } | { code: 'operator-unknown' }
export type InspectRefusal = { code: 'visit-in-future' } | { code: 'criteria-changed' }
export type RecogniseRefusal = { code: 'inspection-missing' } | { code: 'inspection-failed'; unmet: number }
export type PhotographPointRefusal = { code: 'photo-missing' } | PhotoUploadRefusal

/** Every refusal of points of sale: each has its sentence in `words/refusals.ts`. */
export type PointRefusal = PointClosed | PointFormRefusal | InspectRefusal | RecogniseRefusal | PhotographPointRefusal
