import { NotFound } from '@dacsan/decisions'
import { toCsv } from '@dacsan/platform/csv'
import { sayRegisterProblem } from '../catalogue/words.ts'
import type { Ctx } from '../context.ts'
import { requireImportReader } from './policy.ts'
import { selectImport } from './register-import.store.ts'
import type { ImportId } from './rules.ts'
import { importPage as says } from './words.ts'

/** The wrong rows of a file as they stood there, each with everything that is wrong about it, as a file for the officer who mends them. */
export async function faultyRows(ctx: Ctx, importId: ImportId): Promise<string> {
  requireImportReader(ctx.actor)
  const found = await selectImport(ctx.db, { id: importId })
  if (!found) throw new NotFound('No such import', { importId })
  const { headings, rows } = found.faulty
  const problems = Map.groupBy(found.problems, (problem) => ('row' in problem ? problem.row : 0))
  const columns = [
    { key: 'row', header: says.rowColumn },
    ...headings.map((header, index) => ({ key: `cell${index}`, header })),
    { key: 'faults', header: says.faultColumn },
  ]
  return toCsv(
    rows.map(({ row, cells }) => ({
      row: String(row),
      ...Object.fromEntries(headings.map((_heading, index) => [`cell${index}`, cells[index] ?? ''])),
      faults: (problems.get(row) ?? []).map(sayRegisterProblem).join(' '),
    })) as Record<string, string>[],
    columns,
    { separator: ';' },
  )
}
