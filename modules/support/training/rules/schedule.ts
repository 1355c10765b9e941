export type PlannedSession = { topic: string; beginsAt: Date; endsAt: Date }

const minute = 60_000

/** One session a line: `2026-12-10 08:00-11:30; Bao bì, nhãn hàng`, an hour in Vietnam; null where a line means nothing. */
export function readSchedule(typed: string): PlannedSession[] | { wrong: string } {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean) // prettier-ignore
  const sessions: PlannedSession[] = []
  for (const line of lines) {
    const [, day, from, to, topic = ''] = /^(\d{4}-\d\d-\d\d)\s+(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)\s*;\s*(.{2,200})$/.exec(line) ?? []
    const [beginsAt, endsAt] = [new Date(`${day}T${from}:00+07:00`), new Date(`${day}T${to}:00+07:00`)]
    if (!day || Number.isNaN(beginsAt.getTime()) || Number.isNaN(endsAt.getTime()) || endsAt <= beginsAt) return { wrong: line }
    sessions.push({ topic: topic.trim(), beginsAt, endsAt })
  }
  return sessions
}

/** Minutes that are taught. */
export const minutesOf = (sessions: readonly Pick<PlannedSession, 'beginsAt' | 'endsAt'>[]): number =>
  sessions.reduce((sum, { beginsAt, endsAt }) => sum + (endsAt.getTime() - beginsAt.getTime()) / minute, 0)

/** Whether one session begins before the one before it has ended. */
export const overlaps = (sessions: readonly Pick<PlannedSession, 'beginsAt' | 'endsAt'>[]): boolean => {
  const inOrder = sessions.toSorted((a, b) => a.beginsAt.getTime() - b.beginsAt.getTime())
  return inOrder.some(({ beginsAt }, at) => at > 0 && beginsAt < inOrder[at - 1]!.endsAt)
}
