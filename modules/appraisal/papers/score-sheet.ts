import type { Block, OfficialDocument, TableRow } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { setNumberOf } from '@dacsan/scorecard'
import type { CriteriaSet } from '@dacsan/scorecard'
import { criteriaSet } from '../../law/index.ts'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, sampleMark, sentenceCase, within } from '../../papers/words.ts'
import type { SheetLine } from '../rules.ts'
import type { Manner, Opinion, Seat } from '../rules/session.ts'
import type { SessionForMinutes } from '../sessions/session-for-minutes.ts'
import type { SessionDossier } from '../sessions/session.store.ts'
import type { SheetView } from '../sheets/sheet-for.ts'
import { opinionWords, seatWords, sheetCriterion } from '../words.ts'

/** A sheet as its paper shows it. */
type WrittenSheet = {
  about: SessionDossier
  session: { manner: Manner; heldOn: string; roundName: string }
  councilName: string
  member: { name: string; agency: string; seat: Seat }
  lines: readonly SheetLine[]
  generalComment: string
  /** What the member answered in writing. */
  opinion: Opinion | null
  opinionReason: string
  /** When it was handed in; of a counted sheet, when the session was closed. */
  at: Date
}

export type OwnSheet = { view: SheetView; councilName: string; member: WrittenSheet['member'] }

/** A member's own sheet, once it is handed in. */
export const ownSheet: Paper<OwnSheet> = {
  address: 'phieu-cham',
  formats: ['pdf', 'docx'],
  items: ({ view }) => (view.isSubmitted ? [view.about.dossierId] : []),
  about: ({ view }) => ({ type: 'dossier', id: view.about.dossierId }),
  title: () => 'Phiếu chấm điểm',
  says: () => 'Phiếu của chính thành viên',
  fileName: ({ view }) => `phieu-cham-${asFileName(view.about.code)}`,
  draw: (_, { view, councilName, member }) =>
    scoreSheet({
      about: view.about,
      session: view.session,
      councilName,
      member,
      lines: view.sheet.lines,
      generalComment: view.sheet.generalComment,
      opinion: view.sheet.opinion,
      opinionReason: view.sheet.opinionReason,
      at: view.sheet.submittedAt!,
    }),
}

const keyOf = (dossierId: string, memberId: string) => `${dossierId}-${memberId}`

/** Every sheet that counts, for the secretary's file after the close. */
export const countedSheet: Paper<SessionForMinutes> = {
  address: 'phieu-thanh-vien',
  formats: ['pdf', 'docx'],
  by: { 'council-secretary': 'secretary-seat' },
  items: ({ dossiers }) => dossiers.flatMap(({ dossierId, sheets }) => sheets.map(({ memberId }) => keyOf(dossierId, memberId))),
  about: ({ session }) => ({ type: 'session', id: session.id }),
  title: () => 'Phiếu chấm điểm',
  says: () => 'Phiếu được tính của từng thành viên',
  fileName: ({ session }, item) => `phieu-cham-${session.heldOn}-${asFileName(item)}`,
  draw: (_, { session, dossiers }, { item }) => {
    const about = dossiers.find(({ dossierId }) => item.startsWith(`${dossierId}-`))!
    const sheet = about.sheets.find(({ memberId }) => keyOf(about.dossierId, memberId) === item)!
    // In writing a dossier has a result only where everybody found that it can be concluded so.
    const opinion = session.manner === 'written' ? 'conclude' : null
    return scoreSheet({
      ...sheet,
      opinion,
      opinionReason: '',
      about,
      session,
      councilName: session.councilName,
      member: sheet,
      at: session.closedAt!,
    })
  },
}

/** Phiếu chấm điểm: the criteria of the set in their order with what the member chose; no national form is known, so it follows the set itself. */
function scoreSheet({
  about,
  session,
  councilName,
  member,
  lines,
  generalComment,
  opinion,
  opinionReason,
  at,
}: WrittenSheet): OfficialDocument {
  const set = criteriaSet(about.criteriaDecision, about.setCode)
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: councilName,
    place: issuers.province.place,
    date: session.manner === 'written' ? dateInVietnam(at) : session.heldOn,
    typeName: 'Phiếu chấm điểm',
    subject: `Đánh giá, phân hạng sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      { kind: 'field', label: 'Sản phẩm', value: about.productName },
      { kind: 'field', label: 'Chủ thể', value: `${about.producerName}, ${about.communeName}` },
      { kind: 'field', label: 'Mã hồ sơ', value: about.code },
      {
        kind: 'field',
        label: 'Bộ sản phẩm',
        value: `${setNumberOf(about.setCode)}. ${set.name} (Quyết định số ${about.criteriaDecision})`,
      },
      { kind: 'field', label: 'Thành viên chấm', value: [member.name, member.agency, seatWords[member.seat]].filter(Boolean).join(', ') },
      criteriaTable(set, lines),
      { kind: 'field', label: 'Nhận xét chung', value: generalComment },
      ...(opinion
        ? [{ kind: 'field' as const, label: 'Ý kiến', value: [opinionWords[opinion], opinionReason].filter(Boolean).join(': ') }]
        : []),
    ],
    signatures: [{ authority: ['Thành viên Hội đồng'], name: member.name }],
    ...sampleMark(about.isSample),
    createdAt: at,
  }
}

/** The criteria with what was chosen, in their order. */
export function criteriaTable(set: CriteriaSet, lines: readonly SheetLine[]): Block {
  const marked = new Map(lines.map((line) => [line.criterion, line]))
  const sum = (codes: readonly string[]) => String(codes.reduce((all, code) => all + (marked.get(code)?.points ?? 0), 0))
  const rows = set.parts.flatMap((part): TableRow[] => {
    const criteria = part.sections.flatMap((section) => section.criteria).filter(({ options }) => options.length > 0)
    return [
      { cells: [part.code, sentenceCase(part.name), String(part.max), '', sum(criteria.map(({ code }) => code)), ''], emphasis: 'part' },
      ...criteria.map(({ code, name, max, options }): TableRow => {
        const line = marked.get(code)
        const chosen = line && (line.optionIndex === null ? sheetCriterion.none : (options[line.optionIndex]?.label ?? ''))
        return { cells: [code, sentenceCase(name), String(max), chosen ?? '', line ? String(line.points) : '', line?.comment ?? ''] }
      }),
    ]
  })
  const most = set.parts.reduce((all, { max }) => all + max, 0)
  return {
    kind: 'table',
    fontSize: 11,
    columns: [
      { header: 'TT', width: 6, align: 'center' },
      { header: 'Tiêu chí', width: 24 },
      { header: 'Tối đa', width: 7, align: 'center' },
      { header: 'Phương án chọn', width: 34 },
      { header: 'Điểm', width: 7, align: 'center' },
      { header: 'Nhận xét', width: 22 },
    ],
    rows: [...rows, { cells: ['', 'Tổng cộng', String(most), '', sum([...marked.keys()]), ''], emphasis: 'total' }],
  }
}
