import type { PlainDate } from '@dacsan/vietnam'
import type { Protection } from './steps.ts'

export type UseFacts = {
  from: PlainDate
  until: PlainDate | null
  endedOn: PlainDate | null
  /** The product is still of whoever was admitted. */
  isStillTheirs: boolean
}
export const useReasons = ['use-ended', 'use-over', 'mark-over', 'mark-pending', 'other-owner', 'not-begun'] as const
export type UseReason = (typeof useReasons)[number]
export type UseVerdict = { may: true; until: PlainDate | null } | { may: false; reason: UseReason; on: PlainDate | null }

const earlier = (one: PlainDate | null, other: PlainDate | null) => (one === null ? other : other === null || one < other ? one : other)

/** Whether a product may carry a mark on a day, and until when: the first that speaks against it is said. */
export function verdictOn(use: UseFacts, mark: Protection, today: PlainDate): UseVerdict {
  if (use.endedOn !== null && use.endedOn <= today) return { may: false, reason: 'use-ended', on: use.endedOn }
  if (mark.state === 'pending') return { may: false, reason: 'mark-pending', on: null }
  if (mark.state === 'over') return { may: false, reason: 'mark-over', on: mark.until }
  if (!use.isStillTheirs) return { may: false, reason: 'other-owner', on: null }
  if (use.until !== null && use.until < today) return { may: false, reason: 'use-over', on: use.until }
  if (use.from > today) return { may: false, reason: 'not-begun', on: use.from }
  return { may: true, until: earlier(earlier(use.until, mark.until), use.endedOn) }
}
