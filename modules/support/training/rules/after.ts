export const appliedAnswers = ['yes', 'partly', 'no'] as const
export type AppliedAnswer = (typeof appliedAnswers)[number]

export type Question = { position: number; says: string; options: string[]; answer: number; points: number }

/** One question a line, the right answer with a star: `2; Nhãn phải có gì?; Tên; *Tên, địa chỉ, hạn dùng; Giá`. */
export function readQuestions(typed: string): Question[] | { wrong: string } {
  const questions: Question[] = []
  for (const line of typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    // prettier-ignore
    const [points = '', says = '', ...options] = line.split(';').map((part) => part.trim())
    const answers = options.flatMap((option, at) => (option.startsWith('*') ? [at] : []))
    const plain = options.map((option) => option.replace(/^\*\s*/u, ''))
    const fits = /^\d{1,3}$/.test(points) && Number(points) >= 1 && Number(points) <= 100 && says.length >= 2 && says.length <= 300
    if (
      !fits ||
      answers.length !== 1 ||
      plain.length < 2 ||
      plain.length > 6 ||
      plain.some((option) => option === '' || option.length > 200)
    )
      return { wrong: line }
    questions.push({ position: questions.length + 1, says, options: plain, answer: answers[0]!, points: Number(points) })
  }
  return questions
}

export const mostPoints = (questions: readonly Pick<Question, 'points'>[]): number => questions.reduce((sum, { points }) => sum + points, 0)

/** The points of answers by their place; what was left out has none. */
export const pointsOf = (questions: readonly Question[], answers: Readonly<Record<number, number>>): number =>
  questions.reduce((sum, { position, answer, points }) => sum + (answers[position] === answer ? points : 0), 0)

/** Whether so many points of so many reach a percentage, without dividing. */
export const reaches = (points: number, most: number, percent: number): boolean => points * 100 >= percent * most
