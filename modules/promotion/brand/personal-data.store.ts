import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { pressPersonalWords as words } from './words/press.ts'

export const brandPersonalData: Readonly<Record<string, Holding>> = {
  // The law has the name, title, telephone and e-mail of a spokesperson published: they stand open.
  'press-spokespersons': {
    says: words.says,
    fields: words.fields,
    purpose: 'official-acts',
    columns: [
      'press_spokesperson.name',
      'press_spokesperson.title',
      'press_spokesperson.phone',
      'press_spokesperson.email',
      'press_spokesperson.by_name',
    ],
    find: ofAccount((db, { name, email }) =>
      db
        .selectFrom('press_spokesperson')
        .where((eb) => eb.or([eb('email', '=', email ?? ''), eb('name', '=', name)]))
        .select(['name', 'title', 'published_at as at'])
        .orderBy('published_at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
  'press-information': {
    says: words.written,
    fields: words.writtenFields,
    purpose: 'official-acts',
    columns: ['press_information.title', 'press_information.words', 'press_information.by_name', 'press_text.text', 'press_text.by_name'],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('press_information')
        .where('by_id', '=', userId)
        .select(['title', 'published_at as at'])
        .orderBy('published_at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const brandOthers: readonly ColumnName[] = [
  'press_spokesperson.paper_number',
  'press_spokesperson.by_id',
  'press_text.by_id',
  'press_information.request_key',
  'press_information.by_id',
  'press_download.file_name',
  'press_download.certificate_code',
]
