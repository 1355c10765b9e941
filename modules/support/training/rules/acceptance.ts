import { reaches } from './after.ts'

export type CertificateLaw = { attendPercent: number; passPercent: number }
export type Learner = { id: string; attended: number; test: { points: number; most: number } | null }

/** Who gets a certificate: at enough of the sessions, and with enough points where there is a test. */
export const earns = (one: Learner, { sessions, hasTest }: { sessions: number; hasTest: boolean }, law: CertificateLaw): boolean =>
  sessions > 0 &&
  reaches(one.attended, sessions, law.attendPercent) &&
  (!hasTest || (one.test !== null && reaches(one.test.points, one.test.most, law.passPercent)))

export const fileParts = ['attendance', 'sheets', 'certificates', 'costs'] as const
export type FilePart = (typeof fileParts)[number]

/** What the file for acceptance lacks. */
export function fileLacks(facts: {
  sessions: readonly { number: number; marked: number; sheets: number }[]
  listed: number
  earned: number
  certified: number
  costs: number
}): { part: FilePart; sessions: number[] }[] {
  const unmarked = facts.sessions.filter(({ marked }) => marked < facts.listed).map(({ number }) => number)
  const unsigned = facts.sessions.filter(({ sheets }) => sheets === 0).map(({ number }) => number)
  return [
    ...(unmarked.length > 0 ? [{ part: 'attendance' as const, sessions: unmarked }] : []),
    ...(unsigned.length > 0 ? [{ part: 'sheets' as const, sessions: unsigned }] : []),
    ...(facts.earned > facts.certified ? [{ part: 'certificates' as const, sessions: [] }] : []),
    ...(facts.costs === 0 ? [{ part: 'costs' as const, sessions: [] }] : []),
  ]
}
