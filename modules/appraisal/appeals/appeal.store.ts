import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { AppealStatus } from '../acts.ts'
import type { AppealAbout } from '../rules.ts'
import type { AppealId } from '../rules/ids.ts'

export type StoredAppeal = {
  id: AppealId
  dossierId: DossierId
  dossierCode: string
  productName: string
  producerId: ProducerId
  producerName: string
  organisationId: OrganisationId | null
  communeName: string
  about: AppealAbout
  decidedOn: string
  reason: string
  paperName: string | null
  status: AppealStatus
  filedAt: Date
  filedByName: string
  acceptDueOn: string
  acceptedAt: Date | null
  acceptedByName: string | null
  isComplex: boolean
  answerDueOn: string | null
  answer: string | null
  answerNumber: string | null
  answerSignedOn: string | null
  answerSigner: string | null
  endedAt: Date | null
  endedByName: string | null
  isSample: boolean
}

const appeals = (db: ReadDb) =>
  db
    .selectFrom('appeal')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'appeal.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .select((eb) => [
      'appeal.id',
      'appeal.dossier_id as dossierId',
      eb.fn.coalesce('dossier.code', 'dossier.id').as('dossierCode'),
      'product.name as productName',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'commune.name as communeName',
      'appeal.about',
      'appeal.decided_on as decidedOn',
      'appeal.reason',
      'appeal.paper_name as paperName',
      'appeal.status',
      'appeal.filed_at as filedAt',
      'appeal.filed_by_name as filedByName',
      'appeal.accept_due_on as acceptDueOn',
      'appeal.accepted_at as acceptedAt',
      'appeal.accepted_by_name as acceptedByName',
      'appeal.is_complex as isComplex',
      'appeal.answer_due_on as answerDueOn',
      'appeal.answer',
      'appeal.answer_number as answerNumber',
      'appeal.answer_signed_on as answerSignedOn',
      'appeal.answer_signer as answerSigner',
      'appeal.ended_at as endedAt',
      'appeal.ended_by_name as endedByName',
      'product.is_sample as isSample',
    ])

export const selectAppeal = (db: ReadDb, id: AppealId): Promise<StoredAppeal | undefined> =>
  appeals(db).where('appeal.id', '=', id).executeTakeFirst()

/** The newest first. */
export const selectAppeals = (db: ReadDb, where: { dossierId?: DossierId } = {}): Promise<StoredAppeal[]> =>
  appeals(db)
    .$if(where.dossierId !== undefined, (query) => query.where('appeal.dossier_id', '=', where.dossierId!))
    .orderBy('appeal.filed_at', 'desc')
    .execute()

/** Holds a complaint until the end of the transaction; its dossier is locked before it by whoever changes both. */
export async function lockAppeal(tx: Tx, id: AppealId): Promise<StoredAppeal | undefined> {
  await tx.selectFrom('appeal').select('id').where('id', '=', id).forUpdate().execute()
  return selectAppeal(tx, id)
}

export async function insertAppeal(
  tx: Tx,
  appeal: {
    id: AppealId
    dossierId: DossierId
    about: AppealAbout
    decidedOn: string
    reason: string
    paper: { hash: string; name: string } | null
    acceptDueOn: string
    by: { userId: UserId | null; name: string }
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('appeal')
    .values({
      id: appeal.id,
      dossier_id: appeal.dossierId,
      about: appeal.about,
      decided_on: appeal.decidedOn,
      reason: appeal.reason,
      paper_file_hash: appeal.paper?.hash ?? null,
      paper_name: appeal.paper?.name ?? null,
      status: 'filed',
      accept_due_on: appeal.acceptDueOn,
      filed_at: appeal.at,
      filed_by: appeal.by.userId,
      filed_by_name: appeal.by.name,
    })
    .execute()
}

export async function updateAccepted(
  tx: Tx,
  id: AppealId,
  accepted: { status: AppealStatus; isComplex: boolean; answerDueOn: string; byName: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({
      status: accepted.status,
      is_complex: accepted.isComplex,
      answer_due_on: accepted.answerDueOn,
      accepted_by_name: accepted.byName,
      accepted_at: accepted.at,
    })
    .where('id', '=', id)
    .execute()
}

export type AppealAnswer = { text: string; number: string; signedOn: string; signer: string }

export async function updateEnded(
  tx: Tx,
  id: AppealId,
  ended: { status: AppealStatus; answer: AppealAnswer | null; byName: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({
      status: ended.status,
      answer: ended.answer?.text ?? null,
      answer_number: ended.answer?.number ?? null,
      answer_signed_on: ended.answer?.signedOn ?? null,
      answer_signer: ended.answer?.signer ?? null,
      ended_by_name: ended.byName,
      ended_at: ended.at,
    })
    .where('id', '=', id)
    .execute()
}

export async function selectAppealPaper(db: ReadDb, id: AppealId): Promise<{ hash: string; mediaType: string; name: string } | undefined> {
  const row = await db
    .selectFrom('appeal')
    .innerJoin('stored_file_card as file', 'file.hash', 'appeal.paper_file_hash')
    .select(['file.hash', 'file.media_type as mediaType', 'appeal.paper_name as name'])
    .where('appeal.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, name: row.name! }
}

/**
 * Who scored these dossiers in a session whose result was complained about with success: the second council is not made of the first
 * (decided here, the law is silent).
 */
export async function selectFirstScorers(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, UserId[]>> {
  const rows = await db
    .selectFrom('appraisal_result as result')
    .innerJoin('appeal', 'appeal.dossier_id', 'result.dossier_id')
    .innerJoin('score_sheet as sheet', (join) =>
      join.onRef('sheet.session_id', '=', 'result.session_id').onRef('sheet.dossier_id', '=', 'result.dossier_id'),
    )
    .innerJoin('council_member as member', 'member.id', 'sheet.member_id')
    .select(['result.dossier_id as dossierId', 'member.user_id as userId'])
    .distinct()
    .where('result.dossier_id', 'in', [...dossierIds])
    .where('appeal.status', '=', 'granted')
    .where('appeal.about', '=', 'result')
    .whereRef('result.closed_at', '<', 'appeal.filed_at')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ dossierId }) => dossierId)].map(([dossierId, some]) => [dossierId, some.map(({ userId }) => userId)]),
  )
}
