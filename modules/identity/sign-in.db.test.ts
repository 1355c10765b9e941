import { createHmac } from 'node:crypto'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openList } from '../open-list.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { Actor, Person } from './actor.ts'
import { system, visitor } from './actor.ts'
import { actorOf } from './actor-of.ts'
import { consume } from '@dacsan/platform/rate-limit'
import { limits } from './limits.ts'
import { createAuth } from './auth.ts'
import { aPerson, loadTerms } from './fixtures.ts'
import {
  acceptInvitation,
  askFactorRemoval,
  beginSecondFactor,
  changePassword,
  confirmFactorRemoval,
  confirmPassword,
  confirmSession,
  disableSecondFactor,
  enableSecondFactor,
  endMembership,
  findAccount,
  findInvitation,
  findKeptForm,
  giveRole,
  keepForm,
  listDevices,
  listOwnNotices,
  markNoticesSeen,
  openAccount,
  renewAccess,
  requireRecentConfirmation,
  secondFactorInput,
  signIn,
  signOut,
  signOutEverywhere,
  verifySecondFactor,
} from './index.ts'
import { accountList } from './lists.ts'

const { db, as } = await testDatabase<Tables>()
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const password = 'con trâu đi trước'
await loadTerms(db)

let person: Person & { email: string }
let address: string
let n = 0
beforeEach(async () => {
  person = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator', password }))
  address = `203.0.113.${(n += 1)}`
})

/** What a browser keeps between requests. */
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
  request(now = new Date()) {
    return { auth, db, actor: visitor, headers: this.headers, address, now }
  }
  async signIn(given: { email?: string; password?: string; now?: Date } = {}) {
    const outcome = await signIn(this.request(given.now), { email: given.email ?? person.email, password: given.password ?? password })
    if (outcome.ok) this.keep(outcome.value.cookies)
    return outcome
  }
  async actor(): Promise<Actor> {
    return (await actorOf(auth, this.headers, db)).actor
  }
}

