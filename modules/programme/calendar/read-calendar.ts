import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { listAppeals, listSessions, roundsOnFile } from '../../appraisal/index.ts'
import { overStatuses, refuseClosedRound } from '../../appraisal/rules.ts'
import { roundName } from '../../appraisal/words.ts'
import { producerOfActor } from '../../catalogue/index.ts'
import { termLawOn } from '../../certificates/index.ts'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { communesOf, hasRole } from '../../identity/rules.ts'
import type { Actor } from '../../identity/rules.ts'
import { listInspections } from '../../inspection/index.ts'
import { ruleOn } from '../../law/index.ts'
import { calendarKinds, ofYear, plannedRounds } from '../rules.ts'
import type { CalendarEntry, CalendarKind } from '../rules.ts'
import { renewalEntries, roundEntries } from '../rules/calendar.ts'
import { selectEndingBetween } from './ending.store.ts'
import type { CertificatesOf } from './ending.store.ts'

type Source = (ctx: Ctx, year: number) => Promise<CalendarEntry[]>

/** The rounds of the law, and of the year before, whose last days lie in this one. */
const rounds: Source = async ({ db, now, actor }, year) => {
  const today = dateInVietnam(now)
  const opensRounds = hasRole(actor, 'provincial-officer', 'leader')
  const [{ value: law }, onFile] = await Promise.all([ruleOn(db, 'round.deadlines', today), roundsOnFile(db)])
  return [year - 1, year].flatMap((one) =>
    plannedRounds(one, law).flatMap((planned) => {
      const round = onFile.find((stored) => stored.year === one && stored.number === planned.number)
      const kept = round ? { id: round.id, isOpen: refuseClosedRound(round.status) === null } : null
      const days = round ? { ...planned, communeBefore: round.communeDeadline, provinceBefore: round.provinceDeadline } : planned
      const entries = roundEntries(days, { name: roundName({ year: one, number: planned.number }), onFile: kept, today })
      return opensRounds ? entries : entries.map((entry) => ({ ...entry, target: null }))
    }),
  )
}

const sessions: Source = async (ctx) => {
  const today = dateInVietnam(ctx.now)
  const isOver = (status: string) => (overStatuses as readonly string[]).includes(status)
  return (await listSessions(ctx))
    .filter(({ status }) => status !== 'cancelled')
    .map(({ id, manner, heldOn, councilName, status }) => ({
      id,
      kind: 'session',
      step: manner === 'written' ? 'opinions' : 'session',
      day: heldOn,
      about: councilName,
      commune: null,
      late: !isOver(status) && heldOn < today ? { holder: 'council', name: councilName } : null,
      target: id,
    }))
}

const certificatesOf = async (ctx: Ctx): Promise<CertificatesOf> => {
  if (hasRole(ctx.actor, 'provincial-officer', 'leader')) return { all: true }
  if (hasRole(ctx.actor, 'commune-officer')) return { communes: communesOf(ctx.actor, 'commune-officer') }
  const producer = await producerOfActor(ctx)
  return producer ? { producerId: producer.id } : { communes: [] }
}

const renewals: Source = async (ctx, year) => {
  const today = dateInVietnam(ctx.now)
  const { window } = await termLawOn(ctx.db, today)
  const of = await certificatesOf(ctx)
  const ending = await selectEndingBetween(ctx.db, { from: `${year}-01-01`, to: addDays(`${year}-12-31`, window.from), of })
  return ending.flatMap((certificate) => renewalEntries(certificate, window, today))
}

const appeals: Source = async (ctx) =>
  (await listAppeals(ctx)).flatMap(({ id, productName, communeName, due }) =>
    due === null
      ? []
      : [
          {
            id,
            kind: 'appeal' as const,
            step: 'appeal' as const,
            day: due.by,
            about: productName,
            commune: communeName,
            late: due.late ? { holder: 'office' as const, name: null } : null,
            target: id,
          },
        ],
  )

const inspections: Source = async (ctx) => {
  const today = dateInVietnam(ctx.now)
  return (await listInspections(ctx)).map(({ id, productName, commune, dueOn, status, inspectorName }) => ({
    id,
    kind: 'inspection',
    step: 'inspection',
    day: dueOn,
    about: productName,
    commune,
    late: status !== 'visited' && dueOn < today ? { holder: inspectorName === null ? 'office' : 'adviser', name: inspectorName } : null,
    target: id,
  }))
}

/** Who reads which days; each source looks by itself at what its reader may see. */
const sources: Record<CalendarKind, { by: Parameters<typeof hasRole>[1][]; read: Source }> = {
  round: { by: ['provincial-officer', 'leader', 'commune-officer', 'producer'], read: rounds },
  session: { by: ['provincial-officer', 'leader'], read: sessions },
  renewal: { by: ['provincial-officer', 'leader', 'commune-officer', 'producer'], read: renewals },
  appeal: { by: ['provincial-officer'], read: appeals },
  inspection: { by: ['provincial-officer', 'commune-officer', 'producer'], read: inspections },
}

const kindsFor = (actor: Actor): CalendarKind[] => calendarKinds.filter((kind) => hasRole(actor, ...sources[kind].by))

/** The days of a year that concern whoever asks. */
export async function readCalendar(ctx: Ctx, year: number): Promise<CalendarEntry[]> {
  requireRole(ctx.actor, ...sources.round.by)
  const read = await Promise.all(kindsFor(ctx.actor).map((kind) => sources[kind].read(ctx, year)))
  return ofYear(read.flat(), year)
}
