import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '@dacsan/platform/context'
import { isUnopenable } from '@dacsan/platform/locked-text'
import { testDatabase } from '@dacsan/platform/testing'
import { packCredential, readCredential, verifyCredential } from '@dacsan/transparency-log/credential'
import { checkStatus } from '@dacsan/transparency-log/status-list'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aSession, marksFor } from '../../appraisal/fixtures.ts'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { aRecordedDecision, aWithdrawal } from '../fixtures.ts'
import { findCertificate, importCertificates } from '../index.ts'
import { judgeCredential } from '../rules.ts'
import { attestAll, attestCertificate, credentialOf } from './attest-certificate.ts'
import { issuerDocument, issuerKeys, prepareIssuerKey, rotateIssuerKey, voidIssuerKey } from './issuer-keys.ts'
import { proveCredentials } from './prove-credentials.ts'
import { statusList, trustedNow } from './status-lists.ts'

const { as, db, connect, dataDir, owner } = await testDatabase<Tables>()
const origin = 'https://dacsan.example.vn'
const issuer = 'did:web:dacsan.example.vn'
const now = '2026-12-02T09:00:00+07:00'
const anyone = as(visitor, now)
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
}, 120_000)

const officer = () => as(world.actors.provincialOfficer, now)

/** The certificate of a decision of ours on a new product. */
async function aCertificate(number: string): Promise<string> {
  const { roundId, councilId } = world
  const dossierIds = [await world.dossier()]
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'closed', marks: () => marksFor(set, 4) })
  return (await aRecordedDecision(officer(), sessionId, { number })).certificates[0]!
}

const credentialFor = async (code: string) => (await credentialOf(anyone, { code, origin }))!
const judged = async (text: string, at = now, trusted = trustedNow(anyone)) =>
  judgeCredential(text, { ...(await trusted), now: new Date(at) })
const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>

test('a certificate has one credential, which says exactly what the certificate says, from its first day to the end of its last', async () => {
  const code = await aCertificate('7001')
  const [jwt, ...same] = await Promise.all([1, 2, 3].map(() => credentialFor(code)))
  expect(same).toEqual([jwt, jwt])
  const certificate = (await findCertificate(anyone, code))!
  const { keys } = await issuerKeys(db)
  expect(keys.map(({ kid }) => kid)).toEqual([`${issuer}#credentials-1`])
  const facts = { issuer, keys, now: new Date(now) }
  expect(await verifyCredential(jwt!, facts)).toEqual({ ok: true, value: payloadOf(jwt!) })
  // Quyết định 26/2026/QĐ-TTg: 36 months; the last day counts as a whole (Bộ luật Dân sự 2015, Điều 148).
  const onItsEnd = (at: string) => verifyCredential(jwt!, { ...facts, now: new Date(at) })
  expect((await onItsEnd('2029-12-01T23:59:59+07:00')).ok).toBe(true)
  expect(await onItsEnd('2029-12-02T00:00:00+07:00')).toMatchObject({ refusal: { code: 'expired' } })
  expect(await onItsEnd('2026-11-30T23:59:59+07:00')).toMatchObject({ refusal: { code: 'not-yet-valid' } })
  expect(await judged(jwt!)).toEqual({
    genuine: true,
    state: 'valid',
    asOf: '2026-12-02T02:00:00Z',
    attested: {
      code,
      product: certificate.productName,
      producer: certificate.producerName,
      address: certificate.address,
      stars: 4,
      decisionNumber: '7001/QĐ-UBND',
      decisionDate: '2026-12-01',
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long',
      productCode: certificate.productCode,
      issuedOn: '2026-12-01',
      validUntil: '2029-12-01',
      isSample: certificate.isSample,
    },
  })
})

test('whoever scans the symbol, pastes the token or its address reads the same', async () => {
  const jwt = await credentialFor(await aCertificate('7002'))
  const packed = await packCredential(jwt)
  const said = await judged(jwt)
  for (const text of [packed, `${origin}/giay-chung-nhan/kiem-tra#${packed}`, ` ${packed.slice(0, 80)}\n${packed.slice(80)} `]) {
    expect(await judged(text)).toEqual(said)
  }
})

