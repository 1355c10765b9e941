/** How long before and after its hours a session may be checked into (minutes). */
export type CheckInLaw = { before: number; after: number }

type Hours = { beginsAt: Date; endsAt: Date }
const minute = 60_000

/** From when until when a session is checked into. A code that is scanned before opens nothing, and does not keep from being scanned again in time. */
export const checkInWindow = ({ beginsAt, endsAt }: Hours, { before, after }: CheckInLaw): { from: Date; until: Date } => ({
  from: new Date(beginsAt.getTime() - before * minute),
  until: new Date(endsAt.getTime() + after * minute),
})

export const isNow = (window: { from: Date; until: Date }, now: Date): boolean => now >= window.from && now <= window.until

export type AttendanceLine = { sessionId: string; participantId: string; seq: number; present: boolean; how: 'code' | 'sheet'; reason: string | null; at: Date; byName: string } // prettier-ignore

/** The line that counts of each person at each session: the last one. */
export function lastLines<T extends Pick<AttendanceLine, 'sessionId' | 'participantId' | 'seq'>>(lines: readonly T[]): Map<string, T> {
  const last = new Map<string, T>()
  for (const line of lines) {
    const key = `${line.sessionId} ${line.participantId}`
    if (!((last.get(key)?.seq ?? 0) > line.seq)) last.set(key, line)
  }
  return last
}

/** Of each person at how many of the sessions. */
export const sessionsAttended = (
  lines: readonly Pick<AttendanceLine, 'sessionId' | 'participantId' | 'seq' | 'present'>[],
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { participantId, present } of lastLines(lines).values())
    if (present) counts.set(participantId, (counts.get(participantId) ?? 0) + 1)
  return counts
}

type Marked = { participantId: string; present: boolean }
/** What a sheet that is entered changes: who is new in it, and whose line it turns round, which asks for a reason. What says the same writes nothing. */
export function changesOf(
  before: ReadonlyMap<string, { present: boolean; seq: number }>,
  marked: readonly Marked[],
): { fresh: Marked[]; turned: (Marked & { seq: number })[] } {
  return {
    fresh: marked.filter(({ participantId }) => !before.has(participantId)),
    turned: marked.flatMap((one) => {
      const line = before.get(one.participantId)
      return line && line.present !== one.present ? [{ ...one, seq: line.seq }] : []
    }),
  }
}
