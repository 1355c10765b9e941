import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { AttachedEvidence, DossierStatus, Evidence } from '../rules.ts'
import type { DossierId, EvidenceId } from '../rules/ids.ts'

const columns = [
  'evidence.id',
  'evidence.kind',
  'evidence.title',
  'evidence.number',
  'evidence.issued_by as issuedBy',
  'evidence.issued_on as issuedOn',
  'evidence.expires_on as expiresOn',
  'evidence.file_hash as fileHash',
  'evidence.file_name as fileName',
] as const

/** Of a household's registration this is its registration number, of other papers often a person's. */
export const paperNumberColumn: LockedColumn = { table: 'evidence', key: 'id', column: 'number' }

/** The papers with their numbers opened. */
const opened = <Paper extends { id: EvidenceId; number: LockedText | null }>(db: ReadDb, papers: readonly Paper[]) =>
  Promise.all(papers.map(async (paper) => ({ ...paper, number: await openText(db, paperNumberColumn, paper.id, paper.number) })))

export async function selectAttached(db: ReadDb, dossierId: DossierId): Promise<AttachedEvidence[]> {
  const rows = await db
    .selectFrom('dossier_evidence')
    .innerJoin('evidence', 'evidence.id', 'dossier_evidence.evidence_id')
    .select(columns)
    .select('dossier_evidence.criterion')
    .where('dossier_evidence.dossier_id', '=', dossierId)
    .orderBy('evidence.kind')
    .orderBy('evidence.id')
    .orderBy('dossier_evidence.criterion')
    .execute()
  const papers = [...Map.groupBy(rows, (row) => row.id).values()].map((group) => {
    const { criterion: _, ...paper } = group[0]!
    return { ...paper, criteria: group.map((row) => row.criterion).filter((code) => code !== '') }
  })
  return opened(db, papers)
}

/** What is attached to a dossier, each paper as its newest is: what was filed keeps the older one. */
export async function selectAttachedNow(db: ReadDb, dossierId: DossierId): Promise<{ evidenceId: EvidenceId; criterion: string }[]> {
  const { rows } = await sql<{ evidenceId: EvidenceId; criterion: string }>`
    with recursive newest as (
      select evidence_id as first, evidence_id as id, criterion from dossier_evidence where dossier_id = ${dossierId}
      union all
      select newest.first, evidence.id, newest.criterion from newest join evidence on evidence.replaces_id = newest.id
    )
    select distinct id as "evidenceId", criterion from newest
    where not exists (select from evidence where evidence.replaces_id = newest.id)
    order by id, criterion`.execute(db)
  return rows
}

/** Papers under criteria that the dossier does not have any more stay in it, under none. */
export async function releaseCriteria(tx: Tx, dossierId: DossierId, codes: readonly string[]): Promise<void> {
  const gone = tx
    .selectFrom('dossier_evidence')
    .where('dossier_id', '=', dossierId)
    .where('criterion', '!=', '')
    .where('criterion', 'not in', [...codes])
  const papers = await gone.select('evidence_id').distinct().execute()
  for (const { evidence_id: evidenceId } of papers) await insertAttachment(tx, dossierId, evidenceId, '')
  await tx
    .deleteFrom('dossier_evidence')
    .where('dossier_id', '=', dossierId)
    .where('criterion', '!=', '')
    .where('criterion', 'not in', [...codes])
    .execute()
}

/** A paper with the number of dossiers that use it. */
type StoredPaper = Evidence & { usedIn: number }

/** The papers of a producer that no newer one replaces. */
export async function selectVault(db: ReadDb, producerId: ProducerId): Promise<StoredPaper[]> {
  const rows = await db
    .selectFrom('evidence')
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('dossier_evidence as use')
        .select(sql<number>`count(distinct use.dossier_id)`.as('count'))
        .whereRef('use.evidence_id', '=', 'evidence.id')
        .as('usedIn'),
    )
    .where('evidence.producer_id', '=', producerId)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('evidence as newer').select('newer.id').whereRef('newer.replaces_id', '=', 'evidence.id'))),
    )
    .orderBy('evidence.kind')
    .orderBy('evidence.created_at', 'desc')
    .execute()
  return (await opened(db, rows)).map((row) => ({ ...row, usedIn: row.usedIn ?? 0 }))
}