test('a certificate without a decision of ours has no credential, and a code that there is not has none', async () => {
  const {
    id: productId,
    slug,
    name,
  } = (await db.selectFrom('product').selectAll().executeTakeFirstOrThrow()) as never as Record<string, string>
  const imported = {
    productSlug: slug!,
    productName: name!,
    producerName: 'HTX A',
    stars: 3 as const,
    decisionNumber: '9/QĐ-UBND',
    decisionDate: '2024-06-10',
    authority: 'UBND tỉnh',
    issuedOn: '2024-06-10',
    validUntil: '2027-06-10',
    validityInferred: false,
    year: 2024,
    sourceUrl: null,
    sourceNote: null,
    standing: null,
  }
  await inTransaction(as(system('trial'), now), (tx) => importCertificates(tx, [{ ...imported, productId: productId as `prd_${string}` }]))
  const { code } = await db.selectFrom('certificate').select('code').where('decision_id', 'is', null).executeTakeFirstOrThrow()
  expect(await credentialOf(anyone, { code, origin })).toBeNull()
  expect(await credentialOf(anyone, { code: 'khong-co', origin })).toBeNull()
})

test('the job signs every certificate of our decisions that was never signed, and done again it signs nothing', async () => {
  const codes = [await aCertificate('7003'), await aCertificate('7004')]
  const ctx = as(system('certificates'), now)
  expect(await attestAll(ctx, origin)).toBe(2)
  expect(await attestAll(ctx, origin)).toBe(0)
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from audit_entry where action = 'certificate.attested' and subject_id = any(${codes}::text[])`.execute(db)
  expect(Number(rows[0]!.n)).toBe(2)
})

test('a withdrawal that another process records shows on the very next status list, and verifies without asking anybody', async () => {
  const [code, other] = [await aCertificate('7010'), await aCertificate('7011')]
  const [jwt, untouched] = [await credentialFor(code), await credentialFor(other)]
  const before = await trustedNow(as(visitor, '2026-12-01T08:00:30+07:00'))
  const elsewhere = connect({})
  try {
    const away = { ...officer(), db: elsewhere.db }
    await aWithdrawal(away, { code, number: '7012', signedOn: '2026-12-02' })
  } finally {
    await elsewhere.close()
  }
  expect(await judged(jwt)).toMatchObject({ genuine: true, state: 'withdrawn', asOf: '2026-12-02T02:00:00Z' })
  expect(await judged(untouched)).toMatchObject({ genuine: true, state: 'valid' })
  // Whoever has an older list is told of which day it is.
  expect(await judged(jwt, now, Promise.resolve(before))).toMatchObject({ state: 'valid', asOf: '2026-12-01T01:00:00Z' })
  expect(await judged(jwt, now, Promise.resolve({ ...before, lists: [] }))).toMatchObject({ state: 'valid', asOf: null })
  // Withdrawn is said before expired: the mark may still be in use.
  expect(await judged(jwt, '2030-01-01T00:00:00+07:00')).toMatchObject({ state: 'withdrawn' })
  expect(await judged(untouched, '2030-01-01T00:00:00+07:00')).toMatchObject({ state: 'expired' })
})

test('the status list is a signed credential of its own address, for a day, with the bits of both purposes', async () => {
  const code = await aCertificate('7020')
  const entries = payloadOf(await credentialFor(code))['credentialStatus'] as { statusListIndex: string; statusPurpose: string }[]
  const list = (await statusList(anyone, 1))!
  const { keys } = await issuerKeys(db)
  const verified = await verifyCredential(list, { issuer, keys, now: new Date(now) })
  if (!verified.ok) throw new Error(verified.refusal.code)
  expect(readCredential(verified.value).ok).toBe(true)
  expect(verified.value).toMatchObject({
    id: `${origin}/status-lists/1`,
    validFrom: '2026-12-02T02:00:00Z',
    validUntil: '2026-12-03T02:00:00Z',
    credentialSubject: { type: 'BitstringStatusList', statusPurpose: ['revocation', 'refresh'] },
  })
  expect(await statusList(anyone, 99)).toBeNull()
  const bitsNow = async () => {
    const { encodedList } = payloadOf((await statusList(anyone, 1))!)['credentialSubject'] as { encodedList: string }
    return Promise.all(entries.map(async ({ statusListIndex }) => (await checkStatus(encodedList, Number(statusListIndex))) as unknown))
  }
  expect(entries.map(({ statusPurpose }) => statusPurpose)).toEqual(['revocation', 'refresh'])
  expect(await bitsNow()).toEqual([
    { ok: true, value: 0 },
    { ok: true, value: 0 },
  ])
  await sql`update certificate set status = 'superseded' where code = ${code}`.execute(db)
  expect(await bitsNow()).toEqual([
    { ok: true, value: 0 },
    { ok: true, value: 1 },
  ])
  expect(await judged(await credentialFor(code))).toMatchObject({ genuine: true, state: 'superseded' })
})

test('what was changed, what another signed and what is none is told by the part that cannot be trusted', async () => {
  const jwt = await credentialFor(await aCertificate('7030'))
  const [header, payload, signature] = jwt.split('.') as [string, string, string]
  const better = Buffer.from(JSON.stringify({ ...payloadOf(jwt), credentialSubject: { stars: 5 } })).toString('base64url')
  const stranger = await trustedNow(anyone).then(({ lists }) => ({ keys: [], lists }))
  expect(await judged(`${header}.${better}.${signature}`)).toEqual({ genuine: false, part: 'content' })
  expect(await judged(jwt, now, Promise.resolve(stranger))).toEqual({ genuine: false, part: 'signer' })
  expect(await judged((await statusList(anyone, 1))!)).toEqual({ genuine: false, part: 'subject' })
  for (const text of ['', 'xin chào', `${header}.${payload}`, jwt.slice(0, -1), 'A'.repeat(30_000)])
    expect(await judged(text)).toMatchObject({ genuine: false, part: 'form' })
})

test('after a new key what the old one signed stays genuine, and what comes is signed by the new one', async () => {
  const config = { origin } as never
  const old = await credentialFor(await aCertificate('7040'))
  expect(await prepareIssuerKey({ db })).toBe('credentials-2')
  expect(await rotateIssuerKey({ db, config }, new Date(now))).toBe('credentials-2')
  const fresh = await credentialFor(await aCertificate('7041'))
  const kidOf = (jwt: string) => (JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid
  expect([kidOf(old), kidOf(fresh)]).toEqual([`${issuer}#credentials-1`, `${issuer}#credentials-2`])
  for (const jwt of [old, fresh]) expect(await judged(jwt)).toMatchObject({ genuine: true, state: 'valid' })
  expect(await issuerDocument(db, origin)).toMatchObject({
    id: issuer,
    verificationMethod: [{ id: `${issuer}#credentials-1` }, { id: `${issuer}#credentials-2` }],
    assertionMethod: [`${issuer}#credentials-1`, `${issuer}#credentials-2`],
  })
})

