import type { DossierStatus } from './moves.ts'

/** How a dossier stands against its day: on time, close to it, past it. */
export type DueState = 'on-time' | 'soon' | 'late'

/** A working aid, no legal value: so many working days before the day a dossier is marked. */
const soonFrom = 3

/** `workingDaysLeft` is counted by the caller on the holidays in force; a rest day after the day is late although no working day has passed. */
export function dueState(today: string, dueOn: string, workingDaysLeft: number): DueState {
  if (today > dueOn) return 'late'
  return workingDaysLeft <= soonFrom ? 'soon' : 'on-time'
}

/** Whether the commune has not finished by its last day. */
export function isLateAtCommune(dossier: { status: DossierStatus; communeDueOn: string | null }, today: string): boolean {
  return dossier.status === 'submitted' && dossier.communeDueOn !== null && dossier.communeDueOn < today
}
