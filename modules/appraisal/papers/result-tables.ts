import type { Block, TableRow } from '@dacsan/papers'
import { criteriaSet } from '../../law/index.ts'
import { outcomeOf } from '../../law/rules.ts'
import type { Ranks } from '../../law/rules.ts'
import { listed, points, sentenceCase } from '../../papers/words.ts'
import type { MinutesDossier } from '../sessions/session-for-minutes.ts'
import { findingWords } from '../words.ts'

export type Result = NonNullable<MinutesDossier['result']>

/** What the council's result is worth: the province grants some ranks, sends others on, and below that nothing is granted. */
function rankWords(result: Result, ranks: Ranks): string {
  if (result.stars === 0) return 'Không xếp hạng'
  return {
    recognised: `${result.stars} sao`,
    'potential-five': 'Tiềm năng 5 sao, trình Bộ',
    'not-recognised': `${result.stars} sao, không công nhận`,
  }[outcomeOf(result, ranks)]
}

/** The parts of the score with the council's averages. */
export function partTable(result: Result, ranks: Ranks): Block {
  const { parts, total, exact, sheetCount } = result
  const names = new Map(criteriaSet(result.criteriaDecision, result.setCode).parts.map(({ code, name }) => [code, sentenceCase(name)]))
  const rows: TableRow[] = parts.map(({ code, max, average }) => ({
    cells: [[`Phần ${code}`, names.get(code)].filter(Boolean).join('. '), String(max), points(average.text)],
  }))
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
      { cells: ['Hạng đạt được', { text: rankWords(result, ranks), colspan: 2, align: 'right' }], emphasis: 'total' },
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
      items: listed(
        missed.map(
          ({ criterion, name, required, got, star }) =>
            `${criterion} ${sentenceCase(name)}: cần ${required} điểm cho hạng ${star} sao, đạt ${points(got.text)}`,
        ),
      ),
    },
  ]
}

/** What the session concludes, product by product. */
export function resultTable(dossiers: readonly MinutesDossier[], ranks: Ranks): Block {
  const conclusion = ({ result, finding }: MinutesDossier) => {
    if (finding) return findingWords[finding]
    if (!result) return ''
    return outcomeOf(result, ranks) === 'potential-five'
      ? `Tiềm năng 5 sao (${points(result.total)} điểm), trình Bộ`
      : rankWords(result, ranks)
  }
  return {
    kind: 'table',
    fontSize: 12,
    columns: [
      { header: 'STT', width: 1, align: 'center' },
      { header: 'Tên sản phẩm', width: 5 },
      { header: 'Chủ thể', width: 5 },
      { header: 'Điểm', width: 2, align: 'right' },
      { header: 'Kết quả', width: 4, align: 'center' },
    ],
    rows: dossiers.map((dossier, index) => ({
      cells: [
        String(index + 1),
        dossier.productName,
        dossier.producerName,
        dossier.result && !dossier.finding ? points(dossier.result.total) : '',
        conclusion(dossier),
      ],
    })),
  }
}
