import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { sampleMark, within } from '../../papers/words.ts'
import type { InspectionView } from '../visits/read-visits.ts'
import { gravityWords, itemAnswerWords } from '../words.ts'

const { province } = issuers

/** Biên bản hậu kiểm (Nghị định 30/2020/NĐ-CP, mẫu 1.9): who met whom where, what was looked at, what has to be mended by when. */
export const minutesPaper: Paper<InspectionView> = {
  address: 'bien-ban-hau-kiem',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any', 'advisory-member': 'assigned', 'commune-officer': 'own-commune', producer: 'owner' },
  absent: ({ inspection }) => (inspection.status === 'planned' ? 'Chưa kiểm tra' : null),
  about: ({ inspection }) => ({ type: 'inspection', id: inspection.id }),
  title: () => 'Biên bản hậu kiểm',
  says: () => 'Để các bên ký',
  fileName: ({ inspection }) => `bien-ban-${inspection.code.toLowerCase()}`,
  draw: (_, view) => minutesDocument(view),
  // Before it is closed the paper is a draft to be signed on the spot.
  kept: ({ inspection }) => inspection.status === 'visited',
}

const hourOf = (at: Date) =>
  new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

export function minutesDocument({ inspection, checklist, photos, findings }: InspectionView): OfficialDocument {
  const { visitedAt } = inspection
  const day = dateInVietnam(visitedAt ?? inspection.finishedAt ?? inspection.madeAt)
  const said = new Map(inspection.answers.map((answer) => [answer.item, answer]))
  const inspector = inspection.inspectorName ?? inspection.finishedByName
  const why =
    inspection.reason === null
      ? `Theo kế hoạch hậu kiểm năm ${inspection.planYear ?? ''}${inspection.planNumber ? ` (${inspection.planNumber})` : ''}`
      : `Đột xuất: ${inspection.reason}`
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    number: inspection.code.split('-').at(-1),
    symbol: 'BB-HK',
    place: province.place,
    date: day,
    undated: true,
    typeName: 'Biên bản',
    subject: `Hậu kiểm sản phẩm OCOP\n${inspection.productName}`,
    blocks: [
      { kind: 'field', label: 'Thời gian', value: visitedAt ? `${hourOf(visitedAt)} ngày ${formatDate(day)}` : undefined },
      { kind: 'field', label: 'Nơi kiểm tra', value: inspection.place ?? undefined },
      { kind: 'field', label: 'Lý do', value: why },
      { kind: 'heading', level: 1, text: 'I. Thành phần' },
      { kind: 'field', label: '1. Người kiểm tra', value: inspector ?? undefined },
      { kind: 'field', label: `2. Đại diện ${within(inspection.commune ?? 'Xã, phường')}`, value: inspection.attendedByName ?? undefined },
      { kind: 'field', label: `3. Đại diện chủ thể ${inspection.producerName}`, value: inspection.met ?? undefined },
      { kind: 'heading', level: 1, text: 'II. Nội dung kiểm tra' },
      {
        kind: 'table',
        fontSize: 11,
        columns: [
          { header: 'STT', width: 7, align: 'center' },
          { header: 'Nội dung', width: 50 },
          { header: 'Kết quả', width: 16, align: 'center' },
          { header: 'Ghi chú', width: 27 },
        ],
        rows: checklist.items.map(({ key, label }, index) => {
          const answer = said.get(key)
          return { cells: [String(index + 1), label, answer?.answer ? itemAnswerWords[answer.answer] : '', answer?.note ?? ''] }
        }),
      },
      { kind: 'paragraph', text: photos.length > 0 ? `Kèm theo ${photos.length} ảnh chụp tại chỗ, lưu trên hệ thống.` : 'Không chụp ảnh.' },
      { kind: 'heading', level: 1, text: 'III. Lỗi phải khắc phục' },
      ...findingBlocks(findings),
      { kind: 'heading', level: 1, text: 'IV. Ý kiến và kết luận' },
      { kind: 'field', label: '1. Ý kiến của chủ thể', value: inspection.producerWords ?? undefined },
      { kind: 'field', label: '2. Kết luận', value: inspection.conclusion ?? undefined },
      {
        kind: 'paragraph',
        text: 'Biên bản đã đọc lại cho những người có mặt cùng nghe, nhất trí và ký tên, lập thành 03 bản, mỗi bên giữ 01 bản.',
      },
    ],
    signatures: [
      { authority: ['Đại diện chủ thể'], hint: '(Ký, ghi rõ họ tên)' },
      { authority: ['Đại diện cấp xã'], hint: '(Ký, ghi rõ họ tên)', name: inspection.attendedByName ?? undefined },
      { authority: ['Người kiểm tra'], hint: '(Ký, ghi rõ họ tên)', name: inspector ?? undefined },
    ],
    ...sampleMark(inspection.isSample),
    createdAt: inspection.finishedAt ?? inspection.madeAt,
  }
}

function findingBlocks(findings: InspectionView['findings']): Block[] {
  if (findings.length === 0) return [{ kind: 'paragraph', text: 'Không có.' }]
  return [
    {
      kind: 'table',
      fontSize: 11,
      columns: [
        { header: 'STT', width: 7, align: 'center' },
        { header: 'Nội dung', width: 28 },
        { header: 'Lỗi', width: 34 },
        { header: 'Mức', width: 13, align: 'center' },
        { header: 'Khắc phục trước ngày', width: 18, align: 'center' },
      ],
      rows: findings.map(({ label, words, gravity, dueOn }, index) => ({
        cells: [String(index + 1), label, words, gravityWords[gravity], formatDate(dueOn)],
      })),
    },
  ]
}
