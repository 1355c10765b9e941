/** How long a seller has, as the law of a day says. */
export type Clock = { acknowledgeHours: number; answerHours: number; resolveDays: number }
export type Deadlines = { acknowledgeBy: Date; answerBy: Date; resolveBy: Date }

const hour = 3_600_000

/** Until when a case is acknowledged, answered and done, counted from the moment it was asked. */
export function deadlinesOf({ acknowledgeHours, answerHours, resolveDays }: Clock, askedAt: Date): Deadlines {
  const after = (hours: number) => new Date(askedAt.getTime() + hours * hour)
  return { acknowledgeBy: after(acknowledgeHours), answerBy: after(answerHours), resolveBy: after(resolveDays * 24) }
}

type Case = Deadlines & { status: string; acknowledgedAt: Date | null; officeAt: Date | null }

/** What a case waits for by the clock, and until when: the next thing that the seller owes. Null where nothing runs. */
export function dueOf({
  status,
  acknowledgedAt,
  acknowledgeBy,
  answerBy,
  resolveBy,
}: Case): { of: 'acknowledge' | 'answer' | 'resolve'; by: Date } | null {
  if (status === 'open') return acknowledgedAt === null ? { of: 'acknowledge', by: acknowledgeBy } : { of: 'answer', by: answerBy }
  return status === 'accepted' || status === 'disputed' ? { of: 'resolve', by: resolveBy } : null
}

/** A moment has passed: the last millisecond of a term is in time. */
export const isPast = (by: Date, now: Date): boolean => now.getTime() > by.getTime()

/** Whether a case goes to the office by itself: nothing is done and the term of it all is over. */
export const goesToOffice = ({ status, resolveBy, officeAt }: Case, now: Date): boolean =>
  (status === 'open' || status === 'accepted') && officeAt === null && isPast(resolveBy, now)
