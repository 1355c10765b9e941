import { writeXlsx } from 'hucre/xlsx'
import type { CellStyle, CellValue as WrittenValue, WriteSheet } from 'hucre/xlsx'
import { exactSum } from './exact-sum.ts'
import { withoutControls } from './text.ts'
import type { CellValue, ColumnKind, Workbook, WorkbookColumn, WorkbookSheet, WorkbookSource } from './workbook-model.ts'

const formats: Record<ColumnKind, string> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  /** A weight in kilograms to the gram: as many decimals as it has. */
  exact: '#,##0.###',
  money: '#,##0" ₫"',
  percent: '0.0%',
  date: 'dd/mm/yyyy',
  datetime: 'dd/mm/yyyy hh:mm',
}
const isNumeric = (kind: ColumnKind) =>
  kind === 'integer' || kind === 'decimal' || kind === 'exact' || kind === 'money' || kind === 'percent'

/** Spreadsheets know no time zones: instants are written as the clock in Vietnam shows them. */
const vietnamOffset = 7 * 60 * 60 * 1000

const heading: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '14532D' } },
  alignment: { wrapText: true, vertical: 'center' },
}
const checksum: CellStyle = { font: { bold: true }, border: { top: { style: 'thin' } } }

/**
 * Writes sheets as one XLSX file: frozen header with filters, typed cells, a checksum row under the data (count of rows, exact sums), and
 * a last sheet "Nguồn" with the query, its version, the filters and the same checksums.
 *
 * Text that a spreadsheet could take for a formula (=, +, -, @ in front) stays as it is: a shared string is never a formula (ECMA-376, 18.18.11).
 * Numbers over 15 digits stay text, since a spreadsheet would round them. A value that does not fit its column throws a RangeError that names
 * sheet, row and column.
 *
 * @example
 * const columns = [{ key: 'name', header: 'Tên', kind: 'text' }]
 * const source = { title: 'Sản phẩm', query: 'san-pham', version: '1', producedAt: createdAt }
 * text(await workbookXlsx({ sheets: [{ name: 'Sản phẩm', columns, rows: [{ name: 'Dừa sáp' }] }], source })).slice(0, 2) // 'PK'
 */
export async function workbookXlsx({ sheets, source }: Workbook): Promise<Uint8Array> {
  const names = sheetNames([...sheets.map(({ name }) => name), 'Nguồn'])
  const totals = sheets.map(sheetTotals)
  return writeXlsx({
    sheets: [
      ...sheets.map((sheet, index) => dataSheet(sheet, names[index] ?? '', totals[index] ?? [])),
      sourceSheet(source, sheets, names, totals),
    ],
    properties: { title: source.title, created: source.producedAt, modified: source.producedAt },
    defaultFont: { name: 'Times New Roman', size: 12 },
  })
}

