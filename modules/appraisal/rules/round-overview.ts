import type { DossierStatus } from '../../dossiers/rules.ts'
import type { LaboratoryTestView } from './laboratory.ts'
import { isLateFor } from './round.ts'
import type { RoundDeadlines } from './round.ts'
import type { AppraisalStage } from './stage.ts'

/** A dossier as the page of its round counts it. */
export type RoundFact = {
  id: string
  product: string
  commune: string
  status: DossierStatus
  stage: AppraisalStage | null
  adviserName: string | null
  proposedOn: string | null
  /** Until when it may go on by a former decision; null where it is judged by today's. */
  transitionDueOn: string | null
  tests: readonly Pick<LaboratoryTestView, 'askedOf' | 'dueOn' | 'answer' | 'indicator'>[]
  visits: readonly { plannedOn: string; visitedOn: string | null }[]
}

type Deadlines = { communeDeadline: string; provinceDeadline: string }

/** Who has a dossier in hand when something of it is late. */
export type Holder = 'commune' | 'office' | 'adviser' | 'council' | 'producer'

/** Something that is late: since which day, and with whom. `name` where the holder is one of several. */
export type Late = {
  dossierId: string
  product: string
  what: 'proposal' | 'result' | 'transition' | 'test' | 'visit'
  holder: Holder
  name: string | null
  since: string
}

/** With whom a dossier waits at each stage before its council. */
const holderOf = {
  'to-check': 'office',
  'to-assign': 'office',
  'to-report': 'adviser',
  reported: 'office',
  'in-session': 'council',
  supplementing: 'producer',
} as const satisfies Record<AppraisalStage, Holder>

/** The law says "trước ngày": on the day itself it is late. A day that the office set itself is still in time. */
export function lateIn(deadlines: Deadlines, dossiers: readonly RoundFact[], today: string): Late[] {
  return dossiers.flatMap(({ id: dossierId, product, commune, stage, adviserName, proposedOn, transitionDueOn, tests, visits }) => {
    const about = { dossierId, product }
    const late: Late[] = []
    if (proposedOn !== null && isLateFor(deadlines, proposedOn))
      late.push({ ...about, what: 'proposal', holder: 'commune', name: commune, since: deadlines.communeDeadline })
    if (stage !== null && today >= deadlines.provinceDeadline) {
      const holder = holderOf[stage]
      late.push({ ...about, what: 'result', holder, name: holder === 'adviser' ? adviserName : null, since: deadlines.provinceDeadline })
    }
    if (stage !== null && transitionDueOn !== null && transitionDueOn < today) {
      const holder = holderOf[stage]
      late.push({ ...about, what: 'transition', holder, name: holder === 'adviser' ? adviserName : null, since: transitionDueOn })
    }
    for (const { askedOf, dueOn, answer } of tests)
      if (answer === null && dueOn < today)
        late.push({ ...about, what: 'test', holder: askedOf, name: askedOf === 'adviser' ? adviserName : null, since: dueOn })
    for (const { plannedOn, visitedOn } of visits)
      if (visitedOn === null && plannedOn < today)
        late.push({ ...about, what: 'visit', holder: 'adviser', name: adviserName, since: plannedOn })
    return late
  })
}

export type CommuneCount = { commune: string; proposed: number; late: number }

/** Who proposed how many, the most first; of equals in the order of the alphabet. */
export function countByCommune(deadlines: Deadlines, dossiers: readonly RoundFact[]): CommuneCount[] {
  const groups = Map.groupBy(dossiers, ({ commune }) => commune)
  return [...groups]
    .map(([commune, own]) => ({
      commune,
      proposed: own.length,
      late: own.filter(({ proposedOn }) => proposedOn !== null && isLateFor(deadlines, proposedOn)).length,
    }))
    .toSorted((one, other) => other.proposed - one.proposed || one.commune.localeCompare(other.commune, 'vi'))
}

/** The days of the law for one round; those of the ministry concern what may have five stars. */
export type RoundDay = { step: 'commune' | 'province' | 'sent-to-ministry' | 'ministry'; before: string; isPast: boolean }

export function daysOf(round: Deadlines & { year: number; number: number }, rows: MinistryDeadlines, today: string): RoundDay[] {
  const row = rows.find((one) => one.round === round.number)
  const yearly = (one: { day: string; yearOffset: number }) => `${round.year + one.yearOffset}-${one.day}`
  const days = [
    { step: 'commune', before: round.communeDeadline },
    { step: 'province', before: round.provinceDeadline },
    ...(row
      ? [
          { step: 'sent-to-ministry', before: yearly(row.sentToMinistryBefore) } as const,
          { step: 'ministry', before: yearly(row.ministryFinishesBefore) } as const,
        ]
      : []),
  ] as const
  return days.map((one) => ({ ...one, isPast: today >= one.before }))
}

type DayOfYear = { day: string; yearOffset: number }
type MinistryDeadlines = readonly (RoundDeadlines[number] & { sentToMinistryBefore: DayOfYear; ministryFinishesBefore: DayOfYear })[]
