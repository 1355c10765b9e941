import { likeText } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { mostRows, ofAccount } from '../personal-data.ts'
import type { AccountSubject, PersonalData } from '../personal-data.ts'
import type { Tx } from '../context.ts'
import { shownEmail } from './people.store.ts'
import { deleteLinksOf } from './provider-link.store.ts'
import { roleNames } from './words/names.ts'
import { securityOutcomeNames, securityWhatNames } from './words/security-log-page.ts'
import { erasedName, personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const

/** The account keeps its row and its id, which acts of other rooms point at; nobody can sign in to it, or learn from it whose it was. */
async function eraseAccount(tx: Tx, { userId }: AccountSubject, at: Date): Promise<void> {
  await tx
    .updateTable('auth_user')
    .set({
      name: erasedName,
      email: `${userId}@da-xoa.invalid`,
      phone: null,
      image: null,
      two_factor_enabled: false,
      erased_at: at,
      updated_at: at,
    })
    .where('id', '=', userId)
    .execute()
  await tx
    .updateTable('membership')
    .set({ until: addDays(dateInVietnam(at), -1) })
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', dateInVietnam(at))]))
    .execute()
  for (const table of ['auth_account', 'auth_two_factor'] as const) await tx.deleteFrom(table).where('user_id', '=', userId).execute()
  await tx.deleteFrom('auth_verification').where('value', '=', userId).execute()
}

const accounts = { purpose: 'accounts' } as const
const forAccount =
  (erase: (tx: Tx, subject: AccountSubject, at: Date) => Promise<unknown>) =>
  async (tx: Tx, subject: Parameters<PersonalData['holdings'][string]['find']>[1], at: Date) =>
    subject.kind === 'account' ? erase(tx, subject, at) : undefined

export const personalData: PersonalData = {
  holdings: {
    account: {
      ...words.account,
      ...accounts,
      columns: [
        'auth_user.name',
        'auth_user.email',
        'auth_user.phone',
        'auth_user.image',
        'auth_account.password',
        'auth_account.access_token',
        'auth_account.id_token',
        'auth_account.refresh_token',
        'auth_two_factor.secret',
        'auth_two_factor.backup_codes',
        'auth_verification.identifier',
        'auth_verification.value',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('auth_user')
          .select(['name', shownEmail.as('email'), 'phone', 'two_factor_enabled as secondFactor', 'created_at as at'])
          .where('id', '=', userId)
          .where('erased_at', 'is', null)
          .execute(),
      ),
      erase: forAccount(eraseAccount),
    },
    'provider-links': {
      ...words.links,
      ...accounts,
      columns: ['auth_account.account_id', 'auth_account.provider_id'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('auth_account')
          .select(['provider_id as issuer', 'account_id as subject', 'created_at as at'])
          .where('user_id', '=', userId)
          .where('provider_id', '<>', 'credential')
          .execute(),
      ),
      erase: forAccount((tx, { userId }) => deleteLinksOf(tx, userId)),
    },
    memberships: {
      ...words.memberships,
      codes: { role: roleNames },
      purpose: 'official-acts',
      // A household is called by the name of its head.
      columns: ['membership.role', 'organisation.name', 'organisation.code'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('membership')
          .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
          .select(['organisation.name as organisation', 'role', 'since', 'until'])
          .where('user_id', '=', userId)
          .orderBy('since', newest)
          .execute(),
      ),
    },
    sessions: {
      ...words.sessions,
      ...accounts,
      columns: ['auth_session.ip_address', 'auth_session.user_agent', 'auth_session.token'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('auth_session')
          .select(['created_at as at', 'expires_at as expires', 'ip_address as address', 'user_agent as browser'])
          .where('user_id', '=', userId)
          .orderBy('created_at', newest)
          .execute(),
      ),
      erase: forAccount((tx, { userId }) => tx.deleteFrom('auth_session').where('user_id', '=', userId).execute()),
    },
    devices: {
      ...words.devices,
      ...accounts,
      columns: ['known_device.digest'],
      find: ofAccount((db, { userId }) =>
        db.selectFrom('known_device').select(['first_at as first', 'last_at as at']).where('user_id', '=', userId).execute(),
      ),
      erase: forAccount((tx, { userId }) => tx.deleteFrom('known_device').where('user_id', '=', userId).execute()),
    },
    invitations: {
      ...words.invitations,
      ...accounts,
      columns: ['invitation.made_by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('invitation')
          .select(['made_at as at', 'made_by_name as by', 'used_at as used'])
          .where('user_id', '=', userId)
          .orderBy('made_at', newest)
          .execute(),
      ),
      erase: forAccount(async (tx, { userId }) => {
        await tx.deleteFrom('invitation').where('user_id', '=', userId).execute()
        await tx.updateTable('invitation').set({ made_by_name: erasedName }).where('made_by_id', '=', userId).execute()
      }),
    },
    notices: {
      ...words.notices,
      ...accounts,
      columns: ['account_notice.by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('account_notice')
          .select(['at', 'kind', 'by_name as by'])
          .where('user_id', '=', userId)
          .orderBy('at', newest)
          .execute(),
      ),
      erase: forAccount(async (tx, { userId, name }) => {
        await tx.deleteFrom('account_notice').where('user_id', '=', userId).execute()
        // What two administrators did together says both their names, and the id of the second.
        await tx
          .updateTable('account_notice')
          .set({ by_name: sql`replace(by_name, ${name}, ${erasedName})` })
          .where((eb) => eb.or([eb('by_id', '=', userId), eb('kind', '=', 'second-factor-removed')]))
          .where('by_name', 'like', `%${likeText(name)}%`)
          .execute()
      }),
    },
    'kept-forms': {
      ...words.keptForms,
      ...accounts,
      columns: ['kept_form.content', 'kept_form.holder'],
      find: ofAccount((db, { userId }) => db.selectFrom('kept_form').select('kept_at as at').where('user_id', '=', userId).execute()),
      erase: forAccount((tx, { userId }) => tx.deleteFrom('kept_form').where('user_id', '=', userId).execute()),
    },
    'sent-forms': {
      ...words.sentForms,
      ...accounts,
      columns: ['sent_form.answer'],
      find: ofAccount((db, { userId }) => db.selectFrom('sent_form').select('sent_at as at').where('user_id', '=', userId).execute()),
      erase: forAccount((tx, { userId }) => tx.deleteFrom('sent_form').where('user_id', '=', userId).execute()),
    },
    uploads: {
      ...words.uploads,
      ...accounts,
      columns: ['upload_piece.bytes'],
      find: ofAccount((db, { userId }) =>
        db.selectFrom('upload').select(['last_at as at', 'size']).where('user_id', '=', userId).orderBy('last_at', newest).execute(),
      ),
      erase: forAccount((tx, { userId }) => tx.deleteFrom('upload').where('user_id', '=', userId).execute()),
    },
    'factor-removals': {
      ...words.asked,
      ...accounts,
      columns: ['factor_removal.asked_by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('factor_removal')
          .select(['asked_at as at', 'asked_by_name as by'])
          .where((eb) => eb.or([eb('user_id', '=', userId), eb('asked_by_id', '=', userId)]))
          .execute(),
      ),
      erase: forAccount((tx, { userId }) =>
        tx
          .deleteFrom('factor_removal')
          .where((eb) => eb.or([eb('user_id', '=', userId), eb('asked_by_id', '=', userId)]))
          .execute(),
      ),
    },
    'api-keys': {
      ...words.apiKeys,
      purpose: 'official-acts',
      columns: ['api_key.label', 'api_key.created_by_name', 'api_key.revoked_by_name', 'api_key.revoked_why'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('api_key')
          .select(['created_at as at', 'label', 'created_by_name as by', 'revoked_at as revoked', 'revoked_by_name as revokedBy'])
          .where((eb) => eb.or([eb('created_by_id', '=', userId), eb('revoked_by_id', '=', userId)]))
          .orderBy('created_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    trail: {
      ...words.trail,
      purpose: 'official-acts',
      columns: ['audit_entry.actor_name', 'audit_entry.detail'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('audit_entry')
          .select(['at', 'action', 'subject_type as subject', 'subject_id as id'])
          .where((eb) => eb.or([eb('actor_id', '=', userId), eb.and([eb('subject_type', '=', 'person'), eb('subject_id', '=', userId)])]))
          .orderBy('seq', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    security: {
      ...words.security,
      codes: { what: securityWhatNames, outcome: securityOutcomeNames },
      purpose: 'security',
      columns: ['security_entry.actor_name', 'security_entry.seats', 'security_entry.address', 'security_entry.tried'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('security_entry')
          .select(['at', 'what', 'outcome', 'address', 'object_id as object'])
          .where('actor_id', '=', userId)
          .orderBy('id', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'account_notice.by_id',
    'api_key.created_by_id',
    'api_key.digest',
    'api_key.revoked_by_id',
    'api_key.scopes',
    'api_key.shown',
    'audit_entry.action',
    'audit_entry.actor_id',
    'audit_entry.hash',
    'audit_entry.previous_hash',
    'audit_entry.subject_id',
    'audit_entry.subject_type',
    'auth_account.scope',
    'factor_removal.asked_by_id',
    'invitation.digest',
    'invitation.made_by_id',
    'kept_form.user_id',
    'security_entry.action',
    'security_entry.actor_id',
    'security_entry.object_id',
    'security_entry.object_type',
    'security_entry.reason',
    'security_entry.request_id',
    'sent_form.sum',
  ],
}
