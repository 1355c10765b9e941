import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { cutRegister, queryVersion } from '../figures.ts'
import type { ReportPreview } from '../report-preview.ts'
import type { FigureView, IndicatorId, Slice } from '../rules.ts'
import type { TargetLine } from '../target-lines.ts'
import { certaintyWords, lowerBound, progressWords, registerIsLowerBound, unmeasured } from '../words.ts'
import { reportLetterhead } from './report-letterhead.ts'

const number = (value: number) => value.toLocaleString('vi-VN')
const withUnit = ({ real, unit }: FigureView) => `${number(real)} ${unit}`

/** The report in the layout of an official report (Nghị định 30/2020/NĐ-CP, mẫu 1.4): words first, then the table that proves them. */
export function reportDocument(report: ReportPreview): OfficialDocument {
  const sampled = report.figures.some(({ figure }) => figure.sample > 0)
  return {
    ...reportLetterhead(),
    date: dateInVietnam(report.producedAt),
    typeName: 'BÁO CÁO',
    subject: `Kết quả thực hiện Chương trình mỗi xã một sản phẩm\ntừ ngày ${formatDate(report.from)} đến ngày ${formatDate(report.to)}`,
    blocks: [...narrative(report), ...targets(report), ...changes(report), ...table(report, sampled), ...unknowns()],
    appendices: [
      {
        title: 'Sản phẩm trong sổ đăng ký',
        note: `(Theo dữ liệu ngày ${formatDate(dateInVietnam(report.producedAt))})`,
        blocks: cutTables(report, sampled),
      },
    ],
    createdAt: report.producedAt,
  }
}

function narrative({ figures, from, to }: ReportPreview): Block[] {
  const figure = (id: IndicatorId) => figures.find((one) => one.figure.id === id)!.figure
  const said = (id: IndicatorId) => withUnit(figure(id))
  return [
    { kind: 'heading', level: 1, text: 'I. KẾT QUẢ' },
    {
      kind: 'paragraph',
      text:
        `Đến ngày lập báo cáo, sổ đăng ký của nền tảng có ${said('register')} của ${said('producers')}. Trong đó ${said('valid')} có giấy chứng nhận còn hiệu lực, ` +
        `${said('expired')} có giấy đã hết hạn, ${said('term-unknown')} chưa rõ thời hạn do nguồn không ghi ngày quyết định; ${said('potential-five')} tiềm năng 5 sao. ` +
        `Đánh giá lại: ${said('renewal-in-window')} trong cửa sổ nộp, ${said('renewal-late')} quá cửa sổ mà chưa nộp, ${said('renewal-under-way')} đã nộp.`,
    },
    {
      kind: 'paragraph',
      text:
        `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}: công nhận lần đầu ${said('recognised-first')}, công nhận lại ${said('recognised-again')}, ` +
        `nâng hạng ${said('upgraded')}, thu hồi ${said('withdrawn')}. Chủ thể nộp ${said('dossiers-filed')}; hiện đang xử lý ${said('dossiers-open')}, trong đó quá hạn ở xã ${said('dossiers-late')}.`,
    },
    {
      kind: 'paragraph',
      text:
        `Về truy xuất và tiêu thụ: mở ${said('lots')}, in ${said('labels')}, ${said('scans')} quét; ${said('doubts-open')} chưa trả lời; ` +
        `người bán xác nhận đã nhận ${said('sales')} qua các đơn đặt trên nền tảng.`,
    },
  ]
}

const range = (from: number, to: number | null) => (to === null ? number(from) : `${number(from)}–${number(to)}`)

function targets(report: ReportPreview): Block[] {
  const ofPeriod = report.targets.some(({ target }) => target.periodFrom <= report.to && target.periodTo >= report.from)
  return [
    { kind: 'heading', level: 1, text: 'II. MỤC TIÊU VÀ KẾT QUẢ' },
    ...(ofPeriod
      ? []
      : [{ kind: 'paragraph' as const, text: 'Chưa có mục tiêu nào đặt cho kỳ này; dưới đây là mục tiêu của các kỳ đã qua.' }]),
    {
      kind: 'table',
      fontSize: 11,
      columns: [
        { header: 'Mục tiêu', width: 42 },
        { header: 'Mức', width: 16, align: 'right' },
        { header: 'Số công bố', width: 16, align: 'right' },
        { header: 'Sổ đăng ký ghi được', width: 16, align: 'right' },
        { header: 'Đánh giá', width: 16 },
      ],
      rows: report.targets.map((line) => ({ cells: targetCells(line) })),
    },
    {
      kind: 'paragraph',
      text: registerIsLowerBound,
    },
  ]
}

