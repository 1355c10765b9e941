import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** Visits that were given to somebody; those that nobody has yet wait for the whole office. */
export const selectVisits = pileOf<{ userId: UserId; office: boolean }>((db, { userId, office }) =>
  db
    .selectFrom('inspection')
    .innerJoin('product_card as product', 'product.id', 'inspection.product_id')
    .where('inspection.status', '<>', 'visited')
    .where((eb) =>
      eb.or([
        eb('inspection.inspector_id', '=', userId),
        eb.and([eb('inspection.inspector_id', 'is', null), sql<boolean>`${office}::boolean`]),
      ]),
    )
    .select(['inspection.id', 'product.name as about', 'inspection.made_at as since', 'inspection.due_on as until']),
)

const findings = (db: ReadDb) =>
  db
    .selectFrom('inspection_finding as finding')
    .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
    .innerJoin('product_card as product', 'product.id', 'inspection.product_id')

/** What a producer says it has mended: of one's own visits, or of all for the office. */
export const selectMended = pileOf<{ userId: UserId; office: boolean }>((db, { userId, office }) =>
  findings(db)
    .where('finding.status', '=', 'mended')
    .where((eb) => eb.or([eb('inspection.inspector_id', '=', userId), sql<boolean>`${office}::boolean`]))
    .select(['inspection.id', 'product.name as about', 'finding.waits_since as since', sql<null>`null::date`.as('until')]),
)

/** Not mended in time. */
export const selectLate = pileOf<{ today: PlainDate }>((db, { today }) =>
  findings(db)
    .where('finding.status', '=', 'open')
    .where('finding.due_on', '<', today)
    .select(['inspection.id', 'product.name as about', 'finding.waits_since as since', 'finding.due_on as until']),
)

/** What the people of these organisations have to mend. */
export const selectOwnFindings = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  findings(db)
    .innerJoin('producer_card as producer', 'producer.id', 'inspection.producer_id')
    .where('finding.status', '=', 'open')
    .where('producer.organisation_id', 'in', organisationIds)
    .select(['inspection.id', 'product.name as about', 'finding.waits_since as since', 'finding.due_on as until']),
)
