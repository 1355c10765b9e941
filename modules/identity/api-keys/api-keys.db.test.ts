import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aPerson, loadTerms, someoneWith } from '../fixtures.ts'
import {
  addOrganisation,
  answerToMachine,
  apiKeyInput,
  createApiKey,
  createApiKeyAt,
  createApiKeyInput,
  findApiKey,
  listApiKeys,
  listAuditEntries,
  listSecurityEntries,
  machineOf,
  mergeOrganisation,
  record,
  revokeApiKey,
  securityFilter,
  system,
} from '../index.ts'
import type { Machine } from '../index.ts'
import { eventActs } from '../acts.ts'
import type { OrganisationId } from '../ids.ts'
import { keysOfOrganisations } from './organisation-holding.ts'

const { db, as } = await testDatabase<Tables>()
const morning = '2026-11-30T08:00:00+07:00'
const machine = as(system('command line'), morning)
let boss: Ctx
let partner: OrganisationId

beforeAll(async () => {
  await loadTerms(db)
  boss = as(await inTransaction(machine, (tx) => aPerson(tx, { role: 'administrator', name: 'Nguyễn Quản Trị' })), morning)
  partner = await organisation('kho-mot', 'Công ty Kho Một')
})

async function organisation(code: string, name: string): Promise<OrganisationId> {
  const made = await addOrganisation(boss, { kind: 'partner', code, name, communeCode: null, parentCode: null })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.organisationId
}

