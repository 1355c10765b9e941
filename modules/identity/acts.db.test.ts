import { refuse } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { IdentityProvider } from '@dacsan/platform/identity-provider'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { tryActs } from '../test-acts.ts'
import type { ApiKeyStatus } from './api-keys/acts.ts'
import { apiKeyStatusOf } from './api-keys/rules.ts'
import { eventActs, identityActTables, installationActs, personActs } from './acts.ts'
import type { MembershipStatus, OrganisationStatus } from './acts.ts'
import type { Person, Role } from './actor.ts'
import { createAuth } from './auth.ts'
import { aPerson, loadTerms } from './fixtures.ts'
import {
  acceptInvitation,
  addMembership,
  addOrganisation,
  askFactorRemoval,
  beginLinking,
  changePassword,
  createApiKey,
  confirmFactorRemoval,
  createOrganisation,
  disableSecondFactor,
  enableSecondFactor,
  endMembership,
  mergeOrganisation,
  moveOrganisation,
  noteRestore,
  openAccount,
  openAdministrator,
  recordErasure,
  renameOrganisation,
  renewAccess,
  retryDelivery,
  revokeApiKey,
  roles,
  signIn,
  signOutEverywhere,
  system,
  unlinkProvider,
} from './index.ts'
import { invite } from './invitation.ts'
import { membershipStatusOf, untilFor } from './membership-status.ts'

const { db, as } = await testDatabase<Tables>()
const day = '2026-11-23'
const base: Ctx = as(system('trial'), `${day}T08:30:00+07:00`)
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const password = 'con trâu đi trước'

await loadTerms(db)
const { owner, membership, invitation } = await inTransaction(base, async (tx) => {
  const person = await aPerson(tx, { role: 'advisory-member', name: 'Chủ tài khoản', password, now: base.now })
  await aPerson(tx, { role: 'administrator', now: base.now })
  const given = await tx.selectFrom('membership').selectAll().where('user_id', '=', person.userId).executeTakeFirstOrThrow()
  const invitation = await invite(tx, base, { userId: person.userId, kind: 'first' })
  return { owner: person, membership: given, invitation }
})
const { organisation, other } = await inTransaction(base, async (tx) => ({
  organisation: await createOrganisation(tx, base, { code: 'so-thu', name: 'Sở Thử', kind: 'department' }),
  other: await createOrganisation(tx, base, { code: 'so-khac', name: 'Sở Khác', kind: 'department' }),
}))
const { userId } = owner
const inTheRole = { userId, organisationId: membership.organisation_id, role: 'advisory-member' as const }

/** Somebody of every role, and the owner of the account that the acts are done to. */
const ofRole = (role: Role): Person => ({ ...owner, userId: `usr_${role}`, memberships: [{ ...owner.memberships[0]!, role }] })
/** Leads another organisation, and is nothing to this one. */
const otherHead: Person = {
  ...ofRole('organisation-head'),
  userId: 'usr_other',
  memberships: [{ ...ofRole('organisation-head').memberships[0]!, organisationId: 'org_other' }],
}
const people = { owner, otherHead, ...(Object.fromEntries(roles.map((role) => [role, ofRole(role)])) as Record<Role, Person>) }
const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const

const holdsLink = ({ kind }: Ctx['actor']) => kind === 'visitor'
const someone = { name: 'Người Mới', email: 'nguoi.moi@example.vn', password }
const silent = async () => refuse('silent')
const provider: IdentityProvider = { name: 'SSO', issuer: 'https://sso.example', begin: silent, finish: silent }
const own = { userId, auth, headers: new Headers() }

// Accounts are opened and roles are given by administrators, or on the machine while there is none; who works in the programme gives himself
// nothing. What belongs to an account is done by its owner alone, also not by an administrator.
tryActs(
  { acts: personActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      create: (ctx) => openAccount(ctx, { ...someone, organisationId: inTheRole.organisationId, role: 'advisory-member' }),
      'open-administrator': (ctx) => openAdministrator(ctx, someone),
      'sign-in': ({ db: within, actor, now }) =>
        signIn({ auth, db: within, actor, now, headers: new Headers(), address: '203.0.113.1' }, { email: owner.email, password: 'sai' }),
      'sign-out-everywhere': (ctx) => signOutEverywhere(ctx, userId),
      'change-password': (ctx) => changePassword(ctx, { userId, sessionId: null }, { current: 'sai', next: password }),
      'enable-second-factor': (ctx) => enableSecondFactor(ctx, own, '000000'),
      'disable-second-factor': (ctx) => disableSecondFactor(ctx, own, { password: 'sai', code: '000000' }),
      'link-provider': ({ db: within, actor, now }) =>
        beginLinking({ auth, db: within, actor, now, headers: new Headers(), address: '203.0.113.1', provider }, userId, 'sai'),
      'unlink-provider': (ctx) => unlinkProvider(ctx, userId, { id: 'acc_none', password: 'sai' }),
      'renew-access': (ctx) => renewAccess(ctx, userId),
      'accept-invitation': ({ db: within, actor, now }) =>
        acceptInvitation(
          { auth, db: within, actor, now, headers: new Headers(), address: '203.0.113.1' },
          holdsLink(actor) ? invitation.secret : 'x',
          {
            password: 'x',
          },
        ),
      'ask-factor-removal': (ctx) => askFactorRemoval(ctx, userId),
      'remove-second-factor': (ctx) => confirmFactorRemoval(ctx, userId),
      forget: (ctx) => inTransaction(ctx, (tx) => recordErasure(tx, ctx, userId)),
    },
    expected: {
      // The head of the organisation that the account is for, and no other.
      create: { by: ['administrator', 'system', 'organisation-head'] },
      'open-administrator': { by: ['system'] },
      'sign-in': { by: everybody },
      'sign-out-everywhere': { by: ['owner'] },
      'change-password': { by: ['owner'] },
      'enable-second-factor': { by: ['owner'] },
      'disable-second-factor': { by: ['owner'] },
      'link-provider': { by: ['owner'] },
      'unlink-provider': { by: ['owner'] },
      'renew-access': { by: ['administrator', 'organisation-head'] },
      // Whoever holds the address, and here that is the visitor.
      'accept-invitation': { by: ['visitor'] },
      'ask-factor-removal': { by: ['administrator'] },
      'remove-second-factor': { by: ['administrator'] },
      // Nobody forgets an account by hand: its person asks, or its term ends.
      forget: { by: ['system'] },
    },
  },
)

