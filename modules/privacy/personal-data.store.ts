import { ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { selectConsents } from './consent.store.ts'
import { selectRequestsOf } from './request.store.ts'
import { en } from './words/buyer/en.ts'
import { km } from './words/buyer/km.ts'
import { channelNames, consentPurposeNames, requestKindNames, requestStatusNames } from './words/names.ts'
import { personalDataWords as words, spokenHeld } from './words/personal-data.ts'

const requests = { purpose: 'requests' } as const

export const personalData: PersonalData = {
  holdings: {
    consents: {
      ...words.consents,
      codes: { purpose: consentPurposeNames, channel: channelNames },
      spoken: {
        en: { ...spokenHeld.en.consents, codes: { purpose: en.consent.purposes, channel: spokenHeld.en.channels } },
        km: { ...spokenHeld.km.consents, codes: { purpose: km.consent.purposes, channel: spokenHeld.km.channels } },
      },
      ...requests,
      // That somebody agreed is proved by the id alone, and stays proved.
      columns: ['consent.purpose'],
      find: async (db, subject) =>
        (await selectConsents(db, subject)).map(({ purpose, version, givenAt, channel, withdrawnAt }) => ({
          at: givenAt,
          purpose,
          version,
          channel,
          withdrawn: withdrawnAt,
        })),
    },
    requests: {
      ...words.requests,
      codes: { kind: requestKindNames, status: requestStatusNames },
      spoken: {
        en: { ...spokenHeld.en.requests, codes: { kind: en.ask.kinds, status: en.requests.statuses } },
        km: { ...spokenHeld.km.requests, codes: { kind: km.ask.kinds, status: km.requests.statuses } },
      },
      ...requests,
      columns: ['data_request.text', 'data_request.answer', 'data_request.extension_reason', 'data_request.kept'],
      find: async (db, subject) =>
        (await selectRequestsOf(db, subject)).map(({ receivedAt, code, kind, text, status, answer }) => ({
          at: receivedAt,
          code,
          kind,
          text,
          status,
          answer,
        })),
    },
    decided: {
      ...words.decided,
      purpose: 'official-acts',
      columns: [
        'data_request.decided_by_name',
        'data_breach.detected_by',
        'data_breach.what',
        'data_breach.consequences',
        'data_breach.measures',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('data_request')
          .select(['decided_at as at', 'code'])
          .where('decided_by', '=', userId)
          .orderBy('decided_at', 'desc')
          .execute(),
      ),
    },
  },
  others: [
    'consent.group_id',
    'consent_text.made_by',
    'consent_text.text',
    'data_breach.code',
    'data_breach.kinds',
    'data_breach.made_by',
    'data_request.code',
    'data_request.decided_by',
    'data_request.group_id',
  ],
}
