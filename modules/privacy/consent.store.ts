import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import { consentActs } from './acts.ts'
import type { Channel, ConsentPurpose, ConsentText } from './rules/consent.ts'
import type { ConsentId } from './rules/ids.ts'
import type { SubjectKey } from './subject.ts'

export async function selectTexts(db: ReadDb): Promise<ConsentText[]> {
  return db
    .selectFrom('consent_text')
    .select(['purpose', 'version', 'language', 'text', 'effective_from as effectiveFrom', 'asks_again as asksAgain'])
    .orderBy('purpose')
    .orderBy('version', 'desc')
    .execute()
}

/** Puts a text on file; one that is there stays as it is, and the answer is false. */
export async function insertText(tx: Tx, text: ConsentText, made: { by: UserId | null; at: Date }): Promise<boolean> {
  const inserted = await tx
    .insertInto('consent_text')
    .values({
      purpose: text.purpose,
      version: text.version,
      language: text.language,
      text: text.text,
      effective_from: text.effectiveFrom,
      asks_again: text.asksAgain,
      made_by: made.by,
      made_at: made.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}

const ofSubject = (subject: SubjectKey) =>
  subject.kind === 'account' ? { column: 'user_id' as const, id: subject.userId } : { column: 'group_id' as const, id: subject.groupId }

/** What somebody agreed to, the latest first. */
export function selectConsents(db: ReadDb, subject: SubjectKey) {
  const { column, id } = ofSubject(subject)
  return db
    .selectFrom('consent')
    .select([
      'id',
      'purpose',
      'version',
      'language',
      'channel',
      'status',
      'given_at as givenAt',
      'withdrawn_at as withdrawnAt',
      'user_id as userId',
      'group_id as groupId',
    ])
    .where(column, '=', id)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function lockConsent(tx: Tx, id: ConsentId) {
  return tx
    .selectFrom('consent')
    .select(['id', 'purpose', 'status', 'user_id as userId', 'group_id as groupId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertConsent(
  tx: Tx,
  consent: {
    id: ConsentId
    purpose: ConsentPurpose
    version: number
    language: ConsentText['language']
    subject: SubjectKey
    channel: Channel
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('consent')
    .values({
      id: consent.id,
      purpose: consent.purpose,
      version: consent.version,
      language: consent.language,
      user_id: consent.subject.kind === 'account' ? consent.subject.userId : null,
      group_id: consent.subject.kind === 'purchase' ? consent.subject.groupId : null,
      channel: consent.channel,
      status: consentActs.give.to,
      given_at: consent.at,
    })
    .execute()
}

export async function updateWithdrawn(tx: Tx, id: ConsentId, at: Date): Promise<void> {
  await tx.updateTable('consent').set({ status: consentActs.withdraw.to, withdrawn_at: at }).where('id', '=', id).execute()
}

/** Who agreed to a purpose with an account and did not withdraw, by name: the last consent of each. */
export function selectAgreed(db: ReadDb, purpose: ConsentPurpose) {
  return db
    .selectFrom('consent')
    .innerJoin('person_card as person', 'person.id', 'consent.user_id')
    .distinctOn('person.id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'consent.version',
      'consent.status',
      'consent.given_at as givenAt',
      'consent.purpose',
    ])
    .where('consent.purpose', '=', purpose)
    .orderBy('person.id')
    .orderBy('consent.given_at', 'desc')
    .execute()
}
