import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import {
  addEvidence,
  assignRound,
  attachEvidence,
  detachEvidence,
  findDossier,
  findDraft,
  moveDossier,
  proposeDossier,
  returnDossier,
  saveChoices,
  saveReview,
  saveSection,
  startDossier,
  submitDossier,
  withdrawDossier,
} from '../index.ts'
import { sampleEvidence, sampleReview } from '../fixtures.ts'
import { dossiersToTest } from '../test-dossiers.ts'
import { worldDay } from '../test-world.ts'
import type { DossierId } from '../rules/ids.ts'

const { as, db, world, producer, officer, newProduct, aNew, versionOf, auditOf } = await dossiersToTest()

describe('a filing', () => {
  test('a filing gives a receipt, a code, 15 working days, a line of history, an event and a line in the audit trail', async () => {
    const { id, version } = await aNew()
    const receipt = await submitDossier(producer, { dossierId: id, version, declared: true })
    expect(receipt).toMatchObject({ ok: true, value: { code: expect.stringMatching(/^H86\.29308-261123-\d{4}$/) } })
    const dossier = await findDossier(producer, id)
    // 15 working days after Monday 23 November 2026; the 24th is the Day of Vietnamese Culture (data/calendar).
    expect(dossier).toMatchObject({ status: 'submitted', communeDueOn: '2026-12-15', submittedAt: new Date(worldDay) })
    expect(dossier.history.map((line) => [line.move, line.from, line.to, line.byName])).toEqual([
      ['submit', 'draft', 'submitted', 'usr_producer'],
    ])
    const events = await db.selectFrom('event').select(['type', 'payload']).where('type', '=', 'dossier.submitted').execute()
    expect(events.filter((event) => (event.payload as { dossierId: DossierId }).dossierId === id)).toHaveLength(1)
    expect((await auditOf(id)).at(-1)!.action).toBe('dossier.submitted')
  })

  test('who may take part is judged by the law of the day of filing, whatever it was when the dossier was begun', async () => {
    const { id, version } = await aNew()
    const { id: producerId } = await db.selectFrom('dossier').select('producer_id as id').where('id', '=', id).executeTakeFirstOrThrow()
    const { kind } = await db.selectFrom('producer').select('kind').where('id', '=', producerId).executeTakeFirstOrThrow()
    await db.updateTable('producer').set({ kind: 'tourism-association' }).where('id', '=', producerId).execute()
    try {
      expect(await submitDossier(producer, { dossierId: id, version, declared: true })).toMatchObject({
        refusal: { code: 'kind-not-for-set' },
      })
      expect(await findDossier(producer, id)).toMatchObject({ status: 'draft' })
    } finally {
      await db.updateTable('producer').set({ kind }).where('id', '=', producerId).execute()
    }
    expect((await submitDossier(producer, { dossierId: id, version, declared: true })).ok).toBe(true)
  })

  test('the same form five times is one filing with one receipt', async () => {
    const { id, version } = await aNew()
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => submitDossier(producer, { dossierId: id, version, declared: true })))
    const codes = new Set(results.map((result) => (result.ok ? result.value.code : result.refusal.code)))
    expect(codes.size).toBe(1)
    expect((await findDossier(producer, id)).history).toHaveLength(1)
    expect(await submitDossier(producer, { dossierId: id, version: version + 1, declared: true })).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })

  test('an unfinished dossier is not filed, and every gap leads to its place', async () => {
    const product = await newProduct()
    const started = await startDossier(as(world.actors.producer), { productId: product.id, kind: 'first' })
    const dossierId = started.ok ? started.value.dossierId : 'dos_none'
    const refused = await submitDossier(producer, { dossierId, version: 1, declared: true })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'incomplete' } })
    const gaps = !refused.ok && refused.refusal.code === 'incomplete' ? refused.refusal.gaps : []
    expect(gaps.map((gap) => gap.code)).toContain('criteria-unanswered')
    expect(gaps.map((gap) => gap.code)).toContain('evidence-missing')
    expect(await findDossier(producer, dossierId)).toMatchObject({ status: 'draft', code: dossierId })
  })

  test('codes of one commune and year never repeat, also when many file at once', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => aNew()))
    const results = await Promise.all(drafts.map(({ id, version }) => submitDossier(producer, { dossierId: id, version, declared: true })))
    const codes = results.map((result) => (result.ok ? result.value.code : result.refusal.code))
    expect(new Set(codes).size).toBe(4)
  })

  test('a withdrawn dossier lets a new one begin', async () => {
    const { id, version, product } = await aNew({ status: 'submitted' })
    expect(await withdrawDossier(producer, { dossierId: id, version, reason: 'Chờ mùa sau' })).toMatchObject({ ok: true })
    expect((await findDossier(producer, id)).history.at(-1)).toMatchObject({ move: 'withdraw', note: 'Chờ mùa sau' })
    expect((await startDossier(producer, { productId: product.id, kind: 'first' })).ok).toBe(true)
  })

  test('a dossier that the council has scored cannot be withdrawn', async () => {
    const { id, version } = await aNew({ status: 'scored' })
    expect(await withdrawDossier(producer, { dossierId: id, version, reason: '' })).toMatchObject({ refusal: { code: 'wrong-status' } })
  })
})

