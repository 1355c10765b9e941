import { sql } from 'kysely'
import type { OrganisationId } from '../../identity/rules.ts'
import { pileOf } from '../../waiting.store.ts'

type Own = { organisationIds: readonly OrganisationId[] }

/** Stands that are given and wait for a word. */
export const selectToConfirmOwn = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('fair_application as application')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .innerJoin('fair', 'fair.id', 'application.fair_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('application.status', '=', 'allotted')
    .select(['application.id', 'fair.name as about', 'fair.allotted_at as since', 'application.confirm_by as until']),
)

/** Applications that lack something while the call is open. */
export const selectIncompleteOwn = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('fair_application as application')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .innerJoin('fair', 'fair.id', 'application.fair_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('application.status', '=', 'open')
    .where('application.complete_at', 'is', null)
    .where('fair.status', '=', 'open')
    .select(['application.id', 'fair.name as about', 'application.created_at as since', 'fair.apply_by as until']),
)

/** Calls that ended: the stands are to be given. */
export const selectToAllot = pileOf((db) =>
  db
    .selectFrom('fair')
    .where('status', '=', 'closed')
    .select(['id', 'name as about', 'apply_by as since', sql`null::timestamptz`.as('until')]),
)

/** Complaints about an allotment that nobody answered. */
export const selectAppealsOpen = pileOf((db) =>
  db
    .selectFrom('fair_appeal as appeal')
    .innerJoin('fair_application as application', 'application.id', 'appeal.application_id')
    .innerJoin('fair', 'fair.id', 'application.fair_id')
    .where('appeal.answer', 'is', null)
    .where('fair.status', 'in', ['allotted', 'running'])
    .select(['fair.id', 'fair.name as about', 'appeal.asked_at as since', 'fair.appeal_by as until']),
)

/** Fairs that ended and were not reported. */
export const selectUnreported = pileOf((db) =>
  db
    .selectFrom('fair')
    .where('status', '=', 'ended')
    .select(['id', 'name as about', sql`closes_on::timestamptz`.as('since'), sql`null::timestamptz`.as('until')]),
)
