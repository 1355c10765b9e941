import type { ReadDb } from '../context.ts'
import type { Recipient } from '../message.ts'
import { mostRows, ofAccount, openForPerson } from '../personal-data.ts'
import type { DataSubject, PersonalData } from '../personal-data.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import { phoneColumn } from './reach.store.ts'
import { personalDataWords as words, spokenHeld } from './words/personal-data.ts'
import { channelNames } from './words/names.ts'

const newest = 'desc' as const
const recipientOf = (subject: DataSubject): Recipient => (subject.kind === 'account' ? subject.userId : subject.groupId)
const accounts = { purpose: 'accounts' } as const

const messagesOf = (db: ReadDb, subject: DataSubject) =>
  db
    .selectFrom('message')
    .select(['at', 'subject', 'read_at as read'])
    .where('recipient', '=', recipientOf(subject))
    .orderBy('at', newest)
    .limit(mostRows)
    .execute()

export const personalData: PersonalData = {
  holdings: {
    messages: {
      ...words.messages,
      spoken: { en: spokenHeld.en.messages, km: spokenHeld.km.messages },
      ...accounts,
      columns: ['message.subject', 'message.content', 'message.short', 'message.filled'],
      find: messagesOf,
      erase: (tx, subject) => tx.deleteFrom('message').where('recipient', '=', recipientOf(subject)).execute(),
    },
    reach: {
      ...words.reach,
      ...accounts,
      columns: ['reach.phone', 'reach.language'],
      find: ofAccount(async (db, { userId }) => {
        const rows = await db.selectFrom('reach').select(['language', 'phone', 'updated_at as at']).where('user_id', '=', userId).execute()
        return Promise.all(
          rows.map(async ({ phone, ...row }) => ({
            ...row,
            phone: await openForPerson(db, phoneColumn, userId, phone as LockedText | null),
          })),
        )
      }),
      erase: async (tx, subject) => {
        if (subject.kind !== 'account') return
        await tx.deleteFrom('reach').where('user_id', '=', subject.userId).execute()
        await tx.deleteFrom('message_preference').where('user_id', '=', subject.userId).execute()
      },
    },
    browsers: {
      ...words.browsers,
      ...accounts,
      columns: ['push_subscription.endpoint', 'push_subscription.p256dh', 'push_subscription.auth', 'push_subscription.device'],
      find: ofAccount((db, { userId }) =>
        db.selectFrom('push_subscription').select(['device', 'created_at as at']).where('user_id', '=', userId).execute(),
      ),
      erase: async (tx, subject) =>
        subject.kind === 'account' && tx.deleteFrom('push_subscription').where('user_id', '=', subject.userId).execute(),
    },
    refused: {
      ...words.refused,
      codes: { channel: channelNames },
      spoken: { en: spokenHeld.en.refused, km: spokenHeld.km.refused },
      ...accounts,
      columns: ['refused_address.digest'],
      find: (db, subject) =>
        db.selectFrom('refused_address').select(['channel', 'why', 'at']).where('recipient', '=', recipientOf(subject)).execute(),
      erase: (tx, subject) => tx.deleteFrom('refused_address').where('recipient', '=', recipientOf(subject)).execute(),
    },
    texts: {
      ...words.texts,
      purpose: 'official-acts',
      columns: ['message_text.by_name'],
      find: ofAccount((db, { userId }) =>
        db.selectFrom('message_text').select(['name', 'version', 'at']).where('by_id', '=', userId).orderBy('at', newest).execute(),
      ),
    },
  },
  others: [
    'delivery.provider_id',
    'delivery.recipient',
    'delivery.why',
    'message.fact',
    'message.name',
    'message.object_id',
    'message.object_type',
    'message.path',
    'message.recipient',
    'message_text.by_id',
    'message_text.content',
    'message_text.short',
    'message_text.subject',
    'message_text.zns_template',
    'refused_address.why',
    'zns_token.access_token',
    'zns_token.begun_with',
    'zns_token.refresh_token',
  ],
}
