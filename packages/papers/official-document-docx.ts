import { BorderStyle, Document, Footer, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import type { ISectionOptions, Table } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { OfficialDocument } from './document-model.ts'
import { bodySpacing, layoutTable, signatureLines, signatureRow, wordBlocks } from './docx-blocks.ts'
import { alignments, twips, wordLine, wordParagraph, wordRuns } from './docx-text.ts'
import { dateLine, open } from './paper-date.ts'

// Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20–25, 20–25, 30–35, 15–20 mm. The same choice as in the PDF.
const a4 = { width: twips(210), height: twips(297) }
const margin = { top: twips(20), bottom: twips(20), left: twips(30), right: twips(18), header: twips(10), footer: twips(8) }
const properties = 'docProps/core.xml'
const body = 'word/document.xml'
const portraitWidth = a4.width - margin.left - margin.right
const landscapeWidth = a4.height - margin.left - margin.right

/**
 * Sets an official paper as DOCX, to be edited and filed, with the layout of {@link officialDocumentPdf}.
 * It names Times New Roman, which the office's computers have; nothing is embedded. The same paper gives the same bytes.
 * A malformed date rejects with a RangeError.
 *
 * @example text(await officialDocumentDocx({ ...decision, issuingAgency: 'Ủy ban nhân dân tỉnh Vĩnh Long', symbol: 'QĐ-UBND' })).slice(0, 2) // 'PK'
 */
export async function officialDocumentDocx(paper: OfficialDocument): Promise<Uint8Array> {
  const document = new Document({
    title: [paper.typeName, paper.subject.replaceAll('\n', ' ')].filter(Boolean).join(' '),
    creator: paper.issuingAgency.replaceAll('\n', ' '),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } }, paragraph: { spacing: { after: 0 } } },
      },
    },
    sections: [
      section(
        [...head(paper), ...opening(paper), ...wordBlocks(paper.blocks, portraitWidth, paper.signatures.length > 0), ...closing(paper)],
        'portrait',
        paper.watermark,
      ),
      ...(paper.appendices ?? []).map((appendix) => {
        const orientation = appendix.orientation ?? 'portrait'
        const width = orientation === 'landscape' ? landscapeWidth : portraitWidth
        return section(
          [
            ...(appendix.label ? [wordLine(appendix.label, { bold: true, size: 14 })] : []),
            wordLine(appendix.title, { bold: true, size: 14, allCaps: true }),
            ...(appendix.note ? [wordLine(appendix.note, { italics: true, size: 14 })] : []),
            rule(width, 35, 8),
            ...wordBlocks(appendix.blocks, width),
          ],
          orientation,
          paper.watermark,
        )
      }),
    ],
  })
  return timeless(new Uint8Array(await Packer.toArrayBuffer(document)), paper.createdAt)
}

