import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    papers: {
      ...words.papers,
      purpose: 'official-acts',
      columns: ['paper.produced_by'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('paper')
          .select(['produced_at as at', 'kind', 'format'])
          .where('produced_by', '=', userId)
          .orderBy('produced_at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: ['paper.kind', 'paper.subject_id', 'paper.subject_type'],
}
