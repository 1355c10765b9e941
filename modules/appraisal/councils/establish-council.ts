import { idInput } from '@dacsan/platform/ids'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import type { CouncilId } from '../rules/ids.ts'
import { councilReaders } from './council-work.ts'
import { insertCouncil, selectCouncils, selectPeople } from './council.store.ts'
import type { Candidate, Council } from './council.store.ts'
import { councilActs, decideCouncil, seatRoles, seats } from '../rules.ts'
import type { CouncilRefusal, Seat } from '../rules.ts'

const councilRoles = Object.values(seatRoles).flat()

export const establishCouncilInput = z.object({
  name: z.string().trim().min(5).max(200),
  decisionNumber: z
    .string()
    .trim()
    .max(60)
    .transform((text) => text || null),
  decisionDate: z.union([z.literal('').transform(() => null), z.iso.date()]).nullable(),
  members: z.array(z.object({ userId: idInput('usr'), agency: z.string().trim().max(200), seat: z.enum(seats) })).max(60),
})
export type EstablishCouncilInput = z.infer<typeof establishCouncilInput>

/** Puts on file who sits on a council, as the decision of the Chairman of the People's Committee says. */
export async function establishCouncil(ctx: Ctx, input: EstablishCouncilInput): Promise<Outcome<{ councilId: CouncilId }, CouncilRefusal>> {
  requireAct(ctx.actor, councilActs.establish)
  return inTransaction(ctx, async (tx) => {
    const people = await selectPeople(tx, councilRoles, dateInVietnam(ctx.now))
    const nominees = input.members.map((member) => {
      const person = people.find((candidate) => candidate.userId === member.userId)
      return { ...member, name: person?.name ?? member.userId, agency: member.agency || (person?.agency ?? ''), roles: person?.roles ?? [] }
    })
    const decision = decideCouncil(nominees)
    if (!decision.ok) return decision
    const councilId = ctx.newId('cnc')
    const { name, decisionNumber, decisionDate } = input
    const members = nominees.map(({ userId, name, agency, seat }) => ({ id: ctx.newId('cmb'), userId, name, agency, seat }))
    await insertCouncil(tx, { id: councilId, name, decisionNumber, decisionDate, members }, ctx.now)
    const seated = members.map(({ userId, seat }) => ({ userId, seat }))
    await record(tx, ctx, councilActs.establish, { subjectId: councilId, detail: { members: seated } })
    return done({ councilId })
  })
}

/** The councils on file, the latest first. */
export async function listCouncils(ctx: Ctx): Promise<Council[]> {
  requireRole(ctx.actor, ...councilReaders)
  return selectCouncils(ctx.db)
}

/** Who may be given which seats today. */
export async function listNominees(ctx: Ctx): Promise<(Candidate & { seats: Seat[] })[]> {
  requireAct(ctx.actor, councilActs.establish)
  const people = await selectPeople(ctx.db, councilRoles, dateInVietnam(ctx.now))
  return people.map((person) => ({
    ...person,
    seats: seats.filter((seat) => person.roles.some((role) => seatRoles[seat].includes(role))),
  }))
}
