import { createHmac, generateKeyPairSync } from 'node:crypto'
import { openIdentityProvider } from '@dacsan/platform/identity-provider'
import { consume } from '@dacsan/platform/rate-limit'
import { testDatabase } from '@dacsan/platform/testing'
import { testIdentityProvider } from '@dacsan/platform/testing-provider'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from './actor.ts'
import type { Actor, Person } from './actor.ts'
import { actorOf } from './actor-of.ts'
import { createAuth } from './auth.ts'
import { aPerson, loadTerms } from './fixtures.ts'
import {
  beginLinking,
  beginSecondFactor,
  beginSignInByProvider,
  confirmSession,
  enableSecondFactor,
  listOwnLinks,
  renewAccess,
  requireRecentConfirmation,
  returnFromProvider,
  signIn,
  unlinkProvider,
  verifySecondFactor,
} from './index.ts'
import { limits } from './limits.ts'
import { providerReturnPath } from './rules.ts'

const { db, as } = await testDatabase<Tables>()
const origin = 'https://dacsan.test'
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin, demo: false })
const redirectUri = `${origin}${providerReturnPath}`
const there = await testIdentityProvider(redirectUri)
const faults: string[] = []
const provider = openIdentityProvider(there.setting, { redirectUri, onFault: (fault) => faults.push(fault) })
const password = 'con trâu đi trước'
await loadTerms(db)
afterAll(() => there.stop())

let person: Person
let address: string
let subject: string
let n = 0
beforeEach(async () => {
  person = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader', password }))
  address = `203.0.113.${(n += 1)}`
  subject = `012345${n}`
  faults.length = 0
})

class Browser {
  readonly cookies = new Map<string, string>()
  get headers() {
    return new Headers({ cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'user-agent': 'Test/1.0' })
  }
  keep(lines: readonly string[]) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
  }
  async request(now = new Date()) {
    const { actor } = await actorOf(auth, this.headers, db)
    return { auth, db, actor, headers: this.headers, address, now, provider }
  }
  actor = async (): Promise<Actor> => (await actorOf(auth, this.headers, db)).actor
  session = () => actorOf(auth, this.headers, db)
  async signIn() {
    const outcome = await signIn({ ...(await this.request()), actor: visitor }, { email: person.email!, password })
    if (outcome.ok) this.keep(outcome.value.cookies)
  }
  /** Presses the button: the address at the provider. */
  async leave(next = '/van-phong'): Promise<URL> {
    const begun = await beginSignInByProvider(await this.request(), { next })
    if (!begun.ok) throw new Error(begun.refusal.code)
    this.keep(begun.value.cookies)
    return begun.value.location
  }
  async comeBack(answer: URL, now = new Date()) {
    const returned = await returnFromProvider(await this.request(now), answer)
    this.keep(returned.cookies)
    return returned
  }
  async throughProvider(who: string | null = subject) {
    return (await this.comeBack(await there.visit(await this.leave(), who))).outcome
  }
  async link(who = subject, typed = password) {
    const own = await this.request()
    const begun = await beginLinking(own, (own.actor as Person).userId, typed)
    if (!begun.ok) return begun
    this.keep(begun.value.cookies)
    return (await this.comeBack(await there.visit(begun.value.location, who))).outcome
  }
}

/** A browser whose person linked the account and signed out. */
async function linked(): Promise<Browser> {
  const browser = new Browser()
  await browser.signIn()
  expect(await browser.link()).toEqual({ ok: true, value: { did: 'link' } })
  return browser
}

const refusal = (code: string) => ({ ok: false, refusal: { code, provider: 'VNeID' } })
const trailOf = async ({ userId }: Person) => {
  const lines = await db.selectFrom('audit_entry').select(['action', 'detail']).where('subject_id', '=', userId).orderBy('seq').execute()
  return lines.slice(2)
}