describe('signing in', () => {
  test('a right password signs in, and the next request knows the person and the roles of today', async () => {
    const browser = new Browser()
    expect(await browser.signIn()).toMatchObject({ ok: true, value: { secondFactor: false } })
    expect(await browser.actor()).toEqual({
      kind: 'person',
      userId: person.userId,
      name: person.name,
      email: person.email,
      phone: null,
      memberships: [expect.objectContaining({ role: 'administrator', organisationCode: person.memberships[0]!.organisationCode })],
    })
  })

  test('the session cookies are for this host only, over https only, out of reach of scripts', async () => {
    const outcome = await signIn(new Browser().request(), { email: person.email, password })
    const lines = outcome.ok ? outcome.value.cookies : []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line).toMatch(/^__Host-dacsan\./)
      expect(line).toMatch(/; Secure/)
      expect(line).toMatch(/; HttpOnly/)
      expect(line).toMatch(/; Path=\/(;|$)/)
      expect(line).not.toMatch(/domain/i)
    }
  })

  test('no cookie can be read by whoever holds the device, and a session from before the cookies were encrypted goes on', async () => {
    const browser = new Browser()
    await browser.signIn()
    const data = '__Host-dacsan.session_data'
    expect(browser.cookies.get(data)).toBeTruthy()
    for (const [name, value] of browser.cookies)
      for (const part of [value, decodeURIComponent(value)].flatMap((text) => [text, ...text.split('.')]))
        for (const text of [part, Buffer.from(part, 'base64url').toString()])
          expect([name, text.includes(person.email), text.includes(address)]).toEqual([name, false, false])
    // As they were written before: JSON with a signature.
    const before = { session: { session: { token: 'x' }, user: { email: person.email } }, expiresAt: Date.now() + 300_000, signature: 'x' }
    browser.cookies.set(data, Buffer.from(JSON.stringify(before)).toString('base64url'))
    const { actor, cookies } = await actorOf(auth, browser.headers, db)
    expect(actor).toMatchObject({ kind: 'person', userId: person.userId })
    browser.keep(cookies)
    expect(browser.cookies.get(data)).toMatch(/^ey/)
    expect(await browser.actor()).toMatchObject({ userId: person.userId })
  })

  test('C47: a session is named by a cookie that we signed, and not by one that was made up', async () => {
    const browser = new Browser()
    await browser.signIn()
    const named = (cookie: string | null) => auth.namesSession(cookie ?? undefined)
    expect(named(browser.headers.get('cookie'))).toBe(true)
    const own = browser.cookies.get('__Host-dacsan.session_token')!
    expect(named(`gio=1; __Host-dacsan.session_token=${own}`)).toBe(true)
    for (const madeUp of [
      null,
      '',
      'dacsan.session_token=x',
      '__Host-dacsan.session_token=x',
      `dacsan.session_token=${own}`,
      `__Host-dacsan.session_token=a${own}`,
    ])
      expect([madeUp, named(madeUp)]).toEqual([madeUp, false])
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await new Browser().signIn({ password: 'sai' })
    const unknown = await new Browser().signIn({ email: 'khong.co@example.vn' })
    expect(wrong).toEqual({ ok: false, refusal: { code: 'wrong-email-or-password' } })
    expect(unknown).toEqual(wrong)
  })

  test('C35: too many tries at an account from one address close it there, also to the right password, until the window ends', async () => {
    const now = new Date()
    for (let i = 0; i < limits.accountHere.most; i++)
      expect(await new Browser().signIn({ password: `sai ${i}`, now })).toMatchObject({ ok: false })
    expect(await new Browser().signIn({ now })).toEqual({ ok: false, refusal: { code: 'too-many-attempts', minutes: 15 } })
    const later = new Date(now.getTime() + 15 * 60_000)
    expect(await new Browser().signIn({ now: later })).toMatchObject({ ok: true })
  })

  test('C35: an owner signs in while somebody at another address guesses, and confirms the password in a living session', async () => {
    const owner = new Browser()
    await owner.signIn()
    const home = address
    address = '198.51.100.66'
    for (let i = 0; i < limits.accountHere.most + 3; i++) await new Browser().signIn({ password: `sai ${i}` })
    expect(await new Browser().signIn()).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    address = home
    expect(await new Browser().signIn()).toMatchObject({ ok: true })
    expect(await confirmPassword(as(await owner.actor()), password)).toEqual({ ok: true, value: null })
  })

  test('an address that goes on after it was refused does not close the account to everybody', async () => {
    const home = address
    for (let i = 0; i < limits.account.most + 5; i++) {
      address = `2001:db8:0:66::${i.toString(16)}`
      await new Browser().signIn({ password: 'sai' })
    }
    address = home
    expect(await new Browser().signIn()).toMatchObject({ ok: true })
  })

  test('C35: an account that is guessed at from many addresses is slowed for browsers that nobody knows, and stays open to its owner', async () => {
    const now = new Date()
    const owner = new Browser()
    await owner.signIn({ now })
    await signOut(owner.request(now))
    for (let i = 0; i < limits.account.most; i++) await consume(db, now, { limit: limits.account, subject: person.email })
    for (let i = 0; i < limits.accountSlow.most; i++)
      expect(await new Browser().signIn({ password: 'sai', now })).toMatchObject({ ok: false })
    expect(await new Browser().signIn({ now })).toEqual({ ok: false, refusal: { code: 'too-many-attempts', minutes: 1 } })
    expect(await owner.signIn({ now })).toMatchObject({ ok: true })
    // Not even a guesser behind the same address of the network keeps the owner's browser out.
    for (let i = 0; i < limits.address.most; i++) await consume(db, now, { limit: limits.address, address })
    expect(await owner.signIn({ now })).toMatchObject({ ok: true })
    expect(await new Browser().signIn({ now: new Date(now.getTime() + 16 * 60_000) })).toMatchObject({ ok: true })
  })

  test('a known browser has few tries of its own, and is known for its own people alone', async () => {
    const now = new Date()
    const browser = new Browser()
    await browser.signIn({ now })
    for (let i = 0; i < limits.device.most; i++) await browser.signIn({ password: 'sai', now })
    expect(await browser.signIn({ now })).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    const other = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader', password }))
    for (let i = 0; i < limits.address.most; i++) await consume(db, now, { limit: limits.address, address })
    expect(await browser.signIn({ email: other.email, now })).toMatchObject({ refusal: { code: 'too-many-attempts' } })
  })

  test('C37: signing in again in the same browser ends the session that it had', async () => {
    const browser = new Browser()
    await browser.signIn()
    const before = browser.headers
    await browser.signIn()
    expect((await actorOf(auth, before, db)).actor).toEqual({ kind: 'visitor' })
    expect(await browser.actor()).toMatchObject({ kind: 'person' })
  })

  test('tries at the same moment are all counted', async () => {
    const tries = await Promise.all(Array.from({ length: limits.accountHere.most + 5 }, () => new Browser().signIn({ password: 'sai' })))
    expect(tries.filter((outcome) => !outcome.ok && outcome.refusal.code === 'too-many-attempts')).toHaveLength(5)
  })

  test('C35: an address that tries many accounts is closed', async () => {
    const now = new Date()
    for (let i = 0; i < limits.address.most; i++) await new Browser().signIn({ email: `doan${i}@example.vn`, password: 'sai', now })
    expect(await new Browser().signIn({ now })).toMatchObject({ refusal: { code: 'too-many-attempts' } })
  }, 60_000)

  test('tries with the right password are not counted', async () => {
    for (let i = 0; i < limits.accountHere.most + 3; i++) expect(await new Browser().signIn()).toMatchObject({ ok: true })
  })

  test('the well-known password of the demonstration is refused outside the demonstration', async () => {
    expect(await new Browser().signIn({ password: 'dacsan-demo' })).toEqual({ ok: false, refusal: { code: 'demo-password' } })
  })

  test('every sign-in leaves a line in the audit trail', async () => {
    await new Browser().signIn()
    const lines = await db.selectFrom('audit_entry').select('action').where('subject_id', '=', person.userId).orderBy('seq').execute()
    expect(lines.map(({ action }) => action)).toEqual(['person.created', 'membership.added', 'person.signed-in'])
  })
})

