import { sql } from 'kysely'
import type { RegisterRow } from '../catalogue/index.ts'
import type { FaultyRows, RegisterProblem } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { Role, UserId } from '../identity/rules.ts'
import type { Difference, Doubt, Finding, ImportId, ImportSource, ImportStatus } from './rules.ts'

export type RegisterImport = {
  id: ImportId
  source: ImportSource
  fileName: string
  fileHash: string
  rowCount: number
  status: ImportStatus
  problems: readonly RegisterProblem[]
  faulty: FaultyRows
  proposedAt: Date
  proposedBy: UserId | null
  proposedByName: string | null
  decidedAt: Date | null
  decidedBy: UserId | null
  decidedByName: string | null
  reason: string | null
  finishedAt: Date | null
  producers: number
  products: number
  certificates: number
}

const imports = (db: ReadDb) =>
  db
    .selectFrom('register_import as import')
    .leftJoin('person_card as proposer', 'proposer.id', 'import.proposed_by')
    .leftJoin('person_card as decider', 'decider.id', 'import.decided_by')
    .select([
      'import.id',
      'import.source',
      'import.file_name as fileName',
      'import.file_hash as fileHash',
      'import.row_count as rowCount',
      'import.status',
      // JSON that a register is read into: the columns stand below the rooms and cannot name its type.
      sql<readonly RegisterProblem[]>`import.problems`.as('problems'),
      sql<FaultyRows>`import.faulty`.as('faulty'),
      'import.proposed_at as proposedAt',
      'import.proposed_by as proposedBy',
      'proposer.name as proposedByName',
      'import.decided_at as decidedAt',
      'import.decided_by as decidedBy',
      'decider.name as decidedByName',
      'import.reason',
      'import.finished_at as finishedAt',
      'import.producers',
      'import.products',
      'import.certificates',
    ])

export async function selectImport(db: ReadDb, by: { id: ImportId } | { openHash: string }): Promise<RegisterImport | undefined> {
  return 'id' in by
    ? imports(db).where('import.id', '=', by.id).executeTakeFirst()
    : imports(db).where('import.file_hash', '=', by.openHash).where('import.status', 'in', ['proposed', 'confirmed']).executeTakeFirst()
}

/** The import, held until the end of the transaction. */
export async function lockImport(tx: Tx, id: ImportId): Promise<RegisterImport | undefined> {
  const locked = await tx.selectFrom('register_import').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectImport(tx, { id })
}

export type ImportCard = Omit<RegisterImport, 'problems' | 'faulty'> & { faults: number; done: number }