test('at a new address the issuer has another name, and what was signed under the old one stays genuine', async () => {
  const old = await credentialFor(await aCertificate('7050'))
  const code = await aCertificate('7051')
  const moved = (await credentialOf(anyone, { code, origin: 'http://localhost:3000' }))!
  expect(payloadOf(moved)['issuer']).toBe('did:web:localhost%3A3000')
  for (const jwt of [old, moved])
    expect(await judged(jwt)).toMatchObject({ genuine: true, state: 'valid', asOf: expect.any(String) as string })
})

test('with its key lost nothing is signed and nothing is made in its place; with a new key it goes on', async () => {
  const [known, code] = [await credentialFor(await aCertificate('7061')), await aCertificate('7060')]
  await rm(join(dataDir, 'keys', 'credentials-2'))
  const refused = await credentialOf(anyone, { code, origin }).catch((error: unknown) => error)
  expect(isUnopenable(refused)).toBe(true)
  expect(String(refused)).toContain('bin/dacsan rotate-keys --certificates')
  await expect(attestCertificate(as(system('certificates'), now), { code, origin })).rejects.toThrow()
  await expect(statusList(anyone, 1)).rejects.toThrow('credentials-2')
  // Those of another address have their own key.
  expect((await trustedNow(anyone)).lists).toHaveLength(1)
  expect(await judged(known)).toMatchObject({ genuine: true, state: 'valid', asOf: null })
  await rotateIssuerKey({ db, config: { origin } as never }, new Date(now))
  expect(await judged(await credentialFor(code))).toMatchObject({ genuine: true, state: 'valid' })
})

