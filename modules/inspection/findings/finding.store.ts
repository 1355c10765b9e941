import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { FindingAct, FindingStatus, Gravity } from '../acts.ts'
import type { FindingId, InspectionId } from '../rules/ids.ts'

const findings = (db: ReadDb) =>
  db
    .selectFrom('inspection_finding as finding')
    .select([
      'finding.id',
      'finding.inspection_id as inspectionId',
      'finding.status',
      'finding.item',
      'finding.gravity',
      'finding.words',
      'finding.due_on as dueOn',
      'finding.waits_since as waitsSince',
      'finding.version',
    ])

export type StoredFinding = Awaited<ReturnType<ReturnType<typeof findings>['executeTakeFirstOrThrow']>>

/** What was found on a visit, in the order in which it was noted. */
export const selectFindings = (db: ReadDb, inspectionId: InspectionId): Promise<StoredFinding[]> =>
  findings(db).where('finding.inspection_id', '=', inspectionId).orderBy('finding.id').execute()

export const selectFinding = (db: ReadDb, id: FindingId): Promise<StoredFinding | undefined> =>
  findings(db).where('finding.id', '=', id).executeTakeFirst()

/** The finding, held until the end of the transaction. */
export async function lockFinding(tx: Tx, id: FindingId): Promise<StoredFinding | undefined> {
  const locked = await tx.selectFrom('inspection_finding').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectFinding(tx, id)
}

export type NewFinding = {
  id: FindingId
  inspectionId: InspectionId
  item: string
  gravity: Gravity
  words: string
  dueOn: PlainDate
  requestKey: string
  at: Date
}

/** False where the same form was sent before. */
export async function insertFinding(tx: Tx, given: NewFinding): Promise<boolean> {
  const inserted = await tx
    .insertInto('inspection_finding')
    .values({
      id: given.id,
      inspection_id: given.inspectionId,
      status: 'noted',
      item: given.item,
      gravity: given.gravity,
      words: given.words,
      due_on: given.dueOn,
      waits_since: given.at,
      request_key: given.requestKey,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export function deleteNoted(tx: Tx, inspectionId: InspectionId, id: FindingId) {
  return tx
    .deleteFrom('inspection_finding')
    .where('id', '=', id)
    .where('inspection_id', '=', inspectionId)
    .where('status', '=', 'noted')
    .returning(['item', 'words'])
    .executeTakeFirst()
}

/** The visit is over: what was noted waits for the producer. */
export async function openNoted(tx: Tx, inspectionId: InspectionId, at: Date): Promise<void> {
  await tx
    .updateTable('inspection_finding')
    .set({ status: 'open', waits_since: at })
    .where('inspection_id', '=', inspectionId)
    .where('status', '=', 'noted')
    .execute()
}

export async function updateFinding(
  tx: Tx,
  id: FindingId,
  { status, dueOn, at }: { status: FindingStatus; dueOn?: PlainDate; at: Date },
): Promise<void> {
  await tx
    .updateTable('inspection_finding')
    .set((eb) => ({ status, waits_since: at, version: eb('version', '+', 1), ...(dueOn !== undefined && { due_on: dueOn }) }))
    .where('id', '=', id)
    .execute()
}

export type FindingStep = {
  findingId: FindingId
  number: number
  at: Date
  act: FindingAct
  byName: string
  words: string | null
  proofName: string | null
}

export function selectFindingSteps(db: ReadDb, inspectionId: InspectionId): Promise<FindingStep[]> {
  return db
    .selectFrom('inspection_finding_step as step')
    .innerJoin('inspection_finding as finding', 'finding.id', 'step.finding_id')
    .select([
      'step.finding_id as findingId',
      'step.number',
      'step.at',
      'step.act',
      'step.by_name as byName',
      'step.words',
      'step.proof_name as proofName',
    ])
    .where('finding.inspection_id', '=', inspectionId)
    .orderBy('step.finding_id')
    .orderBy('step.number')
    .execute()
}

export function selectProof(db: ReadDb, inspectionId: InspectionId, { findingId, number }: { findingId: string; number: number }) {
  return db
    .selectFrom('inspection_finding_step as step')
    .innerJoin('inspection_finding as finding', 'finding.id', 'step.finding_id')
    .innerJoin('stored_file_card as file', 'file.hash', 'step.proof_file_hash')
    .select(['file.hash', 'file.media_type as mediaType', 'step.proof_name as name'])
    .where('finding.inspection_id', '=', inspectionId)
    .where('step.finding_id', '=', findingId as FindingId)
    .where('step.number', '=', number)
    .executeTakeFirst()
}

/** One more step of a finding that is held. */
export async function insertFindingStep(
  tx: Tx,
  id: FindingId,
  step: { at: Date; act: FindingAct; byId: UserId | null; byName: string; words: string | null; proof?: { hash: string; name: string } },
): Promise<void> {
  await tx
    .insertInto('inspection_finding_step')
    .values({
      finding_id: id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from inspection_finding_step where finding_id = ${id})`,
      at: step.at,
      act: step.act,
      by_id: step.byId,
      by_name: step.byName,
      words: step.words,
      proof_file_hash: step.proof?.hash ?? null,
      proof_name: step.proof?.name ?? null,
    })
    .execute()
}
