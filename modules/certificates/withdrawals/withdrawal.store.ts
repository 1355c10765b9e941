import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { CertificateStatus, WithdrawalReason, WithdrawalStatus } from '../rules.ts'
import type { CertificateId, WithdrawalProposalId } from '../rules/ids.ts'

export type WithdrawalProposal = {
  id: WithdrawalProposalId
  status: WithdrawalStatus
  reason: WithdrawalReason
  note: string
  /** The day of the conclusion or of the commune's confirmation; null while the commune is asked. */
  foundedOn: PlainDate | null
  conclusionNumber: string | null
  conclusionBy: string | null
  communeNote: string | null
  madeAt: Date
  closingNote: string | null
  certificateId: CertificateId
  certificateCode: string
  certificateStatus: CertificateStatus
  stars: number
  issuedOn: PlainDate | null
  decisionNumber: string | null
  withdrawalNumber: string | null
  withdrawnOn: PlainDate | null
  productId: ProductId
  productName: string
  producerName: string
  communeCode: string | null
  communeName: string | null
}

const proposals = (db: ReadDb) =>
  db
    .selectFrom('withdrawal_proposal as proposal')
    .innerJoin('certificate', 'certificate.id', 'proposal.certificate_id')
    .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select([
      'proposal.id',
      'proposal.status',
      'proposal.reason',
      'proposal.note',
      'proposal.founded_on as foundedOn',
      'proposal.conclusion_number as conclusionNumber',
      'proposal.conclusion_by as conclusionBy',
      'proposal.commune_note as communeNote',
      'proposal.made_at as madeAt',
      'proposal.closing_note as closingNote',
      'certificate.id as certificateId',
      'certificate.code as certificateCode',
      'certificate.status as certificateStatus',
      'certificate.stars',
      sql<string | null>`coalesce(certificate.issued_on, certificate.decision_date)`.as('issuedOn'),
      'certificate.decision_number as decisionNumber',
      'certificate.withdrawal_number as withdrawalNumber',
      'certificate.withdrawn_on as withdrawnOn',
      'certificate.product_id as productId',
      'certificate.product_name as productName',
      'certificate.producer_name as producerName',
      'producer.commune_code as communeCode',
      'commune.name as communeName',
    ])

/** In the order in which they are to be decided; what the commune is asked comes last. */
const inOrder = (query: ReturnType<typeof proposals>) =>
  query
    .orderBy(sql`proposal.founded_on nulls last`)
    .orderBy('proposal.made_at')
    .orderBy('proposal.id')

export async function selectProposals(db: ReadDb, ids: readonly WithdrawalProposalId[]): Promise<WithdrawalProposal[]> {
  return inOrder(proposals(db).where(sql<boolean>`proposal.id = any(${[...ids]}::text[])`)).execute()
}

/** Proposals in these states; of one commune, if one is named. */
export async function selectProposalsIn(
  db: ReadDb,
  statuses: readonly WithdrawalStatus[],
  communeCodes?: readonly string[],
): Promise<WithdrawalProposal[]> {
  return inOrder(
    proposals(db)
      .where('proposal.status', 'in', [...statuses])
      .$if(communeCodes !== undefined, (query) =>
        query.where(sql<boolean>`producer.commune_code = any(${[...(communeCodes ?? [])]}::text[])`),
      ),
  ).execute()
}

/** Every proposal about a certificate, the latest first. */
export async function selectProposalsOf(db: ReadDb, certificateId: CertificateId): Promise<WithdrawalProposal[]> {
  return proposals(db)
    .where('proposal.certificate_id', '=', certificateId)
    .orderBy('proposal.made_at', 'desc')
    .orderBy('proposal.id', 'desc')
    .execute()
}

/** What one decision took back, as it was proposed; nothing where it was entered before there were proposals. */
export async function selectWithdrawnBy(
  db: ReadDb,
  decision: { withdrawalNumber: string | null; withdrawalAuthority: string | null; withdrawnOn: PlainDate | null },
): Promise<WithdrawalProposal[]> {
  return proposals(db)
    .where('proposal.status', '=', 'decided')
    .where('certificate.withdrawal_number', '=', decision.withdrawalNumber)
    .where('certificate.withdrawal_authority', '=', decision.withdrawalAuthority)
    .where('certificate.withdrawn_on', '=', decision.withdrawnOn)
    .orderBy('certificate.product_name', inVietnamese)
    .orderBy('proposal.id')
    .execute()
}

export async function insertProposal(
  tx: Tx,
  proposal: {
    id: WithdrawalProposalId
    certificateId: CertificateId
    reason: WithdrawalReason
    note: string
    status: WithdrawalStatus
    foundedOn: PlainDate | null
    conclusion: { number: string; by: string } | null
    communeNote: string | null
    at: Date
    by: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('withdrawal_proposal')
    .values({
      id: proposal.id,
      certificate_id: proposal.certificateId,
      reason: proposal.reason,
      note: proposal.note,
      status: proposal.status,
      founded_on: proposal.foundedOn,
      conclusion_number: proposal.conclusion?.number ?? null,
      conclusion_by: proposal.conclusion?.by ?? null,
      commune_note: proposal.communeNote,
      made_at: proposal.at,
      made_by: proposal.by,
    })
    .execute()
}

export async function updateConfirmed(
  tx: Tx,
  id: WithdrawalProposalId,
  confirmed: { status: WithdrawalStatus; on: PlainDate; note: string | null },
): Promise<void> {
  await tx
    .updateTable('withdrawal_proposal')
    .set({ status: confirmed.status, founded_on: confirmed.on, commune_note: confirmed.note })
    .where('id', '=', id)
    .execute()
}

export async function updateClosed(
  tx: Tx,
  ids: readonly WithdrawalProposalId[],
  closed: { status: WithdrawalStatus; at: Date; by: UserId | null; note: string | null },
): Promise<void> {
  await tx
    .updateTable('withdrawal_proposal')
    .set({ status: closed.status, closed_at: closed.at, closed_by: closed.by, closing_note: closed.note })
    .where('id', 'in', [...ids])
    .execute()
}

/** Certificates in force of these communes that nobody proposes to take back. */
export async function selectInForceOf(db: ReadDb, communeCodes: readonly string[]) {
  return db
    .selectFrom('certificate')
    .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .select([
      'certificate.code',
      'certificate.product_name as productName',
      'certificate.producer_name as producerName',
      'certificate.stars',
      'certificate.valid_until as validUntil',
    ])
    .where('certificate.status', '=', 'active')
    .where(sql<boolean>`producer.commune_code = any(${[...communeCodes]}::text[])`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('withdrawal_proposal as live')
            .select('live.id')
            .whereRef('live.certificate_id', '=', 'certificate.id')
            .where('live.status', 'in', ['asked', 'open']),
        ),
      ),
    )
    .orderBy('certificate.product_name', inVietnamese)
    .orderBy('certificate.code')
    .execute()
}

/** Another day on which this authority withdrew by this number in that year: a number is one decision's. */
export async function selectWithdrawalDay(
  db: ReadDb,
  { number, authority, year }: { number: string; authority: string; year: number },
): Promise<PlainDate | null> {
  const row = await db
    .selectFrom('certificate')
    .select('withdrawn_on')
    .where('withdrawal_number', '=', number)
    .where('withdrawal_authority', '=', authority)
    .where(sql<boolean>`extract(year from withdrawn_on) = ${year}`)
    .executeTakeFirst()
  return row?.withdrawn_on ?? null
}
