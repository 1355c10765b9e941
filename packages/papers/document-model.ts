import type { Text } from './text.ts'

export type Alignment = 'left' | 'center' | 'right' | 'justify'

/** A table cell: text alone, or text that spans or stands out. Below a `rowspan`, cells stand one column off: give them their `align`. */
export type Cell = Text | { text: Text; colspan?: number; rowspan?: number; align?: Alignment; bold?: boolean; italic?: boolean }

/** `width` is a share of the table's width; shares need not add up to anything, and no column becomes narrower than its longest word. */
export type TableColumn = { header: Text; width: number; align?: Alignment }

/** `emphasis` marks a part of a score table or a total: bold; `part` is also shaded. */
export type TableRow = { cells: readonly Cell[]; emphasis?: 'part' | 'total' }

/** One who signs: the lines above the name ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), then the name. */
export type Signature = { authority: readonly string[]; hint?: string; name?: string }

/**
 * What the body of a paper is made of.
 * - `paragraph`: justified, first line indented by 1 cm, unless told otherwise.
 * - `heading`: level 1 "I. …", level 2 "1. …", level 3 "a) …", written out by the caller.
 * - `article`: "Điều 1." in bold, then its title or its text.
 * - `list`: with dashes, numbers or letters.
 * - `field`: "1. Tên đơn vị: …"; a missing value prints dots to write on. Several fields in `fields` share one line.
 * - `choices`: ☐/☑ boxes, `columns` in a line (all on one line when absent).
 * - `table`: header row repeated on each page; `columnNumbers` prints a row (1) (2) (3) under it.
 * - `signatures`: columns side by side inside the body; one alone stands on the right half.
 *
 * What stands right above signatures or a table, and a paragraph that ends in ":" above a list or boxes, stays on one page with what follows;
 * so do the last two lines above the signature at the end.
 */
export type Block =
  | { kind: 'paragraph'; text: Text; align?: Alignment; indent?: boolean }
  | { kind: 'heading'; level: 1 | 2 | 3; text: Text; align?: 'left' | 'center' }
  | { kind: 'article'; number: number; title?: Text; text?: Text }
  | { kind: 'list'; marker: 'dash' | 'number' | 'letter'; items: readonly Text[] }
  | { kind: 'field'; label: Text; value?: Text }
  | { kind: 'fields'; fields: readonly { label: Text; value?: Text }[] }
  | { kind: 'choices'; label?: Text; options: readonly { label: Text; checked: boolean }[]; columns?: number }
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly TableRow[]; columnNumbers?: boolean; fontSize?: number }
  | { kind: 'signatures'; signatures: readonly Signature[] }
  | { kind: 'page-break' }

/** An appendix starts a page of its own; `note` is the line "(Kèm theo Quyết định số …)". */
export type Appendix = {
  label?: string
  title: string
  note?: string
  orientation?: 'portrait' | 'landscape'
  blocks: readonly Block[]
}

/**
 * An official paper of Vietnam, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I. One model gives the PDF and the DOCX.
 *
 * Dates are ISO texts: `2026-11-23`; `2026-11` or `2026` leave the day, or day and month, open for the pen.
 */
export type OfficialDocument = {
  /** Top right corner of a numbered form: "Mẫu số 01". */
  formLabel?: string
  /** Cơ quan chủ quản, printed upright above the issuing agency. */
  superiorAgency?: string
  /** Cơ quan ban hành, printed bold and underlined by a third. */
  issuingAgency: string
  /** Number in the register; absent or empty leaves room for it. */
  number?: string
  /** "QĐ-UBND"; absent: no number line (papers of a private party). */
  symbol?: string
  place: string
  date: string
  /** Minutes have no line with place and day under the motto: they say both in their text (mẫu 1.9). */
  undated?: boolean
  /** Tên loại: "QUYẾT ĐỊNH". Absent for an official letter (công văn), whose subject then stands under the number. */
  typeName?: string
  /** Trích yếu, without the "V/v" that the paper itself sets before that of an official letter; several lines separated by "\n". */
  subject: string
  /** "Kính gửi:" one line per addressee. */
  addressees?: readonly string[]
  /** The authority that decides, in the heading of a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …". */
  decidingAuthority?: string
  /** "Căn cứ …", without the closing mark: the paper sets ";" and the last "." itself. */
  legalBases?: readonly string[]
  /** "QUYẾT ĐỊNH:" between the bases and the articles. */
  enactingWords?: string
  blocks: readonly Block[]
  /** One signer stands right of "Nơi nhận"; two or more (minutes) stand side by side above it. */
  signatures: readonly Signature[]
  /** "Nơi nhận", one line each, without the dash. */
  recipients?: readonly string[]
  appendices?: readonly Appendix[]
  /** Pale words across each page: "DỮ LIỆU MẪU". */
  watermark?: string
  /** Written into the file; the same model and time give the same bytes. */
  createdAt: Date
}
