import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Stage } from './stages.ts'

/** How many days a relation may stand at a step before whoever should go on is asked; what is missing is not watched. */
export type StageDays = Partial<Readonly<Record<Stage, number>>>

/** Since when a relation stands still for longer than it should; null while it does not. */
export function stillSince({ stage, since }: { stage: Stage; since: PlainDate }, days: StageDays, today: PlainDate): PlainDate | null {
  const most = days[stage]
  if (most === undefined) return null
  const due = addDays(since, most)
  return due <= today ? due : null
}
