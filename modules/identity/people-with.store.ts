import type { ReadDb } from '../context.ts'
import type { Role } from './actor.ts'
import type { OrganisationId, UserId } from './ids.ts'

/** Who holds one of these roles on a day: anywhere, in one organisation, or in those of one commune. For rooms that tell people something. */
export async function peopleWith(
  db: ReadDb,
  roles: readonly Role[],
  { today, organisationId, communeCode }: { today: string; organisationId?: OrganisationId; communeCode?: string },
): Promise<UserId[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select('membership.user_id as userId')
    .distinct()
    .where('membership.role', 'in', [...roles])
    .where('membership.since', '<=', today)
    .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>=', today)]))
    .where('auth_user.erased_at', 'is', null)
    .$if(organisationId !== undefined, (query) => query.where('organisation.id', '=', organisationId!))
    .$if(communeCode !== undefined, (query) => query.where('organisation.commune_code', '=', communeCode!))
    .orderBy('membership.user_id')
    .execute()
  return rows.map(({ userId }) => userId)
}