/** The library writes its own clock into the file: with the paper's time in its place the same paper is the same bytes. */
function timeless(docx: Uint8Array, createdAt: Date): Uint8Array {
  const { [properties]: own, [body]: text, ...parts } = unzipSync(docx)
  if (!own || !text) throw new Error(`a DOCX without ${properties} or ${body}`)
  const said = strFromU8(own).replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${createdAt.toISOString()}`)
  // The first moment that an archive can name, on the clock of wherever this runs, because that is the clock that is written.
  return zipSync({ ...parts, [body]: strToU8(lowBreaks(strFromU8(text))), [properties]: strToU8(said) }, { mtime: new Date(1980, 0, 1) })
}

/** Word ends a text with a paragraph, if need be with one of its own on a page of its own. */
const low = () => new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } })

/** The paragraph that ends a section is as low as none: behind a signature at the foot of a page it would make a page of its own. */
const lowBreaks = (xml: string): string =>
  xml.replaceAll(
    '<w:p><w:pPr><w:sectPr',
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr',
  )

/** Pages are numbered from 1 in each part, centred above, and the first number is not shown. What a sample says stands below. */
function section(children: (Paragraph | Table)[], orientation: 'portrait' | 'landscape', watermark: string | undefined): ISectionOptions {
  const mark = new Footer({ children: [wordLine(watermark ?? '', { bold: true, size: 16 })] })
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...a4, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph('')] }),
      default: new Header({
        children: [new Paragraph({ alignment: alignments.center, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] })],
      }),
    },
    ...(watermark && { footers: { first: mark, default: mark } }),
    children,
  }
}

function head(paper: OfficialDocument): (Paragraph | Table)[] {
  const shares = [43, 57] as const
  const agencyWidth = (portraitWidth * shares[0]) / 100
  const nationWidth = (portraitWidth * shares[1]) / 100
  const agency = [
    ...(paper.superiorAgency ? [wordLine(paper.superiorAgency, { size: 12, allCaps: true })] : []),
    wordLine(paper.issuingAgency, { size: 12, bold: true, allCaps: true }),
    rule(agencyWidth, 22, 6),
    ...(paper.symbol ? [wordLine(`Số: ${paper.number || open}/${paper.symbol}`, { size: 13 })] : []),
    ...(paper.typeName ? [] : [wordLine(`V/v ${paper.subject}`, { size: 13 })]),
  ]
  const nation = [
    wordLine('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
    wordLine('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
    rule(nationWidth, 54, 6),
    ...(paper.undated ? [] : [wordLine(`${paper.place}, ${dateLine(paper.date)}`, { size: 13, italics: true })]),
  ]
  return [
    ...(paper.formLabel ? [wordLine(paper.formLabel, { size: 13, bold: true, align: 'right', after: 4 })] : []),
    layoutTable([[agency, nation]], shares, portraitWidth),
  ]
}

function opening(paper: OfficialDocument): Paragraph[] {
  const bases = paper.legalBases ?? []
  return [
    ...(paper.typeName
      ? [
          wordLine(paper.typeName, { bold: true, allCaps: true, before: 14 }),
          wordLine(paper.subject, { bold: true }),
          rule(portraitWidth, 35, 8),
        ]
      : [wordLine('', {})]),
    ...addressees(paper.addressees ?? []),
    ...(paper.decidingAuthority ? [wordLine(paper.decidingAuthority, { bold: true, allCaps: true, before: 4, after: 8 })] : []),
    ...bases.map((basis, index) =>
      wordParagraph(wordRuns(basis + (index + 1 < bases.length || !paper.enactingWords ? ';' : '.'), { italics: true }), {
        alignment: alignments.justify,
        spacing: bodySpacing,
        indent: { firstLine: twips(10) },
      }),
    ),
    ...(paper.enactingWords ? [wordLine(paper.enactingWords, { bold: true, allCaps: true, before: 4, after: 8 })] : []),
  ]
}

function addressees(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return []
  if (names.length === 1) return [wordLine(`Kính gửi: ${names[0]}`, { before: 4, after: 10 })]
  const at = (millimetres: number) => ({ indent: { left: twips(millimetres) }, spacing: { after: 60 } })
  return [wordParagraph(wordRuns('Kính gửi:'), at(30)), ...names.map((name) => wordParagraph(wordRuns(`- ${name}`), at(40)))]
}

function closing(paper: OfficialDocument): (Paragraph | Table)[] {
  const recipients = paper.recipients
    ? [
        wordLine('Nơi nhận:', { size: 12, bold: true, italics: true, align: 'left' }),
        ...paper.recipients.map((line) => wordLine(`- ${line}`, { size: 11, align: 'left' })),
      ]
    : []
  const [only, second] = paper.signatures
  const gap = new Paragraph({ spacing: { after: 80 }, keepNext: true })
  if (!only) return recipients
  // Word wants a paragraph in every cell.
  if (!second)
    return [gap, layoutTable([[recipients.length ? recipients : [new Paragraph('')], signatureLines(only)]], [1, 1], portraitWidth), low()]
  return [gap, signatureRow(paper.signatures, portraitWidth), gap, ...recipients]
}

/** A centred line `length` mm long inside `width` twips: the top border of an empty paragraph with wide indents. */
function rule(width: number, length: number, after: number): Paragraph {
  const indent = Math.max(0, Math.round((width - twips(length)) / 2))
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 40, after: after * 20, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 5, color: '000000', space: 1 } },
  })
}
