import { ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    published: {
      ...words.published,
      purpose: 'official-acts',
      columns: ['site_policy.text'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('site_policy')
          .select(['published_at as at', 'kind as code'])
          .where('published_by', '=', userId)
          .orderBy('published_at', 'desc')
          .execute(),
      ),
    },
  },
  others: [
    'site_owner.name',
    'site_owner.head_office',
    'site_owner.published_by',
    'site_owner.registered_by',
    'site_owner.registration_number',
    'site_owner.representative',
    'site_owner.support_channel',
    'site_policy.published_by',
    'site_policy.text_hash',
  ],
}
