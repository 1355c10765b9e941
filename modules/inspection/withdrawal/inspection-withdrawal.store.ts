import type { WithdrawalProposalId } from '../../certificates/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { InspectionId } from '../rules/ids.ts'

export async function insertInspectionWithdrawal(
  tx: Tx,
  { proposalId, inspectionId, at, byName }: { proposalId: WithdrawalProposalId; inspectionId: InspectionId; at: Date; byName: string },
): Promise<void> {
  await tx
    .insertInto('inspection_withdrawal')
    .values({ proposal_id: proposalId, inspection_id: inspectionId, proposed_at: at, proposed_by_name: byName })
    .execute()
}

/** The proposals that stand on the minutes of a visit. */
export const selectProposalIds = async (db: ReadDb, inspectionId: InspectionId): Promise<WithdrawalProposalId[]> =>
  (await db.selectFrom('inspection_withdrawal').select('proposal_id as id').where('inspection_id', '=', inspectionId).execute()).map(
    ({ id }) => id,
  )

export type InspectionBehind = { proposalId: WithdrawalProposalId; inspectionId: InspectionId; code: string }

/** The visits on whose minutes these proposals stand. */
export const selectInspectionsBehind = (db: ReadDb, proposalIds: readonly WithdrawalProposalId[]): Promise<InspectionBehind[]> =>
  db
    .selectFrom('inspection_withdrawal')
    .innerJoin('inspection', 'inspection.id', 'inspection_withdrawal.inspection_id')
    .select(['inspection_withdrawal.proposal_id as proposalId', 'inspection.id as inspectionId', 'inspection.code'])
    .where('inspection_withdrawal.proposal_id', 'in', [...proposalIds])
    .execute()