describe('a living session', () => {
  test('a session whose signature was touched is a visitor', async () => {
    const browser = new Browser()
    await browser.signIn()
    for (const [name, value] of browser.cookies) browser.cookies.set(name, `x${value}`)
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
  })

  test('C34: a role that was ended is lost at the very next request', async () => {
    const browser = new Browser()
    await browser.signIn()
    const other = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator' }))
    const membership = await db.selectFrom('membership').select('id').where('user_id', '=', person.userId).executeTakeFirstOrThrow()
    expect(await endMembership(as<Actor>(other), membership.id)).toEqual({ ok: true, value: undefined })
    const actor = await browser.actor()
    expect(actor).toMatchObject({ kind: 'person', memberships: [] })
    await expect(openList(as<Actor>(actor), accountList, new URLSearchParams())).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('C37: signing out of every device ends all sessions of the person at once', async () => {
    const [telephone, desk] = [new Browser(), new Browser()]
    await telephone.signIn()
    await desk.signIn()
    const { sessionId } = await actorOf(auth, desk.headers, db)
    const devices = await listDevices(as<Actor>(await desk.actor()), sessionId)
    expect(devices.map(({ thisOne }) => thisOne).toSorted()).toEqual([false, true])
    await signOutEverywhere(as<Actor>(await desk.actor()), person.userId)
    expect(await telephone.actor()).toEqual({ kind: 'visitor' })
    expect(await desk.actor()).toEqual({ kind: 'visitor' })
  })

  test('C37: signing out on one device leaves the other signed in', async () => {
    const [telephone, desk] = [new Browser(), new Browser()]
    await telephone.signIn()
    await desk.signIn()
    await signOut(telephone.request())
    expect(await telephone.actor()).toEqual({ kind: 'visitor' })
    expect(await desk.actor()).toMatchObject({ kind: 'person', userId: person.userId })
  })

  test('C37: a session ends when its person signs out, even for somebody who kept the cookies', async () => {
    const browser = new Browser()
    await browser.signIn()
    await signOut(browser.request())
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
  })

  test('a living session cannot be used to guess the password, and its owner confirms it as often as needed', async () => {
    const browser = new Browser()
    await browser.signIn()
    const ctx = as(await browser.actor())
    for (let i = 0; i < limits.passwordAgain.most + 2; i++) expect(await confirmPassword(ctx, password)).toEqual({ ok: true, value: null })
    for (let i = 0; i < limits.passwordAgain.most; i++)
      expect(await confirmPassword(ctx, `sai ${i}`)).toEqual({ ok: false, refusal: { code: 'password-wrong' } })
    expect(await confirmPassword(ctx, password)).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    expect(await new Browser().signIn()).toMatchObject({ ok: true })
  })

  test('the sessions of other devices end when the password changes', async () => {
    const [telephone, desk] = [new Browser(), new Browser()]
    await telephone.signIn()
    await desk.signIn()
    const { actor, sessionId } = await actorOf(auth, desk.headers, db)
    expect(await changePassword(as(actor), { userId: person.userId, sessionId }, { current: 'sai', next: 'cái cày đi sau' })).toMatchObject(
      {
        refusal: { code: 'password-wrong' },
      },
    )
    expect(await changePassword(as(actor), { userId: person.userId, sessionId }, { current: password, next: '12345678' })).toMatchObject({
      refusal: { code: 'password-common' },
    })
    expect(
      await changePassword(as(actor), { userId: person.userId, sessionId }, { current: password, next: 'cái cày đi sau' }),
    ).toMatchObject({ ok: true })
    expect(await desk.actor()).toMatchObject({ kind: 'person' })
    expect(await telephone.actor()).toEqual({ kind: 'visitor' })
    expect(await new Browser().signIn()).toMatchObject({ ok: false })
    expect(await new Browser().signIn({ password: 'cái cày đi sau' })).toMatchObject({ ok: true })
  })
})

describe('a session that lasts', () => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  const age = (sessionId: string, count: number) =>
    db
      .updateTable('auth_session')
      .set({ created_at: days(-count), expires_at: days(7) })
      .where('id', '=', sessionId)
      .execute()

  test('a session ends on the day of the dated rule, however often it was prolonged', async () => {
    const browser = new Browser()
    await browser.signIn()
    const { sessionId } = await actorOf(auth, browser.headers, db)
    await age(sessionId!, 29)
    expect(await browser.actor()).toMatchObject({ kind: 'person' })
    await age(sessionId!, 30)
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
  })

  test('a value of the sign-in beyond its bounds, of another shape or taken back counts for nothing, and the one before it holds', async () => {
    const browser = new Browser()
    await browser.signIn()
    const session = await actorOf(auth, browser.headers, db)
    await age(session.sessionId!, 31)
    const bend = (topic: string, from: string, value: unknown, takenBackAt: Date | null = null) =>
      sql`insert into legal_rule (id, topic, value, instrument, effective_from, certainty, taken_back_at)
        values (${`${topic} ${from}`}, ${topic}, ${JSON.stringify(value)}, 'Bẻ cong', ${from}, 'confirmed', ${takenBackAt})`.execute(db)
    for (const topic of ['sign-in.session-days', 'sign-in.confirm-again-minutes']) {
      await bend(topic, '2026-02-01', 100_000)
      await bend(topic, '2026-02-02', 'mãi mãi')
      await bend(topic, '2026-02-03', 60, new Date())
    }
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
    expect(await requireRecentConfirmation({ db, now: new Date(Date.now() + 16 * 60_000) }, session)).toMatchObject({ ok: false })
    await sql`delete from legal_rule where instrument = 'Bẻ cong'`.execute(db)
  })

  test('the password is asked for again after the minutes of the dated rule, and then not for as long', async () => {
    const browser = new Browser()
    await browser.signIn()
    const session = await actorOf(auth, browser.headers, db)
    const at = (minutes: number) => as(session.actor, new Date(Date.now() + minutes * 60_000))
    expect(await requireRecentConfirmation(at(14), session)).toMatchObject({ ok: true })
    expect(await requireRecentConfirmation(at(16), session)).toEqual({ ok: false, refusal: { code: 'confirm-again' } })
    expect(await confirmSession(at(16), session, 'sai')).toEqual({ ok: false, refusal: { code: 'password-wrong' } })
    expect(await requireRecentConfirmation(at(16), await actorOf(auth, browser.headers, db))).toMatchObject({ ok: false })
    expect(await confirmSession(at(16), session, password)).toMatchObject({ ok: true })
    const again = await actorOf(auth, browser.headers, db)
    expect(await requireRecentConfirmation(at(30), again)).toMatchObject({ ok: true })
    expect(await requireRecentConfirmation(at(32), again)).toMatchObject({ ok: false })
  })

  test('a form that was sent after the session ended waits for the same browser and person, without passwords, and not for long', async () => {
    const browser = new Browser()
    await browser.signIn()
    const form = {
      path: '/van-phong/ho-so/dos_1/phan/ke-hoach?/save',
      fields: [
        ['plan', 'Một dòng\ndài'],
        ['password', 'x'],
      ] as [string, string][],
    }
    const now = new Date()
    const keeping = { db, auth, headers: browser.headers, now, address }
    const kept = await keepForm(keeping, form)
    browser.keep(kept!.cookies)
    const stored = await db.selectFrom('kept_form').select('content').executeTakeFirstOrThrow()
    expect(stored.content.toString('latin1')).not.toContain('plan')
    const find = (headers: Headers, userId = person.userId, at = now) => findKeptForm({ db, headers, now: at }, kept!.key, userId)
    expect(await find(browser.headers)).toEqual({ path: form.path, fields: [['plan', 'Một dòng\ndài']] })
    await expect(find(new Headers())).rejects.toMatchObject({ name: 'NotFound' })
    await expect(find(browser.headers, 'usr_other')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(find(browser.headers, person.userId, new Date(now.getTime() + 31 * 60_000))).rejects.toMatchObject({ name: 'NotFound' })
    expect(await keepForm(keeping, { path: '/x', fields: [['a', 'x'.repeat(300_000)]] })).toBeNull()
  })
})

describe('the second factor', () => {
  async function enrolledSession() {
    const browser = new Browser()
    await browser.signIn()
    const ctx = as(await browser.actor())
    const begun = await beginSecondFactor(ctx, { userId: person.userId, auth, headers: browser.headers }, password)
    if (!begun.ok) throw new Error(begun.refusal.code)
    browser.keep(begun.value.cookies)
    const own = { userId: person.userId, auth, headers: browser.headers }
    expect(await enableSecondFactor(ctx, own, '000000')).toEqual({ ok: false, refusal: { code: 'wrong-code' } })
    const at = Date.now()
    const enabled = await enableSecondFactor(ctx, own, totp(begun.value.secret, at).replace(/^(...)/, '$1 '))
    if (!enabled.ok) throw new Error(enabled.refusal.code)
    browser.keep(enabled.value.cookies)
    return { ctx, ...own, headers: browser.headers, enrolment: { ...begun.value, at } }
  }
  const enrolled = async () => (await enrolledSession()).enrolment

  test('the second factor is asked for after the password, and a code of the application signs in that did not enrol', async () => {
    const { secret, at: enrolledAt } = await enrolled()
    const browser = new Browser()
    expect(await browser.signIn()).toMatchObject({ ok: true, value: { secondFactor: true } })
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
    expect(await verifySecondFactor(browser.request(), { code: '000000' })).toEqual({ ok: false, refusal: { code: 'wrong-code' } })
    expect(await verifySecondFactor(browser.request(), { code: totp(secret, enrolledAt) })).toEqual({
      ok: false,
      refusal: { code: 'code-used' },
    })
    await browser.signIn()
    const opened = await verifySecondFactor(browser.request(), { code: totp(secret, enrolledAt + 30_000) })
    expect(opened).toMatchObject({ ok: true })
    if (opened.ok) browser.keep(opened.value.cookies)
    expect(await browser.actor()).toMatchObject({ kind: 'person', userId: person.userId })
  })

  test('C36: each code of the application signs in once, also when two requests bring it at the same moment', async () => {
    const { secret } = await enrolled()
    const browsers = [new Browser(), new Browser()]
    for (const browser of browsers) await browser.signIn()
    const code = totp(secret, Date.now() + 30_000)
    const outcomes = await Promise.all(browsers.map((browser) => verifySecondFactor(browser.request(), { code })))
    expect(outcomes.map((outcome) => (outcome.ok ? 'opened' : outcome.refusal.code)).toSorted()).toEqual(['code-used', 'opened'])
    const third = new Browser()
    await third.signIn()
    expect(await verifySecondFactor(third.request(), { code })).toEqual({ ok: false, refusal: { code: 'code-used' } })
    const sessions = await db.selectFrom('auth_session').where('user_id', '=', person.userId).selectAll().execute()
    expect(sessions).toHaveLength(2) // the one that enrolled, and the one that was opened
  })

  test('a sign-in that waits for its second factor is void once the password changed or the owner signed out everywhere', async () => {
    const { secret } = await enrolled()
    const end = [
      (ctx: ReturnType<typeof as<Actor>>) =>
        changePassword(ctx, { userId: person.userId, sessionId: null }, { current: password, next: 'cái cày đi sau' }),
      (ctx: ReturnType<typeof as<Actor>>) => signOutEverywhere(ctx, person.userId),
    ]
    for (const [index, ending] of end.entries()) {
      const waiting = new Browser()
      expect(await waiting.signIn({ password: index === 0 ? password : 'cái cày đi sau' })).toMatchObject({ value: { secondFactor: true } })
      await ending(as<Actor>({ ...person, kind: 'person' }))
      expect(await verifySecondFactor(waiting.request(), { code: totp(secret) })).toEqual({ ok: false, refusal: { code: 'sign-in-again' } })
    }
  })

  test('C36: after a few wrong codes the right one opens nothing until the password is given again', async () => {
    const { secret } = await enrolled()
    const browser = new Browser()
    await browser.signIn()
    for (let i = 0; i < 5; i++) expect(await verifySecondFactor(browser.request(), { code: `00000${i}` })).toMatchObject({ ok: false })
    expect(await verifySecondFactor(browser.request(), { code: totp(secret, Date.now() + 30_000) })).toMatchObject({ ok: false })
    expect(await browser.actor()).toEqual({ kind: 'visitor' })
  })

  test('C36: each backup code signs in once', async () => {
    const { backupCodes } = await enrolled()
    expect(backupCodes).toHaveLength(10)
    const first = new Browser()
    await first.signIn()
    expect(await verifySecondFactor(first.request(), { code: backupCodes[0]! })).toMatchObject({ ok: true })
    const second = new Browser()
    await second.signIn()
    expect(await verifySecondFactor(second.request(), { code: backupCodes[0]! })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-code' },
    })
  })

  const anAdministrator = async () => as<Actor>(await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator' })))

  test('renewing access ends password and sessions, keeps the second factor, and invites the owner, who is told of it', async () => {
    const { secret } = await enrolled()
    const living = new Browser()
    await living.signIn()
    const boss = await anAdministrator()
    const leader = as<Actor>(await db.transaction().execute((tx) => aPerson(tx, { role: 'leader' })))
    await expect(renewAccess(leader, person.userId)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(renewAccess(boss, 'usr_nobody')).rejects.toMatchObject({ name: 'NotFound' })
    const earlier = await renewAccess(boss, person.userId)
    const { secret: invitation, until } = await renewAccess(boss, person.userId)
    expect(until.getTime() - boss.now.getTime()).toBe(72 * 3_600_000)
    expect(await living.actor()).toEqual({ kind: 'visitor' })
    expect(await new Browser().signIn()).toMatchObject({ ok: false })
    expect(await findInvitation(boss, invitation)).toMatchObject({
      name: person.name,
      kind: 'renewed',
      madeByName: 'Nguyễn Thị Thử',
      closed: null,
    })

    const own = new Browser()
    const accept = (given: string, secretOf = invitation) => acceptInvitation(own.request(), secretOf, { password: given })
    expect(await accept('nước chảy đá mòn', earlier.secret)).toMatchObject({ refusal: { code: 'invitation-expired' } })
    expect(await accept('travinh123')).toMatchObject({ refusal: { code: 'password-common' } })
    const accepted = await accept('nước chảy đá mòn')
    expect(accepted).toMatchObject({ ok: true, value: { secondFactor: true } })
    if (accepted.ok) own.keep(accepted.value!.cookies)
    expect(await own.actor()).toEqual({ kind: 'visitor' })
    const opened = await verifySecondFactor(own.request(), { code: totp(secret, Date.now() + 30_000) })
    if (opened.ok) own.keep(opened.value.cookies)
    const ctx = as(await own.actor())
    expect(await listOwnNotices(ctx)).toMatchObject([
      { kind: 'access-renewed', seenAt: null },
      { kind: 'access-renewed', seenAt: null },
    ])
    await markNoticesSeen(ctx)
    expect((await listOwnNotices(ctx)).filter(({ seenAt }) => seenAt === null)).toEqual([])
    expect(await accept('một cây làm chẳng nên non')).toMatchObject({ refusal: { code: 'invitation-used' } })
  })

  test('an invitation opens nothing after its hours, and its first account has no password that anybody knows', async () => {
    const boss = await anAdministrator()
    const [{ organisationId }] = person.memberships as [Person['memberships'][number]]
    const email = `moi.${n}@example.vn`
    const opened = await openAccount(boss, { name: 'Người Mới', email, organisationId, role: 'buyer' })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { secret } = opened.value.invitation
    expect(await new Browser().signIn({ email, password: '' })).toMatchObject({ ok: false })
    const late = new Date(Date.now() + 168 * 3_600_000 + 1000)
    expect(await acceptInvitation(new Browser().request(late), secret, { password: 'nước chảy đá mòn' })).toMatchObject({
      refusal: { code: 'invitation-expired' },
    })
    expect(await acceptInvitation(new Browser().request(), secret, { password: 'nước chảy đá mòn' })).toMatchObject({ ok: true })
    expect(await new Browser().signIn({ email, password: 'nước chảy đá mòn' })).toMatchObject({ ok: true })
    await expect(acceptInvitation(new Browser().request(), 'x', { password: 'nước chảy đá mòn' })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  test('two invitations answered at the same moment choose one password', async () => {
    const { secret } = await renewAccess(await anAdministrator(), person.userId)
    const choose = (given: string) => acceptInvitation(new Browser().request(), secret, { password: given })
    const outcomes = await Promise.all([choose('nước chảy đá mòn'), choose('một cây làm chẳng nên non')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('a request to take a second factor away ends after the hours of the law, and can then be asked anew by anybody', async () => {
    await enrolled()
    const [first, second] = [await anAdministrator(), await anAdministrator()]
    const late = (ctx: typeof first) => ({ ...ctx, now: new Date(ctx.now.getTime() + 72 * 3_600_000 + 60_000) })
    expect(await askFactorRemoval(first, person.userId)).toMatchObject({ ok: true })
    expect(await confirmFactorRemoval(late(second), person.userId)).toMatchObject({ refusal: { code: 'removal-expired' } })
    expect((await findAccount(late(second), person.userId)).factorRemoval).toBeNull()
    expect(await askFactorRemoval(late(second), person.userId)).toMatchObject({ ok: true })
    expect(await confirmFactorRemoval(late(second), person.userId)).toMatchObject({ refusal: { code: 'second-administrator' } })
    expect(await confirmFactorRemoval(late(first), person.userId)).toMatchObject({ ok: true })
  })

  test('nobody alone takes the second factor of somebody else away', async () => {
    await enrolled()
    const [first, second] = [await anAdministrator(), await anAdministrator()]
    expect(await confirmFactorRemoval(second, person.userId)).toMatchObject({ refusal: { code: 'removal-not-asked' } })
    expect(await askFactorRemoval(first, person.userId)).toMatchObject({ ok: true })
    const mayConfirm = async (ctx: typeof first) => (await findAccount(ctx, person.userId)).factorRemoval?.may.confirm
    expect([await mayConfirm(first), await mayConfirm(second)]).toEqual([{ code: 'second-administrator' }, true])
    expect(await confirmFactorRemoval(first, person.userId)).toMatchObject({ refusal: { code: 'second-administrator' } })
    expect(await confirmFactorRemoval(as<Actor>(person), person.userId)).toMatchObject({ refusal: { code: 'second-administrator' } })
    expect(await confirmFactorRemoval(second, person.userId)).toMatchObject({ ok: true })
    expect(await askFactorRemoval(first, person.userId)).toMatchObject({ refusal: { code: 'no-second-factor' } })
    const own = new Browser()
    expect(await own.signIn()).toMatchObject({ ok: true, value: { secondFactor: false } })
    expect(await listOwnNotices(as(await own.actor()))).toMatchObject([
      { kind: 'second-factor-removed', byName: 'Nguyễn Thị Thử, Nguyễn Thị Thử' },
    ])
  })

  test('a person disables the second factor with the password and a code that was not used; the trail and a notice say so', async () => {
    const own = await enrolledSession()
    const { secret, backupCodes, at } = own.enrolment
    const disable = (code: string, typed = password) => disableSecondFactor(own.ctx, own, { password: typed, code })
    expect(await disable('000000', 'sai')).toEqual({ ok: false, refusal: { code: 'password-wrong' } })
    expect(await disable('000000')).toEqual({ ok: false, refusal: { code: 'wrong-code' } })
    // The code that enrolled, by its own time: the next thirty seconds may have begun since, with a code that nobody used.
    expect(await disable(totp(secret, at))).toEqual({ ok: false, refusal: { code: 'code-used' } })
    expect(await beginSecondFactor(own.ctx, own, password)).toEqual({ ok: false, refusal: { code: 'second-factor-on' } })
    expect(await disable(` ${backupCodes[3]!.toUpperCase()} `)).toMatchObject({ ok: true })
    const next = new Browser()
    expect(await next.signIn()).toMatchObject({ ok: true, value: { secondFactor: false } })
    expect(await listOwnNotices(as(await next.actor()))).toMatchObject([
      { kind: 'second-factor-removed', byName: 'Nguyễn Thị Thử', seenAt: null },
    ])
    const lines = await db.selectFrom('audit_entry').select('action').where('subject_id', '=', person.userId).orderBy('seq').execute()
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.second-factor-enabled', 'person.second-factor-disabled']),
    )
  })

  test('codes are taken as the application and the paper show them, at enrolment and at sign-in', async () => {
    const { secret, backupCodes } = await enrolled()
    const spaced = totp(secret, Date.now() + 30_000).replace(/^(...)/, '$1 ')
    for (const code of [`\u202a${spaced}\u202c`, backupCodes[0]!.replace('-', ' – ').toUpperCase(), backupCodes[1]!.replace('-', '')]) {
      const browser = new Browser()
      await browser.signIn()
      expect(await verifySecondFactor(browser.request(), secondFactorInput.parse({ code }))).toMatchObject({ ok: true })
    }
  })

  test('a code without the password before it signs nobody in', async () => {
    const { secret } = await enrolled()
    expect(await verifySecondFactor(new Browser().request(), { code: totp(secret) })).toMatchObject({ refusal: { code: 'sign-in-again' } })
  })
})

test('an administrator gives roles to others and not to the own account', async () => {
  const ctx = as<Actor>({ ...person, kind: 'person' })
  const [{ organisationId }] = person.memberships as [Person['memberships'][number]]
  const given = { organisationId, role: 'buyer' } as const
  expect(await giveRole(ctx, person.userId, given)).toEqual({ ok: false, refusal: { code: 'own-account' } })
  expect((await findAccount(ctx, person.userId)).may['give-role']).toEqual({ code: 'own-account' })
  const other = await db.transaction().execute((tx) => aPerson(tx, { role: 'leader' }))
  expect((await findAccount(ctx, other.userId)).may).toMatchObject({ 'give-role': true, 'change-password': { code: 'not-permitted' } })
  expect(await giveRole(ctx, other.userId, given)).toMatchObject({ ok: true })
})

test('the platform itself holds no role', async () => {
  await expect(openList(as<Actor>(system('worker')), accountList, new URLSearchParams())).rejects.toMatchObject({ name: 'Forbidden' })
})

/** RFC 6238 with SHA-1, 30 seconds and six digits, as every authenticator application computes it. */
function totp(base32: string, at = Date.now()): string {
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
