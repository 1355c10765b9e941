import { Forbidden, NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { describe, expect, test } from 'vitest'
import { attachEvidence, enterTrademark, enterTrademarkStep, findLift, findTrademark, listEvidence, openTrademarkPaper } from '../index.ts'
import { correctTrademark, saveChoices, strikeTrademarkStep, trademarkList } from '../index.ts'
import { dossiersWaiting } from '../waiting.ts'
import { dossiersToTest } from '../test-dossiers.ts'
import { trademarkMessages, trademarkReminders } from './messages.ts'
import { system } from '../../identity/index.ts'

const { as, db, world, producer, officer, aNew, auditOf, versionOf } = await dossiersToTest()
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
const paper = () => ({ content: new TextEncoder().encode(pdf), name: 'don.pdf' })
const given = { mark: 'Cầu Kè xanh', number: null, classes: '29, 30', filedOn: '2026-09-01' }
const entered = async (over: Partial<typeof given> = {}, ctx = producer) => {
  const made = await enterTrademark(ctx, { ...given, ...over }, paper())
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.trademarkId
}
const on = (happenedOn: string, paperNumber: string | null = null) => ({ happenedOn, paperNumber })
const reason = 'Đọc nhầm giấy.'

describe('an application for a trademark that is followed', () => {
  test('goes step by step, each with its paper, which the dossiers of the producer use for their criterion', async () => {
    const id = await entered()
    expect(await enterTrademarkStep(producer, id, 'accept-form', on('2026-10-05', '1234/QĐ-SHTT'), paper())).toMatchObject({ ok: true })
    const file = await findTrademark(producer, id)
    expect(file).toMatchObject({
      status: 'form-accepted',
      worth: 'application',
      next: { status: 'published', on: '2026-12-05' },
      late: false,
    })
    expect(file.steps.map(({ status, happenedOn }) => [status, happenedOn])).toEqual([
      ['filed', '2026-09-01'],
      ['form-accepted', '2026-10-05'],
    ])
    const inVault = (await listEvidence(producer)).find(({ id: evidence }) => evidence === file.steps[1]!.evidenceId)
    expect(inVault).toMatchObject({ kind: 7, title: 'Quyết định chấp nhận đơn hợp lệ, nhãn hiệu “Cầu Kè xanh”', number: '1234/QĐ-SHTT' })

    // In "Việc cần làm để lên sao", where the criterion usually asks for papers on intellectual property.
    // The official option of an accepted application is chosen: the certificate is the minimum of the next star.
    const dossier = await aNew({ stars: 3 })
    const picks = [{ criterion: '3.5', optionIndex: 0, reason: '' }]
    expect((await saveChoices(producer, { dossierId: dossier.id, version: await versionOf(dossier.id), picks })).ok).toBe(true)
    const lift = await findLift(producer, dossier.id)
    const step = lift.steps.find(({ trademarks }) => trademarks !== null)
    expect(step?.trademarks?.filter((one) => one.id === id)).toMatchObject([
      { id, worth: 'application', evidenceId: file.steps[1]!.evidenceId, isThere: false },
    ])
    const evidenceId = file.steps[1]!.evidenceId!
    expect((await attachEvidence(producer, { dossierId: dossier.id, evidenceId, criterion: step!.criterion })).ok).toBe(true)
    const again = await findLift(producer, dossier.id)
    expect(again.steps.find(({ criterion }) => criterion === step!.criterion)?.trademarks?.find((one) => one.id === id)?.isThere).toBe(true)
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['trademark.entered', 'trademark.form-accepted'])
  })

  test('that was granted ends in the vault ten years after its filing', async () => {
    const id = await entered({ mark: 'Vườn dừa' })
    expect((await enterTrademarkStep(producer, id, 'grant', on('2026-11-20', '500123'), paper())).ok).toBe(true)
    const { steps } = await findTrademark(producer, id)
    const held = (await listEvidence(producer)).find((one) => one.id === steps[1]!.evidenceId)
    expect(held).toMatchObject({ issuedBy: 'Cục Sở hữu trí tuệ', issuedOn: '2026-11-20', expiresOn: '2036-09-01' })
  })

  test('takes no day of the future and none before the step before it, and no number twice', async () => {
    expect(await enterTrademark(producer, { ...given, filedOn: '2026-11-24' }, null)).toMatchObject({
      refusal: { code: 'happened-in-future' },
    })
    const id = await entered({ number: '4-2026-00001' as never, mark: 'Một' })
    expect(await enterTrademarkStep(producer, id, 'publish', on('2026-08-31'), null)).toMatchObject({
      refusal: { code: 'happened-before', on: '2026-09-01' },
    })
    expect(await enterTrademarkStep(producer, id, 'publish', on('2026-11-24'), null)).toMatchObject({
      refusal: { code: 'happened-in-future' },
    })
    expect(await enterTrademark(producer, { ...given, number: '4-2026-00001' }, null)).toMatchObject({
      refusal: { code: 'number-known', mark: 'Một' },
    })
    expect(
      await enterTrademarkStep(producer, id, 'publish', on('2026-10-01'), { content: Buffer.from('MZ\x90\x00'), name: 'a.pdf' }),
    ).toMatchObject({
      refusal: { code: 'file-type-refused' },
    })
    expect((await findTrademark(producer, id)).status).toBe('filed')
  })

  test('goes back by one step that was entered by mistake, which stays in its history', async () => {
    const id = await entered({ mark: 'Hai' })
    await enterTrademarkStep(producer, id, 'refuse', on('2026-10-02'), null)
    const { lastStepId } = await findTrademark(producer, id)
    const first = (await findTrademark(producer, id)).steps[0]!.id
    expect(await strikeTrademarkStep(producer, id, { stepId: first, reason })).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
    expect(await strikeTrademarkStep(producer, id, { stepId: lastStepId, reason })).toMatchObject({ ok: true })
    const file = await findTrademark(producer, id)
    expect(file).toMatchObject({ status: 'filed', lastOn: '2026-09-01', next: { status: 'form-accepted', on: '2026-10-01' }, late: true })
    expect(file.steps[1]).toMatchObject({ status: 'refused', struckByName: 'usr_producer', struckReason: reason })
    expect(await strikeTrademarkStep(producer, id, { stepId: file.lastStepId, reason })).toMatchObject({
      refusal: { code: 'nothing-to-strike' },
    })
  })

  test('is put right with a reason, and what it said before stays', async () => {
    const id = await entered({ mark: 'Sai tên' })
    await enterTrademarkStep(producer, id, 'publish', on('2026-10-02'), null)
    const right = { ...given, mark: 'Đúng tên', reason }
    expect(await correctTrademark(producer, id, { ...right, filedOn: '2026-10-03' })).toMatchObject({
      refusal: { code: 'filed-after-step', on: '2026-10-02' },
    })
    expect(await correctTrademark(producer, id, { ...right, filedOn: '2026-08-20' })).toMatchObject({ ok: true })
    const file = await findTrademark(producer, id)
    expect(file).toMatchObject({ mark: 'Đúng tên', filedOn: '2026-08-20' })
    expect(file.corrections).toMatchObject([{ mark: 'Sai tên', filedOn: '2026-09-01', reason, correctedByName: 'usr_producer' }])
    expect(await correctTrademark(producer, id, { ...right, filedOn: '2026-08-20' })).toMatchObject({
      refusal: { code: 'nothing-changed' },
    })
  })

  test('waits on the desk of its producer and is reminded of once, when the estimated day is over', async () => {
    const id = await entered({ mark: 'Trễ', filedOn: '2026-10-20' })
    const at = async (now: string) =>
      (await dossiersWaiting(as(world.actors.producer, now))).find(({ kind }) => kind === 'trademarks-due')?.count ?? 0
    // One month after 20 October 2026 the form is to be accepted.
    const [before, after] = [await at('2026-11-20T09:00:00+07:00'), await at('2026-11-21T09:00:00+07:00')]
    expect(after - before).toBe(1)
    const reminded = async (now: string) => {
      const due = await trademarkReminders[0]!.due({ ...as(system('test'), now) })
      return due.filter(({ object }) => object[1] === id)
    }
    expect(await reminded('2026-11-20T09:00:00+07:00')).toEqual([])
    const [told] = await reminded('2026-11-21T09:00:00+07:00')
    expect(told).toMatchObject({ path: `/van-phong/nhan-hieu/${id}`, values: { mark: 'Trễ', on: '20/11/2026' } })
    expect((await reminded('2026-12-21T09:00:00+07:00'))[0]!.fact).toBe(told!.fact)
  })

  test('is entered by an officer of the commune with both names, and the producer is told', async () => {
    const made = await enterTrademark(officer, { ...given, mark: 'Ghi hộ', producerId: world.producer.id }, paper())
    if (!made.ok) throw new Error(made.refusal.code)
    const id = made.value.trademarkId
    expect((await findTrademark(producer, id)).steps).toMatchObject([{ enteredByName: 'usr_commune_a', forName: 'HTX Dừa sáp Cầu Kè' }])
    const row = await db.selectFrom('audit_entry').select('detail').where('subject_id', '=', id).executeTakeFirstOrThrow()
    expect(row.detail).toMatchObject({ onBehalfOf: 'HTX Dừa sáp Cầu Kè' })
    expect(trademarkMessages[0]!.name).toBe('trademark.entered-for')
  })

  test('is nobody else’s: neither another producer nor another commune reads or changes it, the office of the province reads', async () => {
    const id = await entered({ mark: 'Riêng' })
    const { steps } = await findTrademark(producer, id)
    for (const actor of [world.actors.rival, world.actors.otherCommuneOfficer, world.actors.buyer, world.actors.councilMember]) {
      await expect(findTrademark(as(actor), id)).rejects.toThrow(NotFound)
      await expect(openTrademarkPaper(as(actor), id, steps[0]!.evidenceId!)).rejects.toThrow(NotFound)
      await expect(enterTrademarkStep(as(actor), id, 'publish', on('2026-10-02'), null)).rejects.toThrow()
    }
    const listed = async (ctx: Ctx) => {
      const source = await trademarkList.source(ctx, {} as never)
      return 'rows' in source ? source.rows.map((row) => row.id) : []
    }
    expect(await listed(as(world.actors.rival))).not.toContain(id)
    expect(await listed(as(world.actors.otherCommuneOfficer))).not.toContain(id)
    await expect(listed(as(world.actors.buyer))).rejects.toThrow(Forbidden)
    const province = as(world.actors.provincialOfficer)
    expect(await findTrademark(province, id)).toMatchObject({ may: { publish: { code: 'not-permitted' } } })
    const opened = await openTrademarkPaper(officer, id, steps[0]!.evidenceId!)
    opened.stream.destroy()
    expect(opened.mediaType).toBe('application/pdf')
  })
})