function dataSheet(sheet: WorkbookSheet, name: string, totals: readonly string[]): WriteSheet {
  const rows = sheet.rows.map((row, index) =>
    sheet.columns.map((column) => written(row[column.key], column, `${sheet.name}, dòng ${index + 2}, cột "${column.header}"`)),
  )
  const closing = sheet.columns.map((column, index) => {
    const total = totals[index] ?? ''
    if (index === 0 && total === '') return `Cộng ${sheet.rows.length} dòng`
    return column.total === 'sum' ? numeric(total) : column.total === 'count' ? Number(total) : null
  })
  const cells: WriteSheet['cells'] = new Map()
  sheet.columns.forEach((column, at) => {
    cells.set(`0,${at}`, { style: heading })
    const numFmt = column.total === 'count' || !column.total ? formats.integer : formats[column.kind]
    if (!sheet.bare) cells.set(`${rows.length + 1},${at}`, { style: { ...checksum, numFmt } })
  })
  return {
    name,
    columns: sheet.columns.map((column, at) => ({
      width: column.width ?? fittingWidth([column.header, ...rows.slice(0, 500).map((row) => row[at] ?? null)], column.kind),
      style: {
        numFmt: formats[column.kind],
        alignment: isNumeric(column.kind) ? { horizontal: 'right', vertical: 'top' } : { vertical: 'top', wrapText: true },
      },
    })),
    rows: [sheet.columns.map(({ header }) => withoutControls(header)), ...rows, ...(sheet.bare ? [] : [closing])],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetters(sheet.columns.length)}${rows.length + 1}` },
  }
}

function sourceSheet(
  source: WorkbookSource,
  sheets: readonly WorkbookSheet[],
  names: readonly string[],
  totals: readonly (readonly string[])[],
): WriteSheet {
  const facts: [string, string][] = [
    ['Tiêu đề', source.title],
    ['Truy vấn', source.query],
    ['Phiên bản truy vấn', source.version],
    ['Lập lúc (giờ Việt Nam)', new Date(source.producedAt.getTime() + vietnamOffset).toISOString().slice(0, 16).replace('T', ' ')],
    ...(source.filters ?? []).map(({ label, value }): [string, string] => [`Điều kiện: ${label}`, value]),
    ...sheets.flatMap((sheet, index): [string, string][] => [
      [`Số dòng: ${names[index]}`, String(sheet.rows.length)],
      ...sheet.columns.flatMap((column, at): [string, string][] =>
        column.total ? [[`${column.total === 'sum' ? 'Tổng' : 'Đếm'}: ${names[index]} / ${column.header}`, totals[index]?.[at] ?? '']] : [],
      ),
    ]),
    ...(source.notes ?? []).map((note): [string, string] => ['Ghi chú', note]),
  ]
  return {
    name: names.at(-1) ?? 'Nguồn',
    columns: [
      { width: 40, style: { font: { bold: true } } },
      { width: 70, style: { numFmt: formats.text, alignment: { wrapText: true } } },
    ],
    rows: facts.map(([label, value]) => [withoutControls(label), withoutControls(value)]),
  }
}

/** By column: the exact sum, the count of filled cells, or nothing. */
function sheetTotals(sheet: WorkbookSheet): string[] {
  return sheet.columns.map((column) => {
    const values = sheet.rows.map((row) => row[column.key]).filter((value) => value !== null && value !== undefined && value !== '')
    if (column.total === 'count') return String(values.length)
    if (column.total !== 'sum') return ''
    return exactSum(values.map((value) => (typeof value === 'bigint' || typeof value === 'number' ? value : String(value))))
  })
}

function written(value: CellValue, column: WorkbookColumn, where: string): WrittenValue {
  if (value === null || value === undefined || value === '') return null
  if (column.kind === 'text')
    return typeof value === 'boolean'
      ? value
        ? 'Có'
        : 'Không'
      : withoutControls(value instanceof Date ? value.toISOString() : String(value))
  if (column.kind === 'date' || column.kind === 'datetime') {
    const instant = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN
    if (Number.isNaN(instant)) throw new RangeError(`${where}: không phải ngày`)
    const shown = new Date(column.kind === 'date' && typeof value === 'string' && value.length === 10 ? instant : instant + vietnamOffset)
    if (column.kind === 'date') shown.setUTCHours(0, 0, 0, 0)
    return shown
  }
  const text = String(value)
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`${where}: không phải số`)
  return numeric(text)
}

/** A number where a spreadsheet can hold it exactly (15 significant digits), else its text. */
function numeric(text: string): number | string {
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? Number(text) : text
}

function fittingWidth(values: readonly WrittenValue[], kind: ColumnKind): number {
  const least = kind === 'datetime' ? 17 : kind === 'text' ? 8 : 12
  return Math.min(48, Math.max(least, ...values.map((value) => (value instanceof Date ? 0 : String(value ?? '').length + 2))))
}

/** Excel's rules for names of sheets: 31 characters, none of []:*?/\, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim() || 'Bảng'
    let unique = plain.slice(0, 31)
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${plain.slice(0, 28 - String(copy).length)} (${copy})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** "AB" for the 28th column. */
function columnLetters(count: number): string {
  return count <= 0 ? '' : columnLetters(Math.floor((count - 1) / 26)) + String.fromCharCode(65 + ((count - 1) % 26))
}
