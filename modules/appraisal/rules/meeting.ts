import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { sessionActs } from '../acts.ts'
import type { SessionStatus } from '../acts.ts'
import type { DossierId } from '../../dossiers/rules.ts'

export type MeetingRefusal = { code: 'session-closed'; status: SessionStatus }

/** One place earlier or later; the first stays first, the last last. */
export function decideOrder(
  status: SessionStatus,
  order: readonly DossierId[],
  { dossierId, to }: { dossierId: DossierId; to: 'earlier' | 'later' },
): Decision<{ order: DossierId[] }, MeetingRefusal> {
  const closed = refuseStatus(sessionActs['order-dossiers'], status)
  if (closed) return closed
  const at = order.indexOf(dossierId)
  const place = Math.max(0, at + (to === 'earlier' ? -1 : 1))
  return accept({ order: order.filter((other) => other !== dossierId).toSpliced(place, 0, dossierId) })
}

export type Presentation = { presentedFrom: Date | null; presentedTo: Date | null }

export type PresentationRefusal = MeetingRefusal | { code: 'presentation-not-begun' }

/** When its producer begins and ends; begun again, it has not ended. */
export function decidePresentation(
  status: SessionStatus,
  noted: Presentation,
  { part, at }: { part: 'begins' | 'ends'; at: Date },
): Decision<Presentation, PresentationRefusal> {
  const closed = refuseStatus(sessionActs['note-presentation'], status)
  if (closed) return closed
  if (part === 'begins') return accept({ presentedFrom: at, presentedTo: null })
  return noted.presentedFrom === null ? refuse('presentation-not-begun') : accept({ ...noted, presentedTo: at })
}