/** The latest first. */
export async function selectImports(db: ReadDb): Promise<ImportCard[]> {
  return db
    .with('listed', (cte) =>
      imports(cte as never)
        .orderBy('import.proposed_at', 'desc')
        .orderBy('import.id', 'desc'),
    )
    .selectFrom('listed')
    .select([
      'id',
      'source',
      'fileName',
      'fileHash',
      'rowCount',
      'status',
      'proposedAt',
      'proposedBy',
      'proposedByName',
      'decidedAt',
      'decidedBy',
      'decidedByName',
      'reason',
      'finishedAt',
      'producers',
      'products',
      'certificates',
      sql<number>`jsonb_array_length(problems)`.as('faults'),
      sql<number>`(select count(*) from register_import_row as part where part.import_id = listed.id and part.done_at is not null)::int`.as(
        'done',
      ),
    ])
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertImport(
  tx: Tx,
  made: Pick<
    RegisterImport,
    'id' | 'source' | 'fileName' | 'fileHash' | 'rowCount' | 'status' | 'problems' | 'faulty' | 'proposedAt' | 'proposedBy'
  > & {
    finishedAt?: Date
  },
): Promise<void> {
  await tx
    .insertInto('register_import')
    .values({
      id: made.id,
      source: made.source,
      file_name: made.fileName,
      file_hash: made.fileHash,
      row_count: made.rowCount,
      status: made.status,
      problems: JSON.stringify(made.problems),
      faulty: JSON.stringify(made.faulty),
      proposed_at: made.proposedAt,
      proposed_by: made.proposedBy,
      finished_at: made.finishedAt ?? null,
    })
    .execute()
}

export type ImportRow = {
  row: number
  cells: RegisterRow
  finding: Finding
  doubts: readonly Doubt[]
  differences: readonly Difference[]
}

/** All rows in one statement and one parameter, however many. */
export async function insertImportRows(tx: Tx, importId: ImportId, rows: readonly (ImportRow & { group: string })[]): Promise<void> {
  await sql`
    insert into register_import_row (import_id, row, product_group, cells, finding, doubts, differences)
    select ${importId}, new.row, new."group", new.cells, new.finding, new.doubts, new.differences
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as new(
      row integer, "group" text, cells jsonb, finding text, doubts jsonb, differences jsonb)`.execute(tx)
}

export async function updateFindings(tx: Tx, importId: ImportId, rows: readonly Omit<ImportRow, 'cells'>[]): Promise<void> {
  await sql`
    update register_import_row as part set finding = new.finding, doubts = new.doubts, differences = new.differences
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as new(row integer, finding text, doubts jsonb, differences jsonb)
    where part.import_id = ${importId} and part.row = new.row`.execute(tx)
}

export type RowKind = Finding | 'doubtful'

/** Rows of an import in their order; doubtful ones are listed apart from the others. */
export async function selectImportRows(
  db: ReadDb,
  importId: ImportId,
  { kind, limit, offset = 0 }: { kind?: RowKind; limit?: number; offset?: number } = {},
): Promise<ImportRow[]> {
  return db
    .selectFrom('register_import_row')
    .select(['row', sql<RegisterRow>`cells`.as('cells'), 'finding', 'doubts', 'differences'])
    .where('import_id', '=', importId)
    .$if(kind === 'doubtful', (query) => query.where(sql<boolean>`doubts <> '[]'`))
    .$if(kind !== undefined && kind !== 'doubtful', (query) =>
      query.where('finding', '=', kind as Finding).where(sql<boolean>`doubts = '[]'`),
    )
    .orderBy('row')
    .$if(limit !== undefined, (query) => query.limit(limit!).offset(offset))
    .execute()
}

export type ImportCounts = Record<RowKind, number> & { done: number }

export async function countImportRows(db: ReadDb, importId: ImportId): Promise<ImportCounts> {
  return db
    .selectFrom('register_import_row')
    .select([
      sql<number>`(count(*) filter (where finding = 'new' and doubts = '[]'))::int`.as('new'),
      sql<number>`(count(*) filter (where finding = 'changed' and doubts = '[]'))::int`.as('changed'),
      sql<number>`(count(*) filter (where finding = 'known' and doubts = '[]'))::int`.as('known'),
      sql<number>`(count(*) filter (where doubts <> '[]'))::int`.as('doubtful'),
      sql<number>`(count(done_at))::int`.as('done'),
    ])
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
}

export async function updateDecided(
  tx: Tx,
  id: ImportId,
  made: { status: ImportStatus; by: UserId | null; at: Date; reason: string | null },
): Promise<void> {
  await tx
    .updateTable('register_import')
    .set({ status: made.status, decided_by: made.by, decided_at: made.at, reason: made.reason })
    .where('id', '=', id)
    .execute()
}

/** The next rows that were not carried out, those of some products, whole products at a time. */
export async function selectNextRows(tx: Tx, importId: ImportId, products: number): Promise<RegisterRow[]> {
  const { rows } = await sql<{ cells: RegisterRow }>`
    select cells from register_import_row
    where import_id = ${importId} and product_group in (
      select product_group from register_import_row where import_id = ${importId} and done_at is null
      group by product_group order by min(row) limit ${products})
    order by row`.execute(tx)
  return rows.map(({ cells }) => cells)
}

export async function updateRowsDone(tx: Tx, importId: ImportId, rows: readonly number[], at: Date): Promise<void> {
  await tx
    .updateTable('register_import_row')
    .set({ done_at: at })
    .where('import_id', '=', importId)
    .where(sql<boolean>`row = any(${[...rows]}::int[])`)
    .where('done_at', 'is', null)
    .execute()
}

export async function addCounts(
  tx: Tx,
  id: ImportId,
  counts: { producers: number; products: number; certificates: number },
): Promise<void> {
  await tx
    .updateTable('register_import')
    .set((eb) => ({
      producers: eb('producers', '+', counts.producers),
      products: eb('products', '+', counts.products),
      certificates: eb('certificates', '+', counts.certificates),
    }))
    .where('id', '=', id)
    .execute()
}

export async function updateFinished(tx: Tx, id: ImportId, status: ImportStatus, at: Date): Promise<void> {
  await tx.updateTable('register_import').set({ status, finished_at: at }).where('id', '=', id).execute()
}

/** Whether somebody else than this person holds this role on a day. */
export async function hasOtherWith(db: ReadDb, role: Role, userId: UserId | null, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership_card')
    .select('id')
    .where('role', '=', role)
    .$if(userId !== null, (query) => query.where('user_id', '<>', userId!))
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .executeTakeFirst()
  return row !== undefined
}