function targetCells({ target, counted, published, verdict }: TargetLine): string[] {
  const period = `từ ${formatDate(target.periodFrom)} đến ${formatDate(target.periodTo)}`
  const notes = [period, target.instrument, target.note, certaintyWords[target.certainty]].filter(Boolean).join('; ')
  return [
    `${target.title} (${notes}).`,
    `${range(target.valueFrom, target.valueTo)} ${target.unit}`,
    published ? number(published.value) : 'chưa rõ',
    counted ? lowerBound(counted.value, number(counted.value)) : 'chưa rõ',
    progressWords[verdict.progress],
  ]
}

function unknowns(): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'V. CHỈ TIÊU CHƯA CÓ SỐ LIỆU' },
    { kind: 'list', marker: 'dash', items: unmeasured.map(({ name, missing }) => `${name}: chưa rõ, ${missing}.`) },
  ]
}

function changes({ before, changes: different }: ReportPreview): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'III. THAY ĐỔI SO VỚI BÁO CÁO TRƯỚC' }
  if (!before) return [heading, { kind: 'paragraph', text: 'Đây là báo cáo đầu tiên lưu trên nền tảng.' }]
  const period = `Báo cáo trước: từ ngày ${formatDate(before.from)} đến ngày ${formatDate(before.to)}, lập ngày ${formatDate(dateInVietnam(before.producedAt))}.`
  if (different.length === 0) return [heading, { kind: 'paragraph', text: `${period} Các chỉ tiêu không thay đổi.` }]
  const signed = (value: number) => (value > 0 ? `tăng ${number(value)}` : `giảm ${number(-value)}`)
  return [
    heading,
    { kind: 'paragraph', text: period },
    {
      kind: 'list',
      marker: 'dash',
      items: different.map(
        ({ name, before: was, now, difference }) => `${name}: ${number(was)} thành ${number(now)} (${signed(difference)}).`,
      ),
    },
  ]
}

function table({ figures }: ReportPreview, sampled: boolean): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'IV. BẢNG CHỈ TIÊU' },
    {
      kind: 'table',
      fontSize: 11,
      columns: [
        { header: 'TT', width: 7, align: 'center' },
        { header: 'Chỉ tiêu', width: 34 },
        { header: 'Đơn vị', width: 12, align: 'center' },
        { header: 'Số liệu', width: 14, align: 'right' },
        ...(sampled ? [{ header: 'Dữ liệu mẫu', width: 12, align: 'right' as const }] : []),
        { header: 'Cách tính', width: 40 },
      ],
      rows: figures.map(({ figure }, index) => ({
        cells: [
          String(index + 1),
          figure.name,
          figure.unit,
          number(figure.real),
          ...(sampled ? [number(figure.sample)] : []),
          `${figure.definition} Nguồn: ${figure.source}.`,
        ],
      })),
    },
    {
      kind: 'paragraph',
      text:
        `Số liệu rút từ các dòng dữ liệu của nền tảng, phiên bản truy vấn ${queryVersion}; bảng Excel kèm theo ghi từng dòng.` +
        (sampled ? ' Cột “Dữ liệu mẫu” là dữ liệu chạy thử, không tính vào số liệu.' : ''),
    },
  ]
}

/** The register of the day in every cut: stars, year, set, producer, commune of today and district of before. */
function cutTables({ figures }: ReportPreview, sampled: boolean): Block[] {
  const { rows } = figures.find(({ figure }) => figure.id === 'register')!
  return cutRegister(rows).flatMap(({ name, slices }): Block[] => [
    { kind: 'heading', level: 2, text: name },
    {
      kind: 'table',
      fontSize: 11,
      columns: [
        { header: 'Nhóm', width: 60 },
        { header: 'Sản phẩm', width: 20, align: 'right' },
        ...(sampled ? [{ header: 'Dữ liệu mẫu', width: 20, align: 'right' as const }] : []),
      ],
      rows: [
        ...slices.map(({ label, real, sample }) => ({ cells: [label, number(real), ...(sampled ? [number(sample)] : [])] })),
        {
          emphasis: 'total' as const,
          cells: ['Cộng', number(sum(slices, 'real')), ...(sampled ? [number(sum(slices, 'sample'))] : [])],
        },
      ],
    },
  ])
}

const sum = (slices: readonly Slice[], which: 'real' | 'sample') => slices.reduce((total, slice) => total + slice[which], 0)