describe('coming in by an identity provider', () => {
  test('whoever linked the account comes in by the provider, in a browser of their own, and goes on where they wanted to', async () => {
    await linked()
    const browser = new Browser()
    const asked = await browser.leave('/van-phong/ho-so')
    expect(asked.origin).toBe(there.setting.issuer)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      scope: 'openid',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
    })
    const returned = await browser.comeBack(await there.visit(asked, subject))
    expect(returned).toMatchObject({
      purpose: { for: 'sign-in', next: '/van-phong/ho-so' },
      outcome: { ok: true, value: { did: 'sign-in', secondFactor: false } },
    })
    expect(await browser.actor()).toMatchObject({ kind: 'person', userId: person.userId, memberships: [{ role: 'leader' }] })
    expect(await trailOf(person)).toEqual([
      { action: 'person.signed-in', detail: {} },
      { action: 'person.provider-linked', detail: { issuer: there.setting.issuer } },
      { action: 'person.signed-in', detail: { byProvider: true } },
    ])
  })

  test('nobody comes in who linked nothing, and no account is made for them', async () => {
    const before = await db.selectFrom('auth_user').select('id').execute()
    const browser = new Browser()
    // The provider may say any address it likes: nobody is found by it.
    there.behave.claims = (claims) => ({ ...claims, email: person.email, email_verified: true })
    expect(await browser.throughProvider(person.email)).toEqual(refusal('link-unknown'))
    delete there.behave.claims
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
    expect(await db.selectFrom('auth_user').select('id').execute()).toHaveLength(before.length)
    const [line] = await db.selectFrom('security_entry').selectAll().where('address', '=', address).execute()
    expect(line).toMatchObject({ what: 'sign-in', outcome: 'refused', reason: 'link-unknown', actor_id: null })
    expect(line!.tried).toMatch(/^[\w-]{22}$/)
  })

  test('the cookie of the way is for this host and over https only, and shows neither nonce nor verifier', async () => {
    const begun = await beginSignInByProvider(await new Browser().request(), { next: '/van-phong' })
    if (!begun.ok) throw new Error(begun.refusal.code)
    const [line] = begun.value.cookies
    expect(line).toMatch(/^__Host-dacsan\.provider=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    const { searchParams } = begun.value.location
    const read = Buffer.from(line!.split('=')[1]!.split('.')[0]!, 'base64url').toString()
    for (const secret of ['state', 'nonce']) expect(read).not.toContain(searchParams.get(secret))
  })

  test('an account with a second factor is asked for its code, and only then open', async () => {
    const browser = await linked()
    const own = { userId: person.userId, auth }
    const ctx = as<Actor>({ ...person, kind: 'person' })
    const begun = await beginSecondFactor(ctx, { ...own, headers: browser.headers }, password)
    if (!begun.ok) throw new Error(begun.refusal.code)
    browser.keep(begun.value.cookies)
    const at = Date.now()
    expect(await enableSecondFactor(ctx, { ...own, headers: browser.headers }, totp(begun.value.secret, at))).toMatchObject({ ok: true })

    const other = new Browser()
    expect(await other.throughProvider()).toEqual({ ok: true, value: { did: 'sign-in', secondFactor: true } })
    expect(await other.actor()).toEqual({ kind: 'visitor' })
    expect(await verifySecondFactor(await other.request(), { code: '000000' })).toMatchObject({ refusal: { code: 'wrong-code' } })
    const opened = await verifySecondFactor(await other.request(), { code: totp(begun.value.secret, at + 30_000) })
    if (!opened.ok) throw new Error(opened.refusal.code)
    other.keep(opened.value.cookies)
    expect(await other.actor()).toMatchObject({ userId: person.userId })
    // The code shows who has the telephone; the password was typed by nobody.
    expect(await requireRecentConfirmation(ctx, await other.session())).toMatchObject({ refusal: { code: 'confirm-again' } })
  })

  test('a session that a provider opened asks for the password before what binds others, and one of a password does not', async () => {
    const browser = await linked()
    const ctx = as<Actor>({ ...person, kind: 'person' })
    expect(await requireRecentConfirmation(ctx, await browser.session())).toMatchObject({ ok: true })
    await browser.throughProvider()
    const session = await browser.session()
    expect(session).toMatchObject({ actor: { userId: person.userId }, confirmedAt: null })
    expect(await requireRecentConfirmation(ctx, session)).toMatchObject({ refusal: { code: 'confirm-again' } })
    expect(await confirmSession({ ...ctx, now: new Date() }, session, password)).toMatchObject({ ok: true })
    expect(await requireRecentConfirmation({ db, now: new Date() }, await browser.session())).toMatchObject({ ok: true })
  })

  test('an account without a password that anybody knows is refused with the words of a wrong password', async () => {
    await linked()
    const closed = { ok: false, refusal: { code: 'wrong-email-or-password' } }
    await db.updateTable('auth_account').set({ password: null }).where('account_id', '=', person.userId).execute()
    expect(await new Browser().throughProvider()).toEqual(closed)
    await db.updateTable('auth_account').set({ password: 'x' }).where('account_id', '=', person.userId).execute()
    await db.updateTable('auth_user').set({ erased_at: new Date() }).where('id', '=', person.userId).execute()
    expect(await new Browser().throughProvider()).toEqual(closed)
  })

  test('whoever gets a new way in gets it without the links of before: they may be those of a stranger', async () => {
    await linked()
    await renewAccess(as<Actor>(await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator' }))), person.userId)
    expect(await new Browser().throughProvider()).toEqual(refusal('link-unknown'))
  })
})

describe('a way to the provider and back', () => {
  beforeEach(() => linked())

  test('C37: an answer that another browser was led to lets nobody into the account of whoever prepared it', async () => {
    const thief = new Browser()
    const prepared = await there.visit(await thief.leave(), subject)
    const victim = new Browser()
    expect((await victim.comeBack(prepared)).outcome).toEqual(refusal('provider-again'))
    await victim.leave()
    expect((await victim.comeBack(prepared)).outcome).toEqual(refusal('provider-again'))
    // A neighbour of the host can set a cookie for it, but not one that is bound to it.
    victim.cookies.delete('__Host-dacsan.provider')
    victim.cookies.set('dacsan.provider', thief.cookies.get('__Host-dacsan.provider')!)
    expect((await victim.comeBack(prepared)).outcome).toEqual(refusal('provider-again'))
    expect(await victim.actor()).toEqual({ kind: 'visitor' })
  })

  test('a state that was made up, a cookie that was touched, and a way of more than ten minutes are refused before the provider is asked', async () => {
    const browser = new Browser()
    const answer = await there.visit(await browser.leave(), subject)
    const kept = browser.cookies.get('__Host-dacsan.provider')!
    const madeUp = new URL(answer)
    madeUp.searchParams.set('state', 'x'.repeat(43))
    expect((await browser.comeBack(madeUp)).outcome).toEqual(refusal('provider-again'))
    browser.cookies.set('__Host-dacsan.provider', `x${kept}`)
    expect((await browser.comeBack(answer)).outcome).toEqual(refusal('provider-again'))
    browser.cookies.set('__Host-dacsan.provider', kept)
    expect((await browser.comeBack(answer, new Date(Date.now() + 10 * 60_000))).outcome).toEqual(refusal('provider-again'))
    browser.cookies.set('__Host-dacsan.provider', kept)
    // None of these used it up.
    expect((await browser.comeBack(answer)).outcome).toMatchObject({ ok: true })
  })

  test('the same answer signs in once, also when two requests bring it at the same moment', async () => {
    const browser = new Browser()
    const answer = await there.visit(await browser.leave(), subject)
    const request = await browser.request()
    const both = await Promise.all([returnFromProvider(request, answer), returnFromProvider(request, answer)])
    const said = both.map(({ outcome }) => (outcome.ok ? outcome.value.did : outcome.refusal.code))
    expect(said.toSorted()).toEqual(['provider-again', 'sign-in'])
  })

  test('a code that was used before is refused by the provider, on a way that is new', async () => {
    const browser = new Browser()
    const first = await there.visit(await browser.leave(), subject)
    expect((await browser.comeBack(first)).outcome).toMatchObject({ ok: true })
    const again = await browser.leave()
    const replayed = new URL(first)
    replayed.searchParams.set('state', again.searchParams.get('state')!)
    expect((await new Browser().comeBack(replayed)).outcome).toEqual(refusal('provider-again'))
    expect((await browser.comeBack(replayed)).outcome).toEqual(refusal('provider-unsound'))
  })

  test.each([
    ['for another audience', 'provider-unsound', { aud: 'another-client' }],
    ['of another issuer', 'provider-unsound', { iss: 'https://another.example' }],
    ['with another nonce', 'provider-unsound', { nonce: 'of another way' }],
    ['without a nonce', 'provider-unsound', { nonce: undefined }],
    ['that has expired', 'provider-clock', { exp: Math.floor(Date.now() / 1000) - 300 }],
    ['that is not valid yet', 'provider-clock', { nbf: Math.floor(Date.now() / 1000) + 300 }],
  ])('a token %s is answered with %s, and lets nobody in', async (_, code, wrong) => {
    there.behave.claims = (claims) => ({ ...claims, ...wrong })
    const browser = new Browser()
    const outcome = await browser.throughProvider()
    delete there.behave.claims
    expect(outcome).toEqual(refusal(code))
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
    expect(faults).toEqual([code.replace('provider-', '')])
  })

  test('a token that another key signed lets nobody in', async () => {
    there.behave.key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const outcome = await new Browser().throughProvider()
    delete there.behave.key
    expect(outcome).toEqual(refusal('provider-unsound'))
  })

  test('a provider that changed its key is believed at once', async () => {
    expect(await new Browser().throughProvider()).toMatchObject({ ok: true })
    await there.stop()
    await there.start()
    expect(await new Browser().throughProvider()).toMatchObject({ ok: true })
  })

  test('somebody who says no at the provider is told that nothing changed', async () => {
    expect(await new Browser().throughProvider(null)).toEqual(refusal('provider-denied'))
    expect(faults).toEqual([])
  })

  test('C62: while the provider is down a password opens the account as always, and the provider opens it as soon as it is back', async () => {
    const fresh = openIdentityProvider(there.setting, { redirectUri, onFault: (fault) => faults.push(fault) })
    const waiting = new Browser()
    const answer = await there.visit(await waiting.leave(), subject)
    await there.stop()
    const begun = await beginSignInByProvider({ ...(await new Browser().request()), provider: fresh }, { next: '/van-phong' })
    expect(begun).toEqual(refusal('provider-silent'))
    expect((await waiting.comeBack(answer)).outcome).toEqual(refusal('provider-silent'))
    expect(faults).toEqual(['silent', 'silent'])
    const browser = new Browser()
    await browser.signIn()
    expect(await browser.actor()).toMatchObject({ userId: person.userId })
    await there.start()
    expect(await beginSignInByProvider({ ...(await new Browser().request()), provider: fresh }, { next: '/' })).toMatchObject({ ok: true })
    expect(await new Browser().throughProvider()).toMatchObject({ ok: true })
  })

  test('C62: a provider that answers every question with an error is silent, and no fault of ours', async () => {
    const fresh = openIdentityProvider(there.setting, { redirectUri, onFault: (fault) => faults.push(fault) })
    there.behave.answer = 503
    const begun = await beginSignInByProvider({ ...(await new Browser().request()), provider: fresh }, { next: '/' })
    delete there.behave.answer
    expect(begun).toEqual(refusal('provider-silent'))
  })

  test('an address from which too many answers came is closed to them, and to no password', async () => {
    const now = new Date()
    const browser = new Browser()
    const answer = await there.visit(await browser.leave(), subject)
    for (let i = 0; i < limits.provider.most; i++) await consume(db, now, { limit: limits.provider, address })
    expect((await browser.comeBack(answer, now)).outcome).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    await browser.signIn()
    expect(await browser.actor()).toMatchObject({ userId: person.userId })
    for (let i = 0; i < limits.providerAsked.most; i++) await consume(db, now, { limit: limits.providerAsked, address })
    expect(await beginSignInByProvider({ ...(await browser.request(now)), provider }, { next: '/' })).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    })
  })
})