async function aKey(given: { label?: string; expiresOn?: string | null; organisationId?: OrganisationId } = {}) {
  const { label = 'Phần mềm kho', expiresOn = null, organisationId = partner } = given
  const made = await createApiKey(boss, { organisationId, label, scopes: ['epcis'], expiresOn })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

const comeIn = (authorization: string | undefined, { at = morning, address = '203.0.113.9' } = {}) =>
  machineOf({ db, now: new Date(at), address, requestId: 'req_1' }, authorization, 'epcis')

test('a key lets the machine of its organisation in, with its scopes', async () => {
  const { key, keyId } = await aKey()
  expect(await comeIn(`Bearer ${key}`)).toEqual({
    ok: true,
    value: {
      kind: 'machine',
      keyId,
      name: 'Công ty Kho Một, Phần mềm kho',
      organisationId: partner,
      organisationCode: 'kho-mot',
      organisationName: 'Công ty Kho Một',
      scopes: ['epcis'],
    },
  })
})

test('nothing that is kept gives a key back', async () => {
  const { key } = await aKey({ label: 'Chỉ dấu vết' })
  await comeIn(`Bearer ${key}`)
  const secret = key.slice('ds_'.length + 4)
  for (const table of ['api_key', 'audit_entry', 'security_entry', 'rate_limit'] as const)
    expect(
      JSON.stringify(
        await db
          .selectFrom(table as 'api_key')
          .selectAll()
          .execute(),
      ),
      table,
    ).not.toContain(secret)
})

test('a machine without a key, with a mistyped one and with an unknown one hears which it is', async () => {
  const { key } = await aKey({ label: 'Gõ nhầm' })
  const wrong = key.slice(0, 10) + (key[10] === '7' ? '8' : '7') + key.slice(11)
  const { newKey } = await import('./key-text.ts')
  expect(await comeIn(undefined)).toMatchObject({ refusal: { code: 'no-key' } })
  expect(await comeIn(`Basic ${key}`)).toMatchObject({ refusal: { code: 'no-key' } })
  expect(await comeIn(`Bearer ${wrong}`)).toMatchObject({ refusal: { code: 'key-mistyped' } })
  expect(await comeIn(`Bearer ${newKey()}`)).toMatchObject({ refusal: { code: 'unknown-key' } })
})

test('a key opens through its last day in Việt Nam, and not after it', async () => {
  const { key } = await aKey({ label: 'Có hạn', expiresOn: '2026-12-01' })
  expect(await comeIn(`Bearer ${key}`, { at: '2026-12-01T23:59:59+07:00' })).toMatchObject({ ok: true })
  expect(await comeIn(`Bearer ${key}`, { at: '2026-12-02T00:00:00+07:00' })).toMatchObject({
    refusal: { code: 'key-expired', on: '2026-12-01' },
  })
})

test('a key that would have expired before it is made is refused, and makes no organisation either', async () => {
  const past = { label: 'Quá hạn', scopes: ['epcis' as const], expiresOn: '2026-11-29' }
  expect(await createApiKey(boss, { ...past, organisationId: partner })).toMatchObject({ refusal: { code: 'expiry-past' } })
  expect(await createApiKeyAt(machine, 'chua-co', past)).toMatchObject({ refusal: { code: 'expiry-past' } })
  expect(await db.selectFrom('organisation').select('id').where('code', '=', 'chua-co').execute()).toEqual([])
})

test('a revoked key opens nothing from the next request on, is revoked once, and stays revoked', async () => {
  const { key, keyId } = await aKey({ label: 'Bị lộ' })
  expect(await comeIn(`Bearer ${key}`)).toMatchObject({ ok: true })
  expect(await revokeApiKey(boss, keyId, { reason: 'khóa bị lộ' })).toEqual({ ok: true, value: null })
  expect(await comeIn(`Bearer ${key}`)).toMatchObject({ refusal: { code: 'key-revoked' } })
  expect(await revokeApiKey(boss, keyId, { reason: 'lần nữa' })).toMatchObject({ refusal: { code: 'key-closed', status: 'revoked' } })
  expect(await findApiKey(boss, keyId)).toMatchObject({
    status: 'revoked',
    revokedByName: 'Nguyễn Quản Trị',
    revokedWhy: 'khóa bị lộ',
    may: { revoke: { code: 'key-closed' } },
  })
  const undo = db.updateTable('api_key').set({ revoked_at: null, revoked_by_name: null, revoked_why: null }).where('id', '=', keyId)
  await expect(undo.execute()).rejects.toThrow('a revoked key stays revoked')
})

test('a key without the scope that is asked for is good and does not open that', async () => {
  const { key, keyId } = await aKey({ label: 'Việc khác' })
  const other = machineOf({ db, now: boss.now, address: '203.0.113.9' }, `Bearer ${key}`, 'links' as 'epcis')
  expect(await other).toMatchObject({ refusal: { code: 'scope-missing', scope: 'links' } })
  expect((await findApiKey(boss, keyId)).lastUsedOn).toBeNull()
})

test('a refused machine is answered as HTTP says: 401 with a challenge, 403 with the scope, 429 with the time to wait (RFC 6750, RFC 6585)', () => {
  const challenge = (refusal: Parameters<typeof answerToMachine>[0]) => {
    const { status, headers } = answerToMachine(refusal)
    return [status, headers['www-authenticate'] ?? headers['retry-after']]
  }
  // RFC 6750, 3.1: without a key the challenge says no fault.
  expect(challenge({ code: 'no-key' })).toEqual([401, 'Bearer realm="dacsan"'])
  for (const refusal of [
    { code: 'key-mistyped' },
    { code: 'unknown-key' },
    { code: 'key-revoked' },
    { code: 'key-expired', on: '2026-12-01' },
  ] as const)
    expect(challenge(refusal), refusal.code).toEqual([401, expect.stringContaining('error="invalid_token"')])
  expect(challenge({ code: 'scope-missing', scope: 'epcis' })).toEqual([
    403,
    'Bearer realm="dacsan", error="insufficient_scope", scope="epcis"',
  ])
  expect(challenge({ code: 'too-many-attempts', minutes: 3 })).toEqual([429, '180'])
})

test('the last use of a key is known to the day, and written once a day', async () => {
  const { key, keyId } = await aKey({ label: 'Dùng hằng ngày' })
  const uses = async () => {
    const { entries } = await listSecurityEntries(boss, securityFilter.parse({ objectId: keyId }))
    return entries.filter(({ outcome }) => outcome === 'done').length
  }
  expect((await findApiKey(boss, keyId)).lastUsedOn).toBeNull()
  for (const at of [morning, '2026-11-30T20:00:00+07:00']) await comeIn(`Bearer ${key}`, { at })
  expect([(await findApiKey(boss, keyId)).lastUsedOn, await uses()]).toEqual(['2026-11-30', 1])
  await comeIn(`Bearer ${key}`, { at: '2026-12-01T00:00:00+07:00' })
  expect([(await findApiKey(boss, keyId)).lastUsedOn, await uses()]).toEqual(['2026-12-01', 2])
})

test('who guesses at keys has to wait, and who has one is not kept out by that', async () => {
  const { key } = await aKey({ label: 'Cùng địa chỉ' })
  const address = '198.51.100.7'
  const guesses: string[] = []
  for (let n = 0; n < 40; n += 1) {
    const outcome = await comeIn('Bearer ds_guess', { address })
    guesses.push(outcome.ok ? 'in' : outcome.refusal.code)
  }
  expect(guesses.slice(0, 30)).toEqual(Array(30).fill('key-mistyped'))
  expect(guesses.slice(30)).toEqual(Array(10).fill('too-many-attempts'))
  expect(await comeIn(`Bearer ${key}`, { address })).toMatchObject({ ok: true })
  expect(await comeIn('Bearer ds_guess', { address: '192.0.2.1' })).toMatchObject({ refusal: { code: 'key-mistyped' } })
})

test('a refused key stands in the security log, with its organisation where it is known', async () => {
  const { key, keyId } = await aKey({ label: 'Đã thôi' })
  await revokeApiKey(boss, keyId, { reason: 'thôi hợp tác' })
  await comeIn(`Bearer ${key}`, { address: '192.0.2.77' })
  const { entries } = await listSecurityEntries(boss, securityFilter.parse({ objectId: keyId }))
  expect(entries).toMatchObject([
    {
      what: 'sign-in',
      outcome: 'refused',
      reason: 'key-revoked',
      actorId: keyId,
      actorName: 'Công ty Kho Một, Đã thôi',
      address: '192.0.2.77',
    },
  ])
})

test('the trail says who made and revoked a key, and what a machine did in the name of its organisation and key', async () => {
  const { key, keyId } = await aKey({ label: 'Phần mềm sổ' })
  const came = await comeIn(`Bearer ${key}`)
  const actor = (came as { value: Machine }).value
  const ctx = { ...boss, actor }
  await inTransaction(boss, (tx) => record(tx, ctx, eventActs['retry-delivery'], { subjectId: 'evt_1' }))
  await revokeApiKey(boss, keyId, { reason: 'thử xong' })
  const { entries } = await listAuditEntries(boss, {
    subjectType: 'api-key',
    subjectId: keyId,
    page: 1,
  } as Parameters<typeof listAuditEntries>[1])
  expect(entries.map(({ action, actorName, detail }) => ({ action, actorName, detail }))).toEqual([
    {
      action: 'api-key.revoked',
      actorName: 'Nguyễn Quản Trị',
      detail: { organisation: 'kho-mot', label: 'Phần mềm sổ', shown: key.slice(0, 7), reason: 'thử xong' },
    },
    {
      action: 'api-key.created',
      actorName: 'Nguyễn Quản Trị',
      detail: { organisation: 'kho-mot', label: 'Phần mềm sổ', scopes: ['epcis'], shown: key.slice(0, 7), expiresOn: null },
    },
  ])
  expect(
    await db.selectFrom('audit_entry').select(['actor_id', 'actor_name']).where('subject_id', '=', 'evt_1').executeTakeFirstOrThrow(),
  ).toEqual({ actor_id: keyId, actor_name: 'Công ty Kho Một, Phần mềm sổ' })
})

test('a machine has no role and does nothing that people do', async () => {
  const { key, keyId } = await aKey({ label: 'Chỉ là máy' })
  const ctx = { ...boss, actor: ((await comeIn(`Bearer ${key}`)) as { value: Machine }).value }
  await expect(createApiKey(ctx, { organisationId: partner, label: 'Tự cấp', scopes: ['epcis'], expiresOn: null })).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await expect(revokeApiKey(ctx, keyId, { reason: 'tự thu' })).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(findApiKey(ctx, keyId)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(listApiKeys(ctx)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(listApiKeys({ ...boss, actor: someoneWith('provincial-officer') })).rejects.toMatchObject({ name: 'Forbidden' })
})

test('on the machine an organisation that is not there is made bare, and one that is there is taken', async () => {
  const input = apiKeyInput.parse({ label: 'Phần mềm', scopes: 'epcis' })
  expect(await createApiKeyAt(machine, 'doi-tac-moi', input)).toMatchObject({ ok: true })
  expect(await createApiKeyAt(machine, 'doi-tac-moi', input)).toMatchObject({ ok: true })
  const made = await db.selectFrom('organisation').select(['id', 'kind', 'name']).where('code', '=', 'doi-tac-moi').execute()
  expect(made).toEqual([{ id: expect.stringMatching(/^org_/), kind: 'partner', name: 'Đối tác doi-tac-moi' }])
  expect((await listApiKeys(machine)).filter(({ organisationId }) => organisationId === made[0]!.id)).toHaveLength(2)
})

test('the keys of an organisation go over with a merge and open in the name of the other, which alone gets new ones', async () => {
  const [fromId, intoId] = [await organisation('kho-cu', 'Kho Cũ'), await organisation('kho-moi', 'Kho Mới')]
  const { key } = await aKey({ organisationId: fromId, label: 'Máy' })
  expect(await keysOfOrganisations.list(db, fromId)).toEqual(['1 khóa máy, vẫn dùng được dưới tên tổ chức nhận'])
  expect(await mergeOrganisation(boss, fromId, { intoCode: 'kho-moi', reason: 'Sáp nhập' }, [keysOfOrganisations])).toMatchObject({
    ok: true,
  })
  expect(await comeIn(`Bearer ${key}`)).toMatchObject({ value: { organisationId: intoId, organisationName: 'Kho Mới' } })
  expect(await createApiKey(boss, { organisationId: fromId, label: 'Máy', scopes: ['epcis'], expiresOn: null })).toMatchObject({
    refusal: { code: 'organisation-merged', into: 'Kho Mới' },
  })
})

test('the form of a key asks for an organisation, a label and a scope that there is', () => {
  const faults = (given: object) => createApiKeyInput.safeParse(given).error?.issues.map(({ path }) => path[0])
  expect(faults({ organisationId: '', label: '', expiresOn: 'mai' })).toEqual(['label', 'scopes', 'expiresOn', 'organisationId'])
  expect(faults({ organisationId: partner, label: 'Kho', scopes: ['epcis', 'everything'] })).toEqual(['scopes'])
  expect(createApiKeyInput.parse({ organisationId: partner, label: ' Kho ', scopes: ['epcis', 'epcis'], expiresOn: '' })).toEqual({
    organisationId: partner,
    label: 'Kho',
    scopes: ['epcis'],
    expiresOn: null,
  })
})
