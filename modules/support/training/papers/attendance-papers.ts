import { formatMoment } from '@dacsan/vietnam'
import type { Paper } from '../../../papers/index.ts'
import type { Acceptance } from '../accept-class.ts'
import { howWords } from '../words/names.ts'
import { paperTitles } from '../words/papers.ts'
import { classFields, paperOf, signers } from './parts.ts'

const by = { 'provincial-officer': 'any' } as const
const about = ({ held }: Acceptance) => ({ type: 'training-class', id: held.id })

/** Danh sách học viên: who is in the class, in the order in which they signed up. */
export const listPaper: Paper<Acceptance> = {
  address: 'danh-sach-hoc-vien',
  formats: ['pdf', 'docx'],
  by,
  absent: ({ learners }) => (learners.length === 0 ? 'Có khi đã có học viên.' : null),
  about,
  title: () => paperTitles.list,
  says: ({ learners }) => `${learners.length} người`,
  fileName: ({ held }) => `danh-sach-${held.slug}`,
  kept: ({ held }) => held.acceptedOn !== null,
  draw: (_, view) =>
    paperOf(view, {
      typeName: 'Danh sách',
      subject: 'Học viên lớp tập huấn',
      blocks: [
        ...classFields(view),
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 8, align: 'right' },
            { header: 'Họ tên', width: 34 },
            { header: 'Cơ sở, nơi ở', width: 58 },
          ],
          rows: view.learners.map(({ name, from }, at) => ({ cells: [String(at + 1), name, from] })),
        },
      ],
      signatures: signers('Người lập', 'Đơn vị tổ chức'),
    }),
}

/** Bảng điểm danh of one session: to print before it and sign at it; what is known already stands in the last column. */
export const attendanceSheet: Paper<Acceptance> = {
  address: 'bang-diem-danh',
  formats: ['pdf'],
  by,
  absent: ({ learners }) => (learners.length === 0 ? 'Có khi đã có học viên.' : null),
  items: ({ sessions }) => sessions.map(({ number }) => String(number)),
  about,
  title: () => paperTitles.sheet,
  says: () => 'In, ký tại lớp, chụp lại',
  fileName: ({ held }, item) => `bang-diem-danh-${held.slug}-buoi-${item}`,
  kept: ({ held }) => held.acceptedOn !== null,
  draw: (_, view, { item }) => {
    const session = view.sessions.find(({ number }) => String(number) === item)!
    return paperOf(view, {
      typeName: 'Bảng điểm danh',
      subject: `Buổi ${session.number}: ${session.topic}\n${formatMoment(session.beginsAt)} – ${formatMoment(session.endsAt)}`,
      blocks: [
        { kind: 'field', label: 'Lớp', value: view.held.name },
        { kind: 'field', label: 'Địa điểm', value: view.held.venue },
        {
          kind: 'table',
          fontSize: 12,
          columns: [
            { header: 'TT', width: 7, align: 'right' },
            { header: 'Họ tên', width: 30 },
            { header: 'Cơ sở, nơi ở', width: 29 },
            { header: 'Ký tên', width: 20 },
            { header: 'Đã ghi', width: 14 },
          ],
          rows: view.learners.map(({ id, name, from }, at) => {
            const line = view.last.get(`${session.id} ${id}`)
            return { cells: [String(at + 1), name, from, '', line ? (line.present ? howWords[line.how] : 'vắng') : ''] }
          }),
        },
      ],
      signatures: signers('Giảng viên', 'Cán bộ lớp'),
    })
  },
}

/** Biên bản vắng mặt: who was not there at which session, and every correction with its reason. */
export const absentPaper: Paper<Acceptance> = {
  address: 'bien-ban-vang-mat',
  formats: ['pdf', 'docx'],
  by,
  absent: ({ lines }) => (lines.length === 0 ? 'Có khi đã điểm danh.' : null),
  about,
  title: () => paperTitles.absent,
  says: ({ last }) => `${[...last.values()].filter(({ present }) => !present).length} lượt vắng`,
  fileName: ({ held }) => `bien-ban-vang-mat-${held.slug}`,
  kept: ({ held }) => held.acceptedOn !== null,
  draw: (_, view) => {
    const names = new Map(view.learners.map(({ id, name }) => [id as string, name]))
    const numbers = new Map(view.sessions.map(({ id, number }) => [id as string, number]))
    const away = view.sessions.map(({ id, number, topic }) => ({
      number,
      topic,
      names: view.learners.filter((one) => view.last.get(`${id} ${one.id}`)?.present === false).map(({ name }) => name),
    }))
    const corrected = view.lines.filter(({ seq, participantId }) => seq > 1 && names.has(participantId))
    return paperOf(view, {
      typeName: 'Biên bản',
      subject: 'Học viên vắng mặt',
      blocks: [
        ...classFields(view),
        { kind: 'heading', level: 1, text: 'I. Vắng mặt' },
        { kind: 'list', marker: 'dash', items: away.map((one) => `Buổi ${one.number} (${one.topic}): ${one.names.length === 0 ? 'không ai vắng' : `${one.names.length} người: ${one.names.join(', ')}`}`) }, // prettier-ignore
        { kind: 'heading', level: 1, text: 'II. Sửa điểm danh' },
        corrected.length === 0
          ? { kind: 'paragraph', text: 'Không sửa lần nào.' }
          : { kind: 'list', marker: 'dash', items: corrected.map((one) => `Buổi ${numbers.get(one.sessionId)}, ${names.get(one.participantId)}: ${one.present ? 'có mặt' : 'vắng'}, ${one.reason} (${one.byName}, ${formatMoment(one.at)})`) }, // prettier-ignore
      ],
      signatures: signers('Cán bộ lớp', 'Đơn vị tổ chức'),
    })
  },
}
