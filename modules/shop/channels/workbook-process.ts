import { fillShopeeWorkbook } from '@dacsan/marketplaces'
import type { WorkbookPack, WorkbookRefusal } from '@dacsan/marketplaces'
import { answerTasks } from '@dacsan/platform/pool-worker'
import { openXlsx, saveXlsx } from 'hucre/xlsx'

export type WorkbookTask = { bytes: Uint8Array; packs: readonly WorkbookPack[] }
export type FilledWorkbook = { bytes: Uint8Array; rows: number } | { refusal: WorkbookRefusal | { code: 'damaged' } }

// What fill-workbook.ts starts beside the server: it fills the workbook that it is given, and reads and writes nothing else. What it does not know in the
// workbook it copies as it is.
answerTasks(async ({ bytes, packs }: WorkbookTask): Promise<FilledWorkbook> => {
  const workbook = await openXlsx(bytes).catch(() => undefined)
  if (!workbook) return { refusal: { code: 'damaged' } }
  // The goods of a template stand on one of its sheets, beside sheets with advice.
  const tried = workbook.sheets.map((sheet) => ({ sheet, filled: fillShopeeWorkbook(asTexts(sheet.rows), packs) }))
  const found = tried.find(({ filled }) => filled.ok || filled.refusal.code !== 'not-a-template')
  if (!found) return { refusal: { code: 'not-a-template' } }
  const { sheet, filled } = found
  if (!filled.ok) return { refusal: filled.refusal }
  for (const { row, column, value } of filled.value) {
    while (sheet.rows.length <= row) sheet.rows.push([])
    const cells = sheet.rows[row]!
    while (cells.length <= column) cells.push(null)
    cells[column] = value
  }
  return { bytes: await saveXlsx(workbook), rows: packs.length }
})

const asTexts = (rows: readonly (readonly unknown[])[]): string[][] =>
  rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell as string | number))))
