import { dateLine } from '@dacsan/papers'
import type { Block, OfficialDocument, TableRow } from '@dacsan/papers'
import type { MinutesDossier, SessionForMinutes } from '../../appraisal/index.ts'
import { findingWords, seatWords } from '../../appraisal/words.ts'
import { issuers } from '../issuers.ts'
import { points, sampleMark, within } from './paper-words.ts'

/** Biên bản họp Hội đồng (Nghị định 30/2020/NĐ-CP, mẫu 1.9): who was there, what was said and found about each product, what was decided. */
export function sessionMinutes({ session, seats, attendance, dossiers }: SessionForMinutes): OfficialDocument {
  const { rules } = session
  const chair = seats.find(({ seat }) => seat === 'chair')
  const secretary = seats.find(({ seat }) => seat === 'secretary')
  const line = (member: (typeof seats)[number]) =>
    `Ông/Bà ${[member.name, member.agency].filter(Boolean).join(', ')}: ${seatWords[member.seat]};`
  const present = seats.filter((seat) => seat.present)
  const absent = seats.filter((seat) => !seat.present)
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: session.councilName,
    symbol: issuers.province.council.minutesSymbol,
    place: issuers.province.place,
    date: session.heldOn,
    typeName: 'Biên bản',
    subject: `Họp đánh giá, phân hạng sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      { kind: 'paragraph', text: `Thời gian: ${dateLine(session.heldOn)}.` },
      { kind: 'paragraph', text: `Địa điểm: ${session.place}.` },
      { kind: 'heading', level: 1, text: 'I. THÀNH PHẦN' },
      { kind: 'paragraph', text: 'Có mặt:' },
      { kind: 'list', marker: 'dash', items: present.map(line) },
      ...(absent.length > 0
        ? ([
            { kind: 'paragraph', text: 'Vắng mặt:' },
            { kind: 'list', marker: 'dash', items: absent.map(line) },
          ] satisfies Block[])
        : []),
      {
        kind: 'paragraph',
        text: `Có mặt ${attendance.present}/${attendance.seats} thành viên chấm điểm, cần ít nhất ${attendance.required} (${rules.quorumPercent.value}%, ${rules.quorumPercent.instrument}). Cuộc họp đủ điều kiện tiến hành.`,
      },
      { kind: 'heading', level: 1, text: 'II. NỘI DUNG' },
      {
        kind: 'paragraph',
        text: `Các thành viên chấm điểm độc lập theo bộ tiêu chí. Điểm của sản phẩm là trung bình cộng các phiếu hợp lệ; hạng sao xét cả điểm và tiêu chí tối thiểu. Khi các phiếu lệch nhau quá ${rules.deviationPoints.value} điểm, Hội đồng thảo luận trước khi kết luận (${rules.deviationPoints.instrument}).`,
      },
      ...dossiers.flatMap(aboutDossier),
      { kind: 'heading', level: 1, text: 'III. KẾT QUẢ' },
      resultTable(dossiers),
      ...(session.minutesNote ? [{ kind: 'paragraph' as const, text: session.minutesNote }] : []),
      { kind: 'paragraph', text: 'Biên bản được đọc lại cho những người dự họp cùng nghe, thống nhất và ký tên dưới đây.' },
    ],
    signatures: [
      { authority: ['Thư ký'], name: secretary?.name },
      { authority: ['Chủ tọa'], name: chair?.name },
    ],
    recipients: ['Thành viên Hội đồng;', 'Cơ quan tham mưu OCOP tỉnh;', 'Lưu: HĐ.'],
    appendices: dossiers.some(({ sheets }) => sheets.length > 0) ? [sheetsAppendix(seats, dossiers)] : [],
    ...sampleMark(dossiers.some((dossier) => dossier.isSample)),
    createdAt: session.closedAt ?? new Date(`${session.heldOn}T00:00:00+07:00`),
  }
}

function aboutDossier(dossier: MinutesDossier, index: number): Block[] {
  const { result, excluded, discussion, finding, findingReason } = dossier
  return [
    { kind: 'heading', level: 2, text: `${index + 1}. ${dossier.productName}` },
    { kind: 'paragraph', align: 'left', text: `Chủ thể: ${dossier.producerName}, ${dossier.communeName}. Mã hồ sơ: ${dossier.code}.` },
    ...(excluded.length > 0
      ? [{ kind: 'paragraph' as const, text: `Không tham gia chấm vì có liên quan: ${excluded.map(({ name }) => name).join(', ')}.` }]
      : []),
    ...(finding ? [{ kind: 'paragraph' as const, text: `${findingWords[finding]}: ${findingReason}` }] : []),
    ...(discussion ? [{ kind: 'paragraph' as const, text: `Thảo luận: ${discussion}` }] : []),
    ...(result ? [partTable(result), ...unmetLines(result)] : []),
  ]
}

type Result = NonNullable<MinutesDossier['result']>

/** The parts of the score with the council's averages. */
export function partTable({ parts, total, exact, sheetCount, stars }: Result): Block {
  const rows: TableRow[] = parts.map(({ code, max, average }) => ({ cells: [`Phần ${code}`, String(max), points(average.text)] }))
  const sum = exact ? `${points(total)} (${exact})` : points(total)
  return {
    kind: 'table',
    fontSize: 12,
    columns: [
      { header: 'Nội dung', width: 6 },
      { header: 'Điểm tối đa', width: 2, align: 'center' },
      { header: `Điểm bình quân (${sheetCount} phiếu)`, width: 3, align: 'right' },
    ],
    rows: [
      ...rows,
      { cells: ['Tổng điểm', String(parts.reduce((all, { max }) => all + max, 0)), sum], emphasis: 'total' },
      { cells: ['Hạng đạt được', '', `${stars} sao`], emphasis: 'total' },
    ],
  }
}

/** The minimums of the next star that were missed: why points alone did not reach it. */
export function unmetLines({ unmet, stars, reachedByPoints }: Result): Block[] {
  const missed = unmet.filter(({ star }) => star > stars && star <= reachedByPoints)
  if (missed.length === 0) return []
  return [
    { kind: 'paragraph', text: `Tiêu chí tối thiểu chưa đạt nên chưa được xếp hạng cao hơn:` },
    {
      kind: 'list',
      marker: 'dash',
      items: missed.map(
        ({ criterion, name, required, got, star }) =>
          `${criterion} ${name}: cần ${required} điểm cho hạng ${star} sao, đạt ${points(got.text)};`,
      ),
    },
  ]
}

function resultTable(dossiers: readonly MinutesDossier[]): Block {
  return {
    kind: 'table',
    fontSize: 12,
    columns: [
      { header: 'STT', width: 1, align: 'center' },
      { header: 'Tên sản phẩm', width: 5 },
      { header: 'Chủ thể', width: 5 },
      { header: 'Điểm', width: 2, align: 'right' },
      { header: 'Kết quả', width: 3, align: 'center' },
    ],
    rows: dossiers.map(({ productName, producerName, result, finding }, index) => ({
      cells: [
        String(index + 1),
        productName,
        producerName,
        result && !finding ? points(result.total) : '',
        finding ? findingWords[finding] : result ? `${result.stars} sao` : '',
      ],
    })),
  }
}

/** Each member's total: for the council's own file, not for those who are judged. */
function sheetsAppendix(seats: SessionForMinutes['seats'], dossiers: readonly MinutesDossier[]) {
  const scorers = seats.filter(({ memberId }) => dossiers.some(({ sheets }) => sheets.some((sheet) => sheet.memberId === memberId)))
  return {
    label: 'Phụ lục',
    title: 'Tổng điểm từng phiếu',
    note: '(Tài liệu của Hội đồng)',
    orientation: 'landscape' as const,
    blocks: [
      {
        kind: 'table' as const,
        fontSize: 11,
        columns: [
          { header: 'STT', width: 1, align: 'center' as const },
          { header: 'Tên sản phẩm', width: 5 },
          ...scorers.map(({ name }) => ({ header: name, width: 3, align: 'right' as const })),
          { header: 'Bình quân', width: 2, align: 'right' as const },
        ],
        rows: dossiers.map(({ productName, sheets, result }, index) => ({
          cells: [
            String(index + 1),
            productName,
            ...scorers.map(({ memberId }) => String(sheets.find((sheet) => sheet.memberId === memberId)?.total ?? '')),
            result ? points(result.total) : '',
          ],
        })),
      },
    ],
  }
}
