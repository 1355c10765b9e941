/** What a column holds. `money` is whole đồng, `percent` a share of 1, `date` an ISO date, `datetime` an instant. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'exact' | 'money' | 'percent' | 'date' | 'datetime'

/** Decimals may come as exact text ("86.67"); an empty cell is null. */
export type CellValue = string | number | bigint | boolean | Date | null | undefined

export type WorkbookColumn = {
  key: string
  header: string
  kind: ColumnKind
  /** In characters; fitted to the content when absent. */
  width?: number
  /** Adds the column up in the checksum row; every text column may be counted. */
  total?: 'sum' | 'count'
}

export type WorkbookSheet = {
  name: string
  columns: readonly WorkbookColumn[]
  rows: readonly Readonly<Record<string, CellValue>>[]
  /** Without a row of sums under the data: a program reads the rows, and would take it for one. */
  bare?: boolean
}

/** Where the figures came from; printed on the sheet "Nguồn". */
export type WorkbookSource = {
  title: string
  /** Name of the query and its version, so that the same figures can be asked for again. */
  query: string
  version: string
  producedAt: Date
  filters?: readonly { label: string; value: string }[]
  notes?: readonly string[]
}

export type Workbook = { sheets: readonly WorkbookSheet[]; source: WorkbookSource }