describe('a link', () => {
  test('is made by the holder alone, who is signed in and typed the password', async () => {
    const browser = new Browser()
    await browser.signIn()
    expect(await browser.link(subject, 'sai')).toEqual({ ok: false, refusal: { code: 'password-wrong' } })
    const stranger = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator' }))
    const request = { ...(await browser.request()), actor: { ...stranger, kind: 'person' } as Actor }
    await expect(beginLinking(request, person.userId, password)).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await listOwnLinks(as<Actor>(person), provider)).toEqual([])
  })

  test('is not made where somebody signed out, or another came to the browser, meanwhile', async () => {
    const browser = new Browser()
    await browser.signIn()
    const begun = await beginLinking(await browser.request(), person.userId, password)
    if (!begun.ok) throw new Error(begun.refusal.code)
    browser.keep(begun.value.cookies)
    const answer = await there.visit(begun.value.location, subject)
    const other = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader' }))
    const request = await browser.request()
    const outcomes = [await returnFromProvider({ ...request, actor: { ...other, kind: 'person' } }, answer)]
    expect(outcomes[0]).toMatchObject({ purpose: { for: 'link' }, outcome: refusal('provider-again') })
    expect(await listOwnLinks(as<Actor>(person), provider)).toEqual([])
    expect(await listOwnLinks(as<Actor>(other), provider)).toEqual([])
  })

  test('leads to one account, also where two are linked at the same moment, and each account has one', async () => {
    const first = await linked()
    expect(await first.link('0999')).toEqual(refusal('linked-already'))
    const [one, taken] = [person, subject]
    person = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader', password }))
    const second = new Browser()
    await second.signIn()
    expect(await second.link(taken)).toEqual(refusal('link-taken'))
    expect(await listOwnLinks(as<Actor>(person), provider)).toEqual([])

    const third = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader', password }))
    const ways = [second, new Browser()]
    person = third
    await ways[1]!.signIn()
    const linkedAtOnce = await Promise.all(ways.map((browser) => browser.link('0888')))
    expect(linkedAtOnce.map((outcome) => (outcome.ok ? 'linked' : outcome.refusal.code)).toSorted()).toEqual(['link-taken', 'linked'])
    const inTable = { user_id: third.userId, provider_id: there.setting.issuer, account_id: taken, id: 'acc_twice' }
    const twice = db
      .insertInto('auth_account')
      .values({ ...inTable, created_at: new Date(), updated_at: new Date() })
      .execute()
    await expect(twice).rejects.toMatchObject({ constraint: 'auth_account_of_provider' })
    expect(await listOwnLinks(as<Actor>(one), provider)).toHaveLength(1)
  })

  test('is ended by its holder with the password; from then on the provider opens nothing, and the trail says so', async () => {
    const browser = await linked()
    const ctx = as<Actor>({ ...person, kind: 'person' })
    const [link] = await listOwnLinks(ctx, provider)
    expect(link).toMatchObject({ issuer: there.setting.issuer, current: true })
    const unlink = (id: string, typed = password) => unlinkProvider(ctx, person.userId, { id, password: typed })
    expect(await unlink(link!.id, 'sai')).toEqual({ ok: false, refusal: { code: 'password-wrong' } })
    // The password itself is no link that could be ended.
    const own = await db.selectFrom('auth_account').select('id').where('account_id', '=', person.userId).executeTakeFirstOrThrow()
    await expect(unlink(own.id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await unlink(link!.id)).toEqual({ ok: true, value: null })
    await expect(unlink(link!.id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await new Browser().throughProvider()).toEqual(refusal('link-unknown'))
    expect(await browser.link()).toMatchObject({ ok: true })
    expect((await trailOf(person)).map(({ action }) => action)).toEqual([
      'person.signed-in',
      'person.provider-linked',
      'person.provider-unlinked',
      'person.provider-linked',
    ])
  })
})

/** RFC 6238 with SHA-1, 30 seconds and six digits. */
function totp(base32: string, at: number): string {
  const bits = [...base32.replace(/=+$/, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