export type OwnedEvidence = Evidence & { producerId: ProducerId; organisationId: OrganisationId | null; replaced: boolean }

export async function selectEvidence(db: ReadDb, id: EvidenceId): Promise<OwnedEvidence | undefined> {
  const row = await db
    .selectFrom('evidence')
    .innerJoin('producer_card as producer', 'producer.id', 'evidence.producer_id')
    .select(columns)
    .select((eb) => [
      'producer.id as producerId',
      'producer.organisation_id as organisationId',
      eb.exists(eb.selectFrom('evidence as newer').select('newer.id').whereRef('newer.replaces_id', '=', 'evidence.id')).as('replaced'),
    ])
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const [paper] = await opened(db, [row])
  return { ...paper!, replaced: Boolean(row.replaced) }
}

export async function selectDossierIdsOf(db: ReadDb, evidenceId: EvidenceId): Promise<DossierId[]> {
  const rows = await db.selectFrom('dossier_evidence').select('dossier_id').distinct().where('evidence_id', '=', evidenceId).execute()
  return rows.map((row) => row.dossier_id)
}

export type NewEvidence = Omit<Evidence, 'fileHash' | 'fileName'> & {
  producerId: ProducerId
  file: { hash: string; name: string } | null
  replacesId: EvidenceId | null
  at: Date
  by: UserId | null
}

export async function insertEvidence(tx: Tx, paper: NewEvidence): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      id: paper.id,
      producer_id: paper.producerId,
      kind: paper.kind,
      title: paper.title,
      number: await lockText(tx, paperNumberColumn, paper.id, paper.number),
      issued_by: paper.issuedBy,
      issued_on: paper.issuedOn,
      expires_on: paper.expiresOn,
      file_hash: paper.file?.hash ?? null,
      file_name: paper.file?.name ?? null,
      replaces_id: paper.replacesId,
      created_at: paper.at,
      created_by: paper.by,
    })
    .execute()
}

/** Puts a paper in a dossier, for a criterion or ('') for the table alone; again changes nothing. */
export async function insertAttachment(tx: Tx, dossierId: DossierId, evidenceId: EvidenceId, criterion: string): Promise<void> {
  await tx
    .insertInto('dossier_evidence')
    .values({ dossier_id: dossierId, evidence_id: evidenceId, criterion })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a paper from one criterion, or with `null` from the dossier altogether. */
export async function deleteAttachment(tx: Tx, dossierId: DossierId, evidenceId: EvidenceId, criterion: string | null): Promise<void> {
  let query = tx.deleteFrom('dossier_evidence').where('dossier_id', '=', dossierId).where('evidence_id', '=', evidenceId)
  if (criterion !== null) query = query.where('criterion', '=', criterion)
  await query.execute()
}

/** The newer paper takes the older one's places in the dossiers that the producer still writes; filed ones keep what was filed. */
export async function moveAttachments(tx: Tx, from: EvidenceId, to: EvidenceId, statuses: readonly DossierStatus[]): Promise<DossierId[]> {
  const moved = await tx
    .updateTable('dossier_evidence')
    .set({ evidence_id: to })
    .where('evidence_id', '=', from)
    .where('dossier_id', 'in', (eb) => eb.selectFrom('dossier').select('id').where('status', 'in', statuses))
    .returning('dossier_id')
    .execute()
  return [...new Set(moved.map((row) => row.dossier_id))]
}

export async function selectMediaType(db: ReadDb, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom('stored_file_card').select('media_type').where('hash', '=', hash).executeTakeFirst()
  return row?.media_type
}