test('what a key signed that was declared void is not genuine any more; it is signed anew by another, and its withdrawal still shows', async () => {
  const [code, ended] = [await aCertificate('7065'), await aCertificate('7066')]
  const [old, before] = [await credentialFor(code), await trustedNow(anyone)]
  await credentialFor(ended)
  const name = (await issuerKeys(db)).keys.findLast(({ kid }) => kid.startsWith(`${issuer}#`))!.kid.split('#')[1]!
  expect(await voidIssuerKey({ db }, 'credentials-99', new Date(now))).toBe(false)
  expect(await voidIssuerKey({ db }, name, new Date(now))).toBe(true)
  expect((await issuerKeys(db)).keys.map(({ kid }) => kid)).not.toContain(`${issuer}#${name}`)
  expect(await judged(old)).toEqual({ genuine: false, part: 'signer' })
  expect(await attestAll(as(system('certificates'), now), origin)).toBeGreaterThanOrEqual(2)
  expect(await attestAll(as(system('certificates'), now), origin)).toBe(0)
  const anew = await credentialFor(code)
  expect(anew).not.toBe(old)
  expect(await judged(anew)).toMatchObject({ genuine: true, state: 'valid' })
  await aWithdrawal(officer(), { code: ended, number: '7067', signedOn: '2026-12-02' })
  expect(await judged(await credentialFor(ended))).toMatchObject({ genuine: true, state: 'withdrawn' })
  // A page that was kept before knows nothing of it.
  expect(await judged(old, now, Promise.resolve(before))).toMatchObject({ genuine: true })
})

test('the nightly check finds a certificate that is not what was signed of it, and a credential that nobody of ours signed', async () => {
  expect((await proveCredentials(db, new Date(now))).faults).toEqual([])
  const code = await aCertificate('7070')
  await credentialFor(code)
  await sql`update certificate set stars = 5 where code = ${code}`.execute(db)
  const other = await aCertificate('7071')
  const { id, jwt } = await db
    .selectFrom('certificate')
    .innerJoin('certificate_credential as credential', (join) => join.onTrue())
    .select(['certificate.id', 'credential.jwt'])
    .where('certificate.code', '=', other)
    .executeTakeFirstOrThrow()
  const forged = jwt.slice(0, -20) + 'A'.repeat(20)
  await db
    .insertInto('certificate_credential')
    .values({ certificate_id: id, key_id: 2, list_id: 1, place: 60_000, jwt: forged, issued_at: new Date(now) })
    .execute()
  expect((await proveCredentials(db, new Date(now))).faults).toEqual([
    `certificate ${code} is not what was signed of it`,
    `the credential of certificate ${other} is not genuine: content`,
  ])
})

test('nobody changes or deletes a credential or a key, the owner of the tables included', async () => {
  for (const statement of [
    "update certificate_credential set jwt = 'x'",
    'delete from certificate_credential',
    "update credential_key set origin = 'x'",
    'delete from credential_key',
    'delete from voided_credential_key',
  ])
    await expect(owner.pool.query(statement)).rejects.toThrow(/append only/)
})
