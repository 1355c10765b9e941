import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from './context.ts'

/**
 * One thing that happens in the demonstration: at nine in the morning so many working days before it is made, or `now`, after everything else.
 * The steps of all rooms are taken in that order, those of one moment in the order of the rooms, so that the audit trail reads like a real one.
 */
export type DemoStep = { ago: number | 'now'; take(at: Date): Promise<void> }

/** What a room does in the demonstration; with what the rooms above it may ask of it once its steps are taken. */
export type DemoPart = { steps: readonly DemoStep[] }

/** The demonstration of one room, by its real commands. Whatever it makes says "dữ liệu mẫu": invented people, invented goods. */
export type Demo<Part extends DemoPart = DemoPart> = (stage: DemoStage) => Part

export type DemoStage = {
  /** The platform, now: whatever a person of the demonstration can do is done in that person's name instead. */
  ctx: Ctx
  /** The date of so many working days ago; 0 is the last working day, today if it is one. */
  dayAgo(ago: number): string
  /** The part of a room below, the same for everybody who asks. */
  of<Part extends DemoPart>(demo: Demo<Part>): Part
}

/** The value of a command that has no reason to refuse a sample. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the sample was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
