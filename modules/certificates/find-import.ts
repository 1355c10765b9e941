import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { RegisterProblem } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { requireImportReader } from './policy.ts'
import { countImportRows, selectImport, selectImportRows, selectImports } from './register-import.store.ts'
import type { ImportCard, ImportCounts, ImportRow, RegisterImport, RowKind } from './register-import.store.ts'
import { registerActs } from './rules.ts'
import type { CertificatesRefusal, ImportId, MayImport, NotSecondPerson } from './rules.ts'
import { tiesOfImport, whyNotSecondPerson } from './second-person.ts'

/** All imports, the latest first. */
export async function listImports(ctx: Ctx): Promise<ImportCard[]> {
  requireImportReader(ctx.actor)
  return selectImports(ctx.db)
}

export type ImportView = {
  file: Omit<RegisterImport, 'problems' | 'faulty'>
  problems: readonly RegisterProblem[]
  counts: ImportCounts
  /** Every row that somebody must tick. */
  doubtful: ImportRow[]
  listed: { kind: RowKind; rows: ImportRow[]; page: number; pages: number }
  isRunning: boolean
  isWaiting: boolean
  may: MayImport | (Omit<MayImport, 'confirm'> & { confirm: CertificatesRefusal })
  /** Why the reader does not confirm what waits and could be confirmed. */
  whyNot: NotSecondPerson | null
}

const rowsOnPage = 100

/** One import with what it would do, or did: the rows of one kind a page at a time, all doubtful ones at once. */
export async function findImport(ctx: Ctx, importId: ImportId, asked: { kind?: string | null; page?: number } = {}): Promise<ImportView> {
  const reader = requireImportReader(ctx.actor)
  const found = await selectImport(ctx.db, { id: importId })
  if (!found) throw new NotFound('No such import', { importId })
  const { problems, faulty: _faulty, ...file } = found
  const counts = await countImportRows(ctx.db, importId)
  const kind = kinds.find((one) => one === asked.kind) ?? kinds.find((one) => counts[one] > 0) ?? 'new'
  const pages = Math.max(1, Math.ceil(counts[kind] / rowsOnPage))
  const page = Math.min(pages, Math.max(1, Math.trunc(asked.page ?? 1) || 1))
  const isWaiting = file.status === registerActs.propose.to
  const whyNot = await whyNotSecondPerson(ctx.db, reader, found, dateInVietnam(ctx.now))
  const may = mayOf(registerActs, file.status, grantsOf(reader, tiesOfImport(whyNot)))
  return {
    file,
    problems,
    counts,
    doubtful: await selectImportRows(ctx.db, importId, { kind: 'doubtful' }),
    listed: {
      kind,
      page,
      pages,
      rows: await selectImportRows(ctx.db, importId, { kind, limit: rowsOnPage, offset: (page - 1) * rowsOnPage }),
    },
    isRunning: file.status === registerActs.confirm.to,
    isWaiting,
    may: may.confirm === true && problems.length > 0 ? { ...may, confirm: { code: 'import-faulty', problems: problems.length } } : may,
    whyNot: isWaiting && problems.length === 0 ? whyNot : null,
  }
}

const kinds = ['new', 'changed', 'known'] as const satisfies readonly RowKind[]
