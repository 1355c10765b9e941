import type { Block, OfficialDocument, TableRow } from '@dacsan/papers'
import { setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { CriteriaSet, PaperRow } from '../../law/index.ts'
import { choosable, fieldsOf } from '../rules.ts'
import type { DossierContent, FieldName, FormSection, SelfScore } from '../rules.ts'
import { headingOf, lowerFirst, sayChoice, wordsOfField, yearNamed } from '../words.ts'
import { placeName, printed, producerAddress, sampleMark, shownDate } from './paper-words.ts'

/** The four boxes of part I. */
const papersHeld = ['hasBusinessRegistration', 'hasQualityDeclaration', 'hasFoodSafety', 'hasIntellectualProperty'] as const

/** Mẫu số 02, Báo cáo tự đánh giá (Quyết định 26/2026/QĐ-TTg, Phụ lục III). */
export function selfAssessment(
  dossier: DossierContent,
  { set, rows, score }: { set: CriteriaSet; rows: readonly PaperRow[]; score: SelfScore },
): OfficialDocument {
  const { answers } = dossier
  const madeOn = dossier.declaredAt ?? dossier.updatedAt
  return {
    formLabel: 'Mẫu số 02',
    issuingAgency: printed(answers, 'producer', 'organisationName') ?? dossier.producer.name,
    place: placeName(dossier.commune.name),
    date: dateInVietnam(madeOn),
    typeName: 'BÁO CÁO',
    subject: 'Tự đánh giá, phân hạng sản phẩm OCOP',
    addressees: [`Ủy ban nhân dân ${lowerFirst(dossier.commune.name)}, ${lowerFirst(dossier.commune.provinceName)}`],
    blocks: [
      { kind: 'heading', level: 1, text: 'I. THÔNG TIN CHUNG' },
      ...fields(dossier, 'producer'),
      { kind: 'field', label: 'Sản phẩm', value: printed(answers, 'registration', 'productName') },
      { kind: 'field', label: 'Bộ sản phẩm', value: `${setNumberOf(dossier.setCode)}. ${set.name}` },
      {
        kind: 'choices',
        label: 'Giấy tờ đã có',
        columns: 1,
        options: papersHeld.map((name) => ({
          label: wordsOfField('registration', name).label,
          checked: answers.registration[name] === true,
        })),
      },
      { kind: 'heading', level: 1, text: 'II. KẾT QUẢ SẢN XUẤT, KINH DOANH' },
      ...fields(dossier, 'business'),
      { kind: 'heading', level: 1, text: 'III. TỰ CHẤM ĐIỂM' },
      {
        kind: 'paragraph',
        text: `Theo Bộ tiêu chí ban hành kèm theo Quyết định số ${dossier.criteriaDecision}, tổng điểm tự chấm là ${score.total} điểm (phần A ${score.parts.A}, phần B ${score.parts.B}, phần C ${score.parts.C}).`,
      },
      scoreTable(dossier, set, score),
      { kind: 'heading', level: 2, text: 'Danh mục minh chứng' },
      evidenceTable(dossier, rows),
      { kind: 'heading', level: 1, text: 'IV. KẾ HOẠCH THỜI GIAN TỚI' },
      ...fields(dossier, 'plan'),
    ],
    signatures: [{ authority: ['ĐẠI DIỆN CHỦ THỂ'], name: printed(answers, 'producer', 'representative') }],
    ...sampleMark(dossier),
    createdAt: madeOn,
  }
}

function fields(dossier: DossierContent, section: FormSection): Block[] {
  const year = Number(dateInVietnam(dossier.declaredAt ?? dossier.updatedAt).slice(0, 4))
  const unit = printed(dossier.answers, 'business', 'outputUnit')
  const valueOf = (name: FieldName) => {
    const value = printed(dossier.answers, section, name)
    return value !== undefined && unit !== undefined && outputs.has(name) ? `${value} ${unit}` : value
  }
  return fieldsOf(section)
    .filter(([name]) => name !== 'outputUnit')
    .map(([name]) => ({
      kind: 'field',
      label: yearNamed(wordsOfField(section, name).label, year),
      value: name === 'address' ? producerAddress(dossier) : valueOf(name),
    }))
}

/** Read without their unit these say nothing. */
const outputs: ReadonlySet<FieldName> = new Set(['outputLastYear', 'outputYearBefore', 'planOutput'])

function scoreTable(dossier: DossierContent, set: CriteriaSet, score: SelfScore): Block {
  const choices = new Map(dossier.choices.map((choice) => [choice.criterion, choice]))
  const rows = set.parts.flatMap((part): TableRow[] => [
    { cells: [part.code, headingOf(part.name), '', String(score.parts[part.code as 'A' | 'B' | 'C'])], emphasis: 'part' },
    ...part.sections.flatMap((section): TableRow[] =>
      choosable(section).map((criterion) => {
        const choice = choices.get(criterion.code)
        const chosen = choice ? sayChoice(choice) : 'Không chấm'
        const reason = choice?.reason ? [{ text: `\nLý do: ${choice.reason}`, italic: true }] : []
        return {
          cells: [criterion.code, headingOf(criterion.name), { text: [{ text: chosen }, ...reason] }, choice ? String(choice.points) : '–'],
        }
      }),
    ),
  ])
  return {
    kind: 'table',
    fontSize: 11,
    columns: [
      { header: 'TT', width: 8, align: 'center' },
      { header: 'Tiêu chí', width: 34 },
      { header: 'Phương án chọn', width: 48 },
      { header: 'Điểm', width: 10, align: 'center' },
    ],
    rows: [...rows, { cells: ['', 'Tổng cộng', '', String(score.total)], emphasis: 'total' }],
  }
}

/** All rows, as the form has them; a row without a paper stays empty. */
function evidenceTable(dossier: DossierContent, paperRows: readonly PaperRow[]): Block {
  const rows = paperRows.flatMap(({ row: kind, name }): TableRow[] => {
    const papers = dossier.evidence.filter((paper) => paper.kind === kind)
    if (papers.length === 0) return [{ cells: [String(kind), name, '', '', ''] }]
    return papers.map((paper, index) => ({
      cells: [
        index === 0 ? String(kind) : '',
        index === 0 ? name : '',
        [paper.title, paper.number && `số ${paper.number}`, paper.issuedBy].filter(Boolean).join(', '),
        shownDate(paper.issuedOn) ?? '',
        shownDate(paper.expiresOn) ?? '',
      ],
    }))
  })
  return {
    kind: 'table',
    fontSize: 11,
    columns: [
      { header: 'TT', width: 7, align: 'center' },
      { header: 'Minh chứng', width: 30 },
      { header: 'Tên, số, nơi cấp', width: 37 },
      { header: 'Ngày cấp', width: 13, align: 'center' },
      { header: 'Hết hạn', width: 13, align: 'center' },
    ],
    rows,
  }
}
