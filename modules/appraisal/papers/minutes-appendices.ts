import type { Appendix, Block, TableRow } from '@dacsan/papers'
import { points, sentenceCase } from '../../papers/words.ts'
import type { MinutesDossier, SessionForMinutes } from '../sessions/session-for-minutes.ts'
import type { Result } from './result-tables.ts'

/** What stands behind the minutes: the reasons, which name nobody, and the totals of the sheets, which are the council's own. */
export function minutesAppendices({ seats, dossiers }: Pick<SessionForMinutes, 'seats' | 'dossiers'>): Appendix[] {
  const appendices = [
    ...(dossiers.some(({ result }) => result) ? [reasons(dossiers)] : []),
    ...(dossiers.some(({ sheets }) => sheets.length > 0) ? [totalsOfSheets(seats, dossiers)] : []),
  ]
  return appendices.map((appendix, index) => ({ label: appendices.length > 1 ? `Phụ lục ${['I', 'II'][index]}` : 'Phụ lục', ...appendix }))
}

function reasons(dossiers: readonly MinutesDossier[]): Appendix {
  return {
    title: 'Tiêu chí tối thiểu chưa đạt và ý kiến của Hội đồng',
    note: '(Ý kiến ghi trên các phiếu, không kèm tên thành viên)',
    blocks: dossiers.flatMap(({ productName, result, sheets }, index): Block[] => {
      if (!result) return []
      const general = tally(sheets.flatMap(({ generalComment }) => generalComment.trim() || []))
      const rows = reasonRows(result)
      return [
        { kind: 'heading', level: 2, text: `${index + 1}. ${productName}` },
        ...(rows.length > 0 ? [reasonTable(rows)] : [{ kind: 'paragraph' as const, text: 'Không có ý kiến riêng từng tiêu chí.' }]),
        ...(general.length > 0 ? [{ kind: 'paragraph' as const, text: `Ý kiến chung: ${general.join('; ')}.` }] : []),
      ]
    }),
  }
}

/** The reasons of one result, criterion by criterion; none where the sheets gave none and no minimum was missed. */
export function reasonBlocks(result: Result): Block[] {
  const rows = reasonRows(result)
  return rows.length > 0 ? [reasonTable(rows)] : []
}

/** The criteria with a remark, or with a minimum of the next star that was missed. */
function reasonRows({ criteria, unmet, stars }: Result): TableRow[] {
  const next = Math.min(...unmet.flatMap(({ star }) => (star > stars ? star : [])))
  return criteria.flatMap(({ code, name, max, average, comments }): TableRow[] => {
    const missed = unmet.find(({ criterion, star }) => criterion === code && star === next)
    if (!missed && comments.length === 0) return []
    const minimum = missed ? `cần ${missed.required} điểm cho hạng ${missed.star} sao` : ''
    return [{ cells: [code, sentenceCase(name), `${points(average.text)}/${max}`, minimum, tally(comments).join('; ')] }]
  })
}

const reasonTable = (rows: readonly TableRow[]): Block => ({
  kind: 'table',
  fontSize: 11,
  columns: [
    { header: 'TT', width: 8, align: 'center' },
    { header: 'Tiêu chí', width: 30 },
    { header: 'Bình quân', width: 13, align: 'center' },
    { header: 'Tối thiểu hạng trên chưa đạt', width: 17 },
    { header: 'Ý kiến', width: 32 },
  ],
  rows,
})

/** The same words once, with how many sheets say them; sorted, so that nobody can be followed from line to line. */
function tally(comments: readonly string[]): string[] {
  const same = Map.groupBy(comments, (comment) => comment.trim().replace(/[.;]+$/u, ''))
  return [...same]
    .map(([text, said]) => (said.length > 1 ? `${text} (${said.length} phiếu)` : text))
    .toSorted((a, b) => a.localeCompare(b, 'vi'))
}

/** Each member's total: for the council's own file, not for those who are judged. */
function totalsOfSheets(seats: SessionForMinutes['seats'], dossiers: readonly MinutesDossier[]): Appendix {
  const scorers = seats.filter(({ memberId }) => dossiers.some(({ sheets }) => sheets.some((sheet) => sheet.memberId === memberId)))
  return {
    title: 'Tổng điểm từng phiếu',
    note: '(Tài liệu của Hội đồng)',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        fontSize: 11,
        columns: [
          { header: 'STT', width: 1, align: 'center' },
          { header: 'Tên sản phẩm', width: 5 },
          ...scorers.map(({ name }) => ({ header: name, width: 3, align: 'right' as const })),
          { header: 'Bình quân', width: 2, align: 'right' },
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
