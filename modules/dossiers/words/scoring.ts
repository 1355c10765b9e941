import type { Note } from '@dacsan/scorecard'
import type { SelfScore } from '../rules/self-score.ts'
import type { ChoiceView } from '../rules/views.ts'
import { headingOf } from './casing.ts'

export const noneOfTheOptions = 'Không đạt mức nào'

/** The option that was chosen, in the words of the decision. */
export const sayChoice = (choice: Pick<ChoiceView, 'label'>): string => choice.label ?? noneOfTheOptions

export const sayCriterion = (choice: Pick<ChoiceView, 'criterion' | 'criterionName'>): string =>
  `${choice.criterion} ${headingOf(choice.criterionName)}`

export const sayCriterionPoints = (choice: ChoiceView): string =>
  `${choice.criterion} ${choice.criterionName}: ${choice.points}/${choice.max} điểm`

export const selfScoreTitle = 'Tự chấm'

export const sayPoints = (points: number): string => `${points} điểm`

/** What a note of the decision does. */
export const criterionNoteWords = {
  eliminate: 'Hồ sơ bị loại nếu rơi vào trường hợp này',
  stop: 'Nếu rơi vào trường hợp này thì không chấm tiếp',
  requirement: 'Điều kiện phải có',
  appliesOnlyIf: 'Khi nào mới chấm',
  note: 'Giải thích',
} as const satisfies Record<Note['kind'], string>

/** The word that a note of the decision begins with. */
export const noteOpening = /^(Ghi chú|Chú ý|Yêu cầu):\s*/u

/** A cell of the criteria that was mended after the copy they were read from. */
export const correctionMark = 'Cần đối chiếu bản ký:'

/** Points, stars, and what the next star still asks. */
export const scoreGoalWords = {
  points: 'điểm',
  pointsOfHundred: '/ 100 điểm',
  parts: (parts: SelfScore['parts']) => `A ${parts.A} · B ${parts.B} · C ${parts.C}`,
  reached: (stars: number) => `Tự chấm đạt ${stars} sao`,
  below: (stars: number) => `chưa tới ${stars} sao`,
  missingShort: (stars: number) => `${stars} sao: thiếu`,
  missing: (stars: number) => `Để đạt ${stars} sao còn thiếu`,
  and: 'và',
  minimums: (count: number) => `${count} mức tối thiểu`,
  pointsNeeded: (from: number, total: number) => `Điểm: cần từ ${from}, đang có ${total}.`,
  pointsSuffice: (from: number) => `Điểm đã đủ (từ ${from}). Nhưng điểm không bù được mức tối thiểu.`,
  minimumsPerCriterion: 'Mức tối thiểu phải đạt ở từng tiêu chí:',
  minimum: (required: number, got: number, option: string) => `cần ${required} điểm, đang ${got}: “${option}”`,
  highest: 'Tự chấm đã đạt hạng cao nhất.',
} as const
