import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../../context.ts'
import type { Role, UserId } from '../../identity/rules.ts'
import type { Seat } from '../rules.ts'
import type { CouncilId, CouncilMemberId } from '../rules/ids.ts'

export type Candidate = { userId: UserId; name: string; email: string; agency: string; roles: Role[] }

/** People who hold one of these roles today, with the organisation that they hold it in. */
export async function selectPeople(db: ReadDb, roles: readonly Role[], today: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('membership_card as membership')
    .innerJoin('person_card as person', 'person.id', 'membership.user_id')
    .innerJoin('organisation_card as organisation', 'organisation.id', 'membership.organisation_id')
    .select(['person.id', 'person.name', 'person.email', 'organisation.name as agency', 'membership.role'])
    .where('membership.role', 'in', [...roles])
    .where('membership.since', '<=', today)
    .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>=', today)]))
    .orderBy('person.name', inVietnamese)
    .orderBy('person.id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((held) => ({
    userId: held[0]!.id,
    name: held[0]!.name,
    email: held[0]!.email,
    agency: held[0]!.agency,
    roles: held.map((row) => row.role as Role),
  }))
}

export type CouncilMember = { id: CouncilMemberId; userId: UserId; name: string; agency: string; seat: Seat }
export type Council = { id: CouncilId; name: string; decisionNumber: string | null; decisionDate: string | null; members: CouncilMember[] }

export async function insertCouncil(tx: Tx, council: Council, at: Date): Promise<void> {
  await tx
    .insertInto('council')
    .values({
      id: council.id,
      name: council.name,
      decision_number: council.decisionNumber,
      decision_date: council.decisionDate,
      created_at: at,
    })
    .execute()
  await tx
    .insertInto('council_member')
    .values(
      council.members.map((member, at) => ({
        position: at + 1,
        id: member.id,
        council_id: council.id,
        user_id: member.userId,
        name: member.name,
        agency: member.agency,
        seat: member.seat,
      })),
    )
    .execute()
}

/** The latest first. */
export async function selectCouncils(db: ReadDb): Promise<Council[]> {
  const councils = await db
    .selectFrom('council')
    .select(['id', 'name', 'decision_number as decisionNumber', 'decision_date as decisionDate'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const members = await db
    .selectFrom('council_member')
    .select(['id', 'council_id', 'user_id as userId', 'name', 'agency', 'seat'])
    .orderBy('position')
    .execute()
  const byCouncil = Map.groupBy(members, (member) => member.council_id)
  return councils.map((council) => ({
    ...council,
    members: (byCouncil.get(council.id) ?? []).map(({ id, userId, name, agency, seat }) => ({ id, userId, name, agency, seat })),
  }))
}
