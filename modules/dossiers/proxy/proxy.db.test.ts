import { Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { describe, expect, test } from 'vitest'
import { aProducer } from '../../catalogue/fixtures.ts'
import { findProduct } from '../../catalogue/index.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { createOrganisation, openAccount, system } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import type { UserId } from '../../identity/rules.ts'
import { dossiersWaiting } from '../waiting.ts'
import { completeDossier, sampleEvidence, sampleReview } from '../fixtures.ts'
import {
  addEvidence,
  askProxy,
  communeQueue,
  endProxy,
  findDossier,
  findDraft,
  findProxyDesk,
  findStartFor,
  listOwnDossiers,
  moveDossier,
  openConsentPaper,
  proposeDossier,
  readDossier,
  returnDossier,
  saveReview,
  startDossierFor,
  submitDossier,
  takeProxy,
} from '../index.ts'
import { dossiersToTest } from '../test-dossiers.ts'

const { as, db, world, producer, officer, aNew, auditOf } = await dossiersToTest()
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
const consent = () => ({ content: new TextEncoder().encode(pdf), name: 'giay-dong-y.pdf' })
const reason = 'Không có điện thoại thông minh.'
const colleague = as({ ...(world.actors.communeOfficer as Person), userId: 'usr_commune_a2' as UserId, name: 'usr_commune_a2' })

/** A household of the commune with which nobody has come in. */
const aHousehold = async (name: string) => {
  const maker = as(system('test'))
  return inTransaction(maker, async (tx) => {
    const organisation = await createOrganisation(tx, maker, {
      code: `ct-${crypto.randomUUID()}`,
      name,
      kind: 'producer',
      communeCode: '29308',
    })
    const made = await aProducer(tx, { name, communeCode: '29308', organisationId: organisation.id })
    return { ...made, name, organisationId: organisation.id }
  })
}
const begun = async (name: string) => {
  const household = await aHousehold(name)
  const input = { producerId: household.id, name: `Mứt của ${name}`, setCode: 'QD26-07', kind: 'first' as const, reason }
  const started = await startDossierFor(officer, input, consent())
  if (!started.ok) throw new Error(started.refusal.code)
  return { ...household, dossierId: started.value.dossierId }
}
const filed = async (name: string) => {
  const made = await begun(name)
  await completeDossier(officer, made.dossierId, {})
  const { version } = await findDossier(officer, made.dossierId)
  const submitted = await submitDossier(officer, { dossierId: made.dossierId, version, declared: true })
  if (!submitted.ok) throw new Error(submitted.refusal.code)
  return { ...made, version: version + 1 }
}
const versionFor = async (ctx: Parameters<typeof findDossier>[0], id: string) => (await findDossier(ctx, id)).version

describe('an officer of the commune writes a dossier for a producer', () => {
  test('both names stand in the trail, in the history, with the filing and on the reading page, with the paper that shows the consent', async () => {
    const { dossierId } = await filed('Hộ Một')
    const read = await readDossier(colleague, dossierId)
    expect(read.history.at(-1)).toMatchObject({ move: 'submit', byName: 'usr_commune_a', forName: 'Hộ Một' })
    expect(read.filings).toMatchObject([{ filedByName: 'usr_commune_a', filedForName: 'Hộ Một' }])
    expect(read.turns).toMatchObject([
      { consent: 'paper', userName: 'usr_commune_a', officeName: 'ubnd-cau-ke', reason, paperName: 'giay-dong-y.pdf', endedAt: null },
    ])
    const paper = await openConsentPaper(colleague, read.turns[0]!.id)
    expect(paper).toMatchObject({ mediaType: 'application/pdf', name: 'giay-dong-y.pdf' })
    paper.stream.destroy()
    for (const stranger of [world.actors.otherCommuneOfficer, world.actors.rival])
      await expect(openConsentPaper(as(stranger), read.turns[0]!.id)).rejects.toThrow(NotFound)
    const actions = (await auditOf(dossierId)).map(({ action }) => action)
    expect(actions[0]).toBe('dossier.started-for')
    const details = await db
      .selectFrom('audit_entry')
      .select(['actor_name', 'detail'])
      .where('subject_id', '=', dossierId)
      .orderBy('seq')
      .execute()
    expect(details.map(({ detail }) => (detail as { onBehalfOf?: string }).onBehalfOf)).toEqual(details.map(() => 'Hộ Một'))
    expect(new Set(details.map(({ actor_name }) => actor_name))).toEqual(new Set(['usr_commune_a']))
  })

  test('whoever wrote it checks, returns and proposes nothing of it; a colleague does', async () => {
    const { dossierId, version } = await filed('Hộ Hai')
    const review = { dossierId, version, ...sampleReview, meetingOn: '2026-11-23' }
    const no = { ok: false, refusal: { code: 'filed-by-you' } }
    expect(await saveReview(officer, review)).toEqual(no)
    expect(
      await returnDossier(officer, { dossierId, version, items: [{ about: 'section:plan', text: 'Ghi rõ' }], repeatReason: '' }),
    ).toEqual(no)
    expect(await proposeDossier(officer, { dossierId, version })).toEqual(no)
    const { may } = await findDossier(officer, dossierId)
    expect([may['save-review'], may.return, may.propose]).toEqual([no.refusal, no.refusal, no.refusal])

    // It waits for the colleague, and not for whoever wrote it.
    const at = async (ctx: typeof officer) => (await dossiersWaiting(ctx)).find(({ kind }) => kind === 'at-commune')?.count ?? 0
    expect((await at(colleague)) - (await at(officer))).toBeGreaterThan(0)
    expect((await saveReview(colleague, review)).ok).toBe(true)
    expect((await proposeDossier(colleague, { dossierId, version: await versionFor(colleague, dossierId) })).ok).toBe(true)
    expect((await communeQueue(colleague)).others.map(({ id }) => id)).toContain(dossierId)

    // Nor at the province, should the same person serve there.
    const both: Actor = { ...(world.actors.provincialOfficer as Person), userId: (world.actors.communeOfficer as Person).userId }
    const there = as(both)
    await expect(inTransaction(there, (tx) => moveDossier(tx, there, { dossierId, move: 'receive' }))).rejects.toThrow(Forbidden)
    const province = as(world.actors.provincialOfficer)
    expect(await inTransaction(province, (tx) => moveDossier(tx, province, { dossierId, move: 'receive' }))).toMatchObject({
      to: 'received',
    })
  })

  test('only in the own commune, only with a paper, and only where nobody of the producer has come in', async () => {
    const household = await aHousehold('Hộ Ba')
    const input = { producerId: household.id, name: 'Kẹo gừng', setCode: 'QD26-07', kind: 'first' as const, reason }
    await expect(startDossierFor(as(world.actors.otherCommuneOfficer), input, consent())).rejects.toThrow(NotFound)
    await expect(startDossierFor(producer, input, consent())).rejects.toThrow(NotFound)
    await expect(findStartFor(as(world.actors.otherCommuneOfficer), household.id)).rejects.toThrow(NotFound)
    expect(await startDossierFor(officer, input, null)).toEqual({ ok: false, refusal: { code: 'consent-missing' } })
    expect(await startDossierFor(officer, { ...input, setCode: 'QD26-99' }, consent())).toMatchObject({ refusal: { code: 'unknown-set' } })

    // An invitation alone is nobody yet; a password is.
    const userId = await invited(household.organisationId, 'ho-ba@vidu.vn')
    expect((await findStartFor(officer, household.id)).worksItself).toBe(false)
    await givePassword(userId)
    expect((await findStartFor(officer, household.id)).worksItself).toBe(true)
    expect(await startDossierFor(officer, input, consent())).toEqual({ ok: false, refusal: { code: 'producer-works-itself' } })
    // Nothing was left behind by what was refused.
    expect((await findStartFor(officer, household.id)).products).toEqual([])
    expect((await findProxyDesk(officer, 'ho ba')).producers).toMatchObject([{ name: 'Hộ Ba', comesInItself: true }])
    expect((await findProxyDesk(as(world.actors.otherCommuneOfficer), 'ho ba')).producers).toEqual([])
  })

  test('the list of producers says where there are more than it shows', async () => {
    const maker = as(system('test'))
    await inTransaction(maker, async (tx) => {
      for (let number = 0; number < 201; number++) await aProducer(tx, { name: `Hộ đông ${number}`, communeCode: '29308' })
    })
    const desk = await findProxyDesk(officer, 'ho dong')
    expect([desk.producers.length, desk.hasMore]).toEqual([200, true])
    expect((await findProxyDesk(officer, 'ho dong 200')).hasMore).toBe(false)
  })

  test('a draft is nobody else’s: neither a colleague nor the office reads it, and a paper goes into the vault of the producer', async () => {
    const { dossierId, id: producerId } = await begun('Hộ Bốn')
    for (const ctx of [colleague, as(world.actors.provincialOfficer), producer]) {
      await expect(findDossier(ctx, dossierId)).rejects.toThrow(NotFound)
      await expect(findDraft(ctx, dossierId)).rejects.toThrow(NotFound)
      await expect(addEvidence(ctx, sampleEvidence, null, { dossierId, criterion: null })).rejects.toThrow(NotFound)
    }
    const added = await addEvidence(officer, sampleEvidence, null, { dossierId, criterion: null })
    expect(added.ok).toBe(true)
    expect(await db.selectFrom('evidence').select('created_by').where('producer_id', '=', producerId).execute()).toEqual([
      { created_by: 'usr_commune_a' },
    ])
    await expect(addEvidence(officer, sampleEvidence, null)).rejects.toThrow(Forbidden)
  })

  test('an officer who serves another commune now writes nothing for producers of this one', async () => {
    const { dossierId } = await begun('Hộ Bốn Rưỡi')
    const moved = as({ ...(world.actors.otherCommuneOfficer as Person), userId: (world.actors.communeOfficer as Person).userId })
    await expect(findDossier(moved, dossierId)).rejects.toThrow(NotFound)
    await expect(findDraft(moved, dossierId)).rejects.toThrow(NotFound)
    await expect(addEvidence(moved, sampleEvidence, null, { dossierId, criterion: null })).rejects.toThrow(NotFound)
    expect((await findProxyDesk(moved, '')).written).toContainEqual(expect.objectContaining({ id: dossierId, goesOn: false }))
    expect((await dossiersWaiting(moved)).find(({ kind }) => kind === 'held')).toBeUndefined()
  })

  test('once somebody of the producer comes in, the pen is theirs, and they go on where the officer stopped', async () => {
    const { dossierId, organisationId, name } = await begun('Hộ Năm')
    const userId = await invited(organisationId, 'ho-nam@vidu.vn')
    expect((await findDraft(officer, dossierId)).isForProducer).toBe(true)
    await givePassword(userId)
    await expect(findDraft(officer, dossierId)).rejects.toThrow(NotFound)
    expect((await findProxyDesk(officer, '')).written).toContainEqual(expect.objectContaining({ id: dossierId, goesOn: false }))
    const own = as(holder(userId, organisationId, name))
    const draft = await findDraft(own, dossierId)
    expect(draft).toMatchObject({ isForProducer: false, turns: [{ userName: 'usr_commune_a', reason }] })
    await completeDossier(own, dossierId, {})
    expect((await submitDossier(own, { dossierId, version: await versionFor(own, dossierId), declared: true })).ok).toBe(true)
    expect((await findDossier(own, dossierId)).history.at(-1)).toMatchObject({ byName: 'Người Hộ Năm', forName: null })
    // Whoever began it is tied all the same.
    expect(await proposeDossier(officer, { dossierId, version: await versionFor(own, dossierId) })).toMatchObject({
      refusal: { code: 'filed-by-you' },
    })
  })
})

describe('a producer asks its commune to write for it', () => {
  test('an officer takes it on, both write, the producer ends it, and the officer is tied', async () => {
    const { id: dossierId } = await aNew()
    await expect(findDraft(officer, dossierId)).rejects.toThrow(NotFound)
    await expect(takeProxy(officer, { dossierId })).rejects.toThrow(NotFound)
    expect(await askProxy(producer, { dossierId })).toEqual({ ok: true, value: null })
    expect(await askProxy(producer, { dossierId })).toEqual({ ok: false, refusal: { code: 'proxy-there' } })
    expect((await findProxyDesk(officer, '')).asked.map(({ id }) => id)).toContain(dossierId)
    expect((await findProxyDesk(as(world.actors.otherCommuneOfficer), '')).asked).toEqual([])
    await expect(takeProxy(as(world.actors.otherCommuneOfficer), { dossierId })).rejects.toThrow(NotFound)
    const taken = await Promise.all([takeProxy(officer, { dossierId }), takeProxy(colleague, { dossierId })])
    expect(taken.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const [writer, other] = taken[0].ok ? [officer, colleague] : [colleague, officer]
    expect((await findDraft(writer, dossierId)).isForProducer).toBe(true)
    await expect(findDraft(other, dossierId)).rejects.toThrow(NotFound)
    expect((await listOwnDossiers(producer))!.dossiers.find(({ id }) => id === dossierId)!.proxy).toMatchObject({ consent: 'asked' })
    expect((await endProxy(producer, { dossierId })).ok).toBe(true)
    await expect(findDraft(writer, dossierId)).rejects.toThrow(NotFound)
    expect((await submitDossier(producer, { dossierId, version: await versionFor(producer, dossierId), declared: true })).ok).toBe(true)
    const version = await versionFor(producer, dossierId)
    expect(await proposeDossier(writer, { dossierId, version })).toMatchObject({ refusal: { code: 'filed-by-you' } })
  })

  test('whoever has judged it for the commune does not write it', async () => {
    const { id: dossierId } = await aNew({ status: 'returned' })
    await askProxy(producer, { dossierId })
    expect(await takeProxy(officer, { dossierId })).toEqual({ ok: false, refusal: { code: 'reviewed-by-you' } })
    expect((await takeProxy(colleague, { dossierId })).ok).toBe(true)
  })

  test('a dossier for a product that is on file already is begun for that product, and not for one of another producer', async () => {
    const household = await aHousehold('Hộ Sáu')
    const input = { producerId: household.id, productId: world.rivalProduct.id, kind: 'first' as const, reason }
    await expect(startDossierFor(officer, input, consent())).rejects.toThrow(NotFound)
    const { dossierId } = await begun('Hộ Bảy')
    const { product } = await findDossier(officer, dossierId)
    expect(await findProduct(as(system('test')), product.id)).toMatchObject({ name: 'Mứt của Hộ Bảy', inRegister: false })
  })
})

async function invited(organisationId: `org_${string}`, email: string): Promise<UserId> {
  const opened = await openAccount(as(someoneWith('administrator')), { name: email, email, role: 'producer', organisationId } as never)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.userId
}
const givePassword = (userId: UserId) => db.updateTable('auth_account').set({ password: 'x' }).where('user_id', '=', userId).execute()
const holder = (userId: UserId, organisationId: `org_${string}`, name: string): Person => ({
  kind: 'person',
  userId,
  name: `Người ${name}`,
  email: null,
  memberships: [{ role: 'producer', organisationId, organisationCode: 'ct', organisationName: name, communeCode: '29308' }],
})
