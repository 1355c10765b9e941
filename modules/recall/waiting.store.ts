import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** Recalls about which no authority decided yet: the clock of the law runs. */
export const selectUndecided = pileOf((db) =>
  db
    .selectFrom('recall')
    .where('status', '=', 'open')
    .where('is_drill', '=', false)
    .where('decided_at', 'is', null)
    .select(['id', 'code as about', 'started_at as since', 'decide_by as until']),
)

/** Recalls of a maker that are not accounted for. */
export const selectOwnOpen = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('recall')
    .innerJoin('producer_card as producer', 'producer.id', 'recall.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('recall.status', '=', 'open')
    .where('recall.is_drill', '=', false)
    .select(['recall.id', 'recall.code as about', 'recall.started_at as since', 'recall.finish_by as until']),
)
