/** How a dossier stands against its day: on time, close to it, past it. */
export type DueState = 'on-time' | 'soon' | 'late'

/** `soon` begins with the last working days, counted by the caller on the holidays in force. */
export function dueState(workingDaysLeft: number, soonDays: number): DueState {
  if (workingDaysLeft < 0) return 'late'
  return workingDaysLeft <= soonDays ? 'soon' : 'on-time'
}
