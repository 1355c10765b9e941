import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { newsStepWords } from './words/names.ts'
import { newsPersonalWords as words } from './words/personal-data.ts'

export const newsPersonalData: Readonly<Record<string, Holding>> = {
  // Who wrote and let out what the public reads; a photo says whose it is and who agreed. Whoever asks for a correction leaves no name.
  'news-texts': {
    ...words.texts,
    purpose: 'official-acts',
    columns: [
      'news_text.title',
      'news_text.lead',
      'news_text.body',
      'news_text.search',
      'news_text.by_name',
      'news_edition.by_name',
      'news_edition.note',
      'news_photo.author',
      'news_photo.caption',
      'news_photo.alt',
      'news_photo.consent',
      'news_item.correction_note',
      'news_item.withdraw_reason',
      'news_request.words',
      'news_request.answer',
      'news_request.answered_by_name',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('news_text')
        .where('by_id', '=', userId)
        .select(['title', 'version', 'at'])
        .orderBy('at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
  'news-steps': {
    ...words.steps,
    codes: { step: newsStepWords },
    purpose: 'official-acts',
    columns: ['news_step.words', 'news_step.by_name'],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('news_step as step')
        .innerJoin('news_item as item', 'item.id', 'step.news_id')
        .where('step.by_id', '=', userId)
        .select(['item.slug', 'step.step', 'step.words', 'step.at'])
        .orderBy('step.at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const newsOthers: readonly ColumnName[] = [
  'news_item.slug',
  'news_item.request_key',
  'news_item.created_by_id',
  'news_text.by_id',
  'news_step.step',
  'news_step.by_id',
  'news_request.case_code',
  'news_request.request_key',
]