tryActs(identityActTables[1], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('membership')
      .set({ until: untilFor(status, day) })
      .where('id', '=', membership.id)
      .execute(),
  state: async (tx): Promise<MembershipStatus> => {
    const row = await tx.selectFrom('membership').select('until').where('id', '=', membership.id).executeTakeFirstOrThrow()
    return membershipStatusOf(row, day)
  },
  attempts: {
    add: (ctx) => inTransaction(ctx, (tx) => addMembership(tx, ctx, inTheRole)),
    end: (ctx) => endMembership(ctx, membership.id),
  },
  expected: {
    add: { from: ['ended'], to: 'held', by: ['administrator', 'system', 'organisation-head'] },
    end: { from: ['held'], to: 'ended', by: ['administrator', 'organisation-head'], again: ['ended'] },
  },
})

// Nobody but an administrator changes an organisation; the machine makes them. What was merged stays as it is.
tryActs(identityActTables[2], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('organisation')
      .set(
        status === 'active' ? { status, merged_into_id: null, merged_at: null } : { status, merged_into_id: other.id, merged_at: base.now },
      )
      .where('id', '=', organisation.id)
      .execute(),
  state: async (tx): Promise<OrganisationStatus> => {
    const row = await tx
      .selectFrom('organisation')
      .select('status')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .where('code', 'in', ['so-moi', 'so-thu'])
      .executeTakeFirstOrThrow()
    return row.status as OrganisationStatus
  },
  attempts: {
    create: (ctx) => addOrganisation(ctx, { code: 'so-moi', name: 'Sở mới', kind: 'department', communeCode: null, parentCode: null }),
    rename: (ctx) => renameOrganisation(ctx, organisation.id, { name: 'Sở Thử nghiệm', reason: 'Nghị quyết thử' }),
    move: (ctx) => moveOrganisation(ctx, organisation.id, { parentCode: 'so-khac', communeCode: null, reason: 'Nghị quyết thử' }),
    merge: (ctx) => mergeOrganisation(ctx, organisation.id, { intoCode: 'so-khac', reason: 'Nghị quyết thử' }, []),
  },
  expected: {
    create: { to: 'active', by: ['administrator', 'system'] },
    rename: { from: ['active'], by: ['administrator'] },
    move: { from: ['active'], by: ['administrator'] },
    merge: { from: ['active'], to: 'merged', by: ['administrator'] },
  },
})

// Keys are given and revoked by administrators, or on the machine; a key past its last day has nothing left to revoke.
const aKey = { label: 'Phần mềm', scopes: ['epcis' as const], expiresOn: null }
const madeKey = await createApiKey(base, { ...aKey, organisationId: organisation.id })
if (!madeKey.ok) throw new Error(madeKey.refusal.code)
const { keyId } = madeKey.value

tryActs(identityActTables[3], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('api_key')
      .set({
        expires_on: status === 'expired' ? '2026-11-22' : null,
        ...(status === 'revoked' && { revoked_at: base.now, revoked_by_name: 'Thử', revoked_why: 'thử' }),
      })
      .where('id', '=', keyId)
      .execute(),
  state: async (tx): Promise<ApiKeyStatus> => {
    const row = await tx
      .selectFrom('api_key')
      .select(['revoked_at as revokedAt', 'expires_on as expiresOn'])
      .orderBy('label', 'desc')
      .executeTakeFirstOrThrow()
    return apiKeyStatusOf(row, day)
  },
  attempts: {
    create: (ctx) => createApiKey(ctx, { ...aKey, label: 'Phần mềm khác', organisationId: organisation.id }),
    revoke: (ctx) => revokeApiKey(ctx, keyId, { reason: 'Thử thu hồi' }),
  },
  expected: {
    create: { to: 'active', by: ['administrator', 'system'] },
    revoke: { from: ['active'], to: 'revoked', by: ['administrator', 'system'] },
  },
})

tryActs(
  { acts: eventActs, statuses: [] },
  {
    base,
    people,
    attempts: { 'retry-delivery': (ctx) => retryDelivery(ctx, '1') },
    expected: { 'retry-delivery': { by: ['administrator'] } },
  },
)

tryActs(
  { acts: installationActs, statuses: [] },
  {
    base,
    people,
    attempts: { 'note-restore': (ctx) => noteRestore(ctx, { moment: '2026-11-28 22:14', archive: '2026-11-28T2214-1f0c77a2' }) },
    expected: { 'note-restore': { by: ['system'] } },
  },
)
