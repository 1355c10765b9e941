import type { ReviewStatus } from '@dacsan/modules/reviews/rules'
import type { QuestionState } from '@dacsan/modules/reviews/words'

export const reviewTones = {
  shown: 'good',
  hidden: 'warn',
  objected: 'gold',
  upheld: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<ReviewStatus, string>
export const questionTones = {
  unanswered: 'gold',
  waiting: 'water',
  returned: 'warn',
  published: 'good',
  hidden: 'neutral',
} as const satisfies Record<QuestionState, string>
export const answerTones = { waiting: 'gold', published: 'good', returned: 'warn' } as const