describe('someone else’s dossier', () => {
  test('C32: somebody else’s dossier is not found by any command, whatever it would have done', async () => {
    const draft = await aNew()
    const filed = await aNew({ status: 'submitted' })
    const strangers = ['rival', 'communeOfficer', 'provincialOfficer', 'councilMember', 'administrator', 'buyer'] as const
    for (const name of strangers) {
      const ctx = as(world.actors[name])
      const at = { dossierId: draft.id, version: draft.version }
      await expect(saveSection(ctx, { ...at, section: 'plan', typed: {} })).rejects.toThrow(NotFound)
      await expect(saveChoices(ctx, { ...at, picks: [] })).rejects.toThrow(NotFound)
      await expect(submitDossier(ctx, { ...at, declared: true })).rejects.toThrow(NotFound)
      await expect(withdrawDossier(ctx, { ...at, reason: '' })).rejects.toThrow(NotFound)
      await expect(attachEvidence(ctx, { dossierId: draft.id, evidenceId: draft.evidence[0]!.id, criterion: null })).rejects.toThrow(
        NotFound,
      )
      await expect(detachEvidence(ctx, { dossierId: draft.id, evidenceId: draft.evidence[0]!.id, criterion: null })).rejects.toThrow(
        NotFound,
      )
      await expect(findDraft(ctx, draft.id)).rejects.toThrow(NotFound)
    }
    for (const name of ['producer', 'rival', 'otherCommuneOfficer', 'provincialOfficer', 'councilChair'] as const) {
      const ctx = as(world.actors[name])
      const at = { dossierId: filed.id, version: filed.version }
      await expect(saveReview(ctx, { ...at, ...sampleReview })).rejects.toThrow(NotFound)
      await expect(returnDossier(ctx, { ...at, items: [{ about: 'section:plan', text: 'x' }], repeatReason: '' })).rejects.toThrow(NotFound)
      await expect(proposeDossier(ctx, at)).rejects.toThrow(NotFound)
    }
    expect((await findDossier(producer, draft.id)).version).toBe(draft.version)
    expect((await findDossier(producer, filed.id)).version).toBe(filed.version)
  })
})

describe('a move of a room above', () => {
  const province = () => as(world.actors.provincialOfficer)
  const move = (ctx: Ctx, input: Parameters<typeof moveDossier>[2]) => inTransaction(ctx, (tx) => moveDossier(tx, ctx, input))

  test('a move of a room above keeps to the table and its roles', async () => {
    const { id } = await aNew({ status: 'proposed' })
    await expect(move(officer, { dossierId: id, move: 'receive' })).rejects.toThrow(Forbidden)
    await expect(move(province(), { dossierId: id, move: 'appraise' })).rejects.toThrow(Conflict)
    expect(await move(province(), { dossierId: id, move: 'receive' })).toEqual({ from: 'proposed', to: 'received' })
    await expect(move(province(), { dossierId: id, move: 'receive' })).rejects.toThrow(Conflict)
    await expect(move(province(), { dossierId: 'dos_none', move: 'receive' })).rejects.toThrow(NotFound)
  })

  test('a request of the province goes to the producer and back to the province', async () => {
    const { id } = await aNew({ status: 'received' })
    const items = [{ about: 'evidence:12', text: 'Phiếu kiểm nghiệm mới' }] as const
    await expect(move(province(), { dossierId: id, move: 'return-by-province' })).rejects.toThrow('items')
    await move(province(), { dossierId: id, move: 'return-by-province', items })
    await addEvidence(producer, { ...sampleEvidence, kind: 12 }, null, { dossierId: id, criterion: null })
    expect((await submitDossier(producer, { dossierId: id, version: await versionOf(id), declared: true })).ok).toBe(true)
    expect(await findDossier(producer, id)).toMatchObject({ status: 'proposed', communeDueOn: '2026-12-15' })
  })

  test('a dossier that is sent back to the commune gets its days anew', async () => {
    const { id } = await aNew({ status: 'proposed' })
    const later = as(world.actors.provincialOfficer, '2026-12-01T09:00:00+07:00')
    await move(later, {
      dossierId: id,
      move: 'return-to-commune',
      items: [{ about: 'commune-report', text: 'Thiếu kết luận về lao động' }],
    })
    expect(await findDossier(officer, id)).toMatchObject({ status: 'submitted', communeDueOn: '2026-12-22' })
  })

  test('nothing of a move stays when the transaction of the room above fails', async () => {
    const { id, version } = await aNew({ status: 'proposed' })
    const ctx = province()
    const failing = inTransaction(ctx, async (tx) => {
      await moveDossier(tx, ctx, { dossierId: id, move: 'receive' })
      throw new Error('the round was closed')
    })
    await expect(failing).rejects.toThrow('the round was closed')
    expect(await findDossier(producer, id)).toMatchObject({ status: 'proposed', version })
  })

  test('a dossier can only be put in a round that exists', async () => {
    const { id } = await aNew({ status: 'proposed' })
    await expect(inTransaction(province(), (tx) => assignRound(tx, id, 'rnd_none'))).rejects.toThrow('foreign key')
  })
})
