import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'
import { editableStatuses } from './rules.ts'
import type { DossierStatus } from './rules.ts'

const never = sql<null>`null::date`

const ownDossiers = (db: ReadDb, organisationIds: RawBuilder<OrganisationId>[], statuses: readonly DossierStatus[]) =>
  db
    .selectFrom('dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('dossier.status', 'in', [...statuses])

/** Sent back by the commune or the province, since it was asked for. */
export const selectReturned = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  ownDossiers(db, organisationIds, ['returned', 'province-returned']).select([
    'dossier.id',
    'product.name as about',
    sql<Date | null>`(select max(requested_at) from dossier_request where dossier_request.dossier_id = dossier.id)`.as('since'),
    never.as('until'),
  ]),
)

export const selectUnfinished = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  ownDossiers(db, organisationIds, ['draft']).select([
    'dossier.id',
    'product.name as about',
    'dossier.updated_at as since',
    never.as('until'),
  ]),
)

const heldDossiers = (db: ReadDb, userId: RawBuilder<UserId>, statuses: readonly DossierStatus[]) =>
  db
    .selectFrom('dossier_proxy_now as proxy')
    .innerJoin('dossier', 'dossier.id', 'proxy.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .where('proxy.user_id', '=', userId)
    .where('dossier.status', 'in', [...statuses])

/** What an officer writes for producers: drafts, and what was sent back. */
export const selectHeld = pileOf<{ userId: UserId; communeCodes: readonly string[] }>((db, { userId, communeCodes }) =>
  heldDossiers(db, userId, editableStatuses)
    .where('dossier.commune_code', 'in', communeCodes)
    .select(['dossier.id', 'product.name as about', 'dossier.updated_at as since', never.as('until')]),
)

/** Producers of a commune that want an officer to write for them. */
export const selectAskedFor = pileOf<{ communeCodes: readonly string[] }>((db, { communeCodes }) =>
  db
    .selectFrom('dossier_proxy as proxy')
    .innerJoin('dossier', 'dossier.id', 'proxy.dossier_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .where('dossier.commune_code', 'in', communeCodes)
    .where('proxy.ended_at', 'is', null)
    .where('proxy.user_id', 'is', null)
    .select(['dossier.id', 'producer.name as about', 'proxy.asked_at as since', never.as('until')]),
)

/** Papers of the vault that no later one replaced and that end by a day. */
export const selectEndingPapers = pileOf<{ organisationIds: readonly OrganisationId[]; endingBy: string }>(
  (db, { organisationIds, endingBy }) =>
    db
      .selectFrom('evidence')
      .innerJoin('producer_card as producer', 'producer.id', 'evidence.producer_id')
      .where('producer.organisation_id', 'in', organisationIds)
      .where('evidence.expires_on', '<=', endingBy)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('evidence as later').select('later.id').whereRef('later.replaces_id', '=', 'evidence.id'))),
      )
      .select(['evidence.id', 'evidence.title as about', sql<null>`null::timestamptz`.as('since'), 'evidence.expires_on as until']),
)

/** Filed and not proposed or returned yet, by the commune's last day; not those that the officer wrote: another one judges them. */
export const selectAtCommune = pileOf<{ communeCodes: readonly string[]; userId: UserId }>((db, { communeCodes, userId }) =>
  db
    .selectFrom('dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .where('dossier.status', '=', 'submitted')
    .where('dossier.commune_code', 'in', communeCodes)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dossier_proxy as ever')
            .select('ever.id')
            .whereRef('ever.dossier_id', '=', 'dossier.id')
            .where('ever.user_id', '=', userId),
        ),
      ),
    )
    .select(['dossier.id', 'product.name as about', 'dossier.submitted_at as since', 'dossier.commune_due_on as until']),
)
