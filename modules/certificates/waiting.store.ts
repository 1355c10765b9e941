import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

const never = sql<null>`null::date`

/** Closed sessions with a result, for which no decision is worded. */
export const selectToDecide = pileOf((db) =>
  db
    .selectFrom('council_session_card as session')
    .where('session.status', '=', 'closed')
    .where('session.has_results', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('recognition_decision as decision').select('decision.id').whereRef('decision.session_id', '=', 'session.id'),
        ),
      ),
    )
    .select((eb) => [
      eb.ref('session.id').$notNull().as('id'),
      sql<string>`to_char(session.held_on, 'DD/MM/YYYY')`.as('about'),
      'session.closed_at as since',
      never.as('until'),
    ]),
)

/** Worded decisions without number and day. */
export const selectUnsigned = pileOf((db) =>
  db
    .selectFrom('recognition_decision as decision')
    .where('decision.status', '=', 'draft')
    .select(['decision.id', 'decision.authority as about', 'decision.created_at as since', never.as('until')]),
)

/** Certificates that are to be withdrawn, each by the last of the days that the law gives from its conclusion on. */
export const selectToWithdraw = pileOf<{ days: number }>((db, { days }) =>
  db
    .selectFrom('withdrawal_proposal as proposal')
    .innerJoin('certificate', 'certificate.id', 'proposal.certificate_id')
    .where('proposal.status', '=', 'open')
    .where('certificate.status', '=', 'active')
    .select([
      'proposal.id',
      'certificate.product_name as about',
      'proposal.made_at as since',
      sql<string | null>`proposal.founded_on + ${days}::int`.as('until'),
    ]),
)

/** What communes are asked to confirm. */
export const selectStopsToConfirm = pileOf<{ communeCodes: readonly string[] }>((db, { communeCodes }) =>
  db
    .selectFrom('withdrawal_proposal as proposal')
    .innerJoin('certificate', 'certificate.id', 'proposal.certificate_id')
    .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .where('proposal.status', '=', 'asked')
    .where('producer.commune_code', 'in', communeCodes)
    .select(['proposal.id', 'certificate.product_name as about', 'proposal.made_at as since', never.as('until')]),
)

/** Registers that somebody else wants to bring in. */
export const selectImportsToConfirm = pileOf<{ userId: UserId }>((db, { userId }) =>
  db
    .selectFrom('register_import as import')
    .where('import.status', '=', 'proposed')
    .where((eb) => eb.or([eb('import.proposed_by', 'is', null), eb('import.proposed_by', '!=', userId)]))
    .select(['import.id', 'import.source as about', 'import.proposed_at as since', never.as('until')]),
)

type Days = { from: string; to: string; lastFiling: number }

const ending = (db: ReadDb, days: Slots<Days>) =>
  db
    .selectFrom('certificate')
    .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .where('certificate.status', '=', 'active')
    .where('certificate.valid_until', '>=', days.from)
    .where('certificate.valid_until', '<=', days.to)
    .where('product.renewal_under_way', '=', false)
    .select([
      'certificate.id',
      'certificate.product_name as about',
      sql<null>`null::timestamptz`.as('since'),
      sql<string>`certificate.valid_until - ${days.lastFiling}::int`.as('until'),
    ])

/** Certificates in force that end between two days and that no renewal is under way for, by the last day on which the renewal is to be filed. */
export const selectEnding = pileOf<Days>(ending)

/** Those of them that are of these producers, or of these communes. */
export const selectEndingOf = pileOf<Days & { organisationIds: readonly OrganisationId[]; communeCodes: readonly string[] }>(
  (db, { organisationIds, communeCodes, ...days }) =>
    ending(db, days).where((eb) =>
      eb.or([eb('producer.organisation_id', 'in', organisationIds), eb('producer.commune_code', 'in', communeCodes)]),
    ),
)
