import { NotFound } from '@dacsan/decisions'
import sharp from 'sharp'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { actorId, listSecurityEntries, securityFilter, visitor } from '../../identity/index.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { sampleEvidence } from '../fixtures.ts'
import {
  addEvidence,
  attachEvidence,
  detachEvidence,
  findDossier,
  findEvidence,
  listEvidence,
  openEvidence,
  replaceEvidence,
  submitDossier,
} from '../index.ts'
import { dossiersToTest } from '../test-dossiers.ts'
import { sayRefusal } from '../words.ts'

const { as, world, producer, officer, aNew, versionOf } = await dossiersToTest()

describe('a paper of the vault', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

  test('one paper speaks for several criteria and dossiers, and attaching twice is once', async () => {
    const [one, two] = [await aNew(), await aNew()]
    const added = await addEvidence(producer, { ...sampleEvidence, kind: 9 }, null)
    const paper = { id: added.ok ? added.value.evidenceId : ('evi_' as const) }
    for (const criterion of ['2.2', '2.3', '2.3', null])
      await attachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion })
    await attachEvidence(producer, { dossierId: two.id, evidenceId: paper.id, criterion: '3.5' })
    expect((await findDossier(producer, one.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['2.2', '2.3'])
    expect((await findDossier(producer, two.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['3.5'])
    expect((await listEvidence(producer)).find(({ id }) => id === paper.id)!.usedIn).toBe(2)
    await detachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion: '2.2' })
    expect((await findDossier(producer, one.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['2.3'])
    await detachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion: null })
    expect((await findDossier(producer, one.id)).evidence.map(({ id }) => id)).not.toContain(paper.id)
  })

  test('the file is kept and read back by those who read the dossier, and by nobody else', async () => {
    const dossier = await aNew()
    const added = await addEvidence(
      producer,
      { ...sampleEvidence, kind: 7 },
      { content: pdf, name: '../../nhãn hiệu.pdf.exe' },
      { dossierId: dossier.id, criterion: '3.5' },
    )
    if (!added.ok) throw new Error(added.refusal.code)
    const { evidenceId } = added.value
    expect(await findEvidence(producer, evidenceId)).toMatchObject({ fileName: 'nhãn hiệu.pdf.exe', kind: 7 })
    expect(await openEvidence(producer, evidenceId)).toMatchObject({
      size: pdf.length,
      mediaType: 'application/pdf',
      name: `${sampleEvidence.title}.pdf`,
    })
    await expect(openEvidence(officer, evidenceId)).rejects.toThrow(NotFound)
    const version = await versionOf(dossier.id)
    expect((await submitDossier(producer, { dossierId: dossier.id, version, declared: true })).ok).toBe(true)
    const { stream } = await openEvidence(officer, evidenceId)
    expect(Buffer.concat(await stream.toArray()).equals(pdf)).toBe(true)
    for (const actor of [world.actors.rival, world.actors.otherCommuneOfficer, world.actors.buyer, visitor]) {
      await expect(openEvidence(as(actor), evidenceId)).rejects.toThrow(NotFound)
      await expect(findEvidence(as(actor), evidenceId)).rejects.toThrow(NotFound)
    }
  })

  test('a PDF that starts a program is refused with a sentence that says what to do, and no paper stays behind', async () => {
    const before = (await listEvidence(producer)).length
    const content = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/Launch/F(cmd.exe)>>>>endobj\n%%EOF\n')
    const refused = await addEvidence(producer, sampleEvidence, { content, name: 'giay.pdf' })
    expect(refused).toMatchObject({ refusal: { code: 'pdf-refused', why: 'active' } })
    if (!refused.ok) expect(sayRefusal(refused.refusal)).toContain('“Lưu thành PDF”')
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('a file in which the virus scanner found something leaves a line in the security log, and no paper', async () => {
    const before = (await listEvidence(producer)).length
    const found = { code: 'file-infected', found: 'Eicar-Test-Signature', hash: 'ab'.repeat(32) } as const
    const files = { ...producer.files, keep: () => Promise.resolve({ ok: false, refusal: found } as const) }
    expect(await addEvidence({ ...producer, files }, sampleEvidence, { content: pdf, name: 'a.pdf' })).toMatchObject({ refusal: found })
    expect(await listEvidence(producer)).toHaveLength(before)
    const { entries } = await listSecurityEntries(as(someoneWith('administrator')), securityFilter.parse({ objectId: found.hash }))
    expect(entries).toMatchObject([
      {
        what: 'write',
        outcome: 'refused',
        reason: 'file-infected',
        action: 'Eicar-Test-Signature',
        objectType: 'file',
        actorId: actorId(producer.actor),
      },
    ])
  })

  test('several photos become the pages of one paper, named by its title', async () => {
    const photo = await sharp({ create: { width: 30, height: 40, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer()
    const pages = ['trang 1.jpg', 'trang 2.jpg', 'trang 3.jpg'].map((name) => ({ name, content: photo }))
    const added = await addEvidence(producer, { ...sampleEvidence, kind: 9, title: 'Hợp đồng thuê đất' }, pages)
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    const { evidenceId } = added.value
    expect(await findEvidence(producer, evidenceId)).toMatchObject({ fileName: 'Hợp đồng thuê đất.pdf' })
    const { mediaType, stream } = await openEvidence(producer, evidenceId)
    expect([mediaType, (await PDFDocument.load(Buffer.concat(await stream.toArray()))).getPageCount()]).toEqual(['application/pdf', 3])
  })

  test('where one of several files is not taken the sentence names it and those that are good, and no paper stays behind', async () => {
    const before = (await listEvidence(producer)).length
    const photo = await sharp({ create: { width: 30, height: 40, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer()
    const refused = await addEvidence(producer, sampleEvidence, [
      { name: 'image.jpg', content: photo },
      { name: 'image.jpg', content: photo.subarray(0, 20) },
      { name: 'hợp đồng.pdf', content: pdf },
    ])
    if (refused.ok) throw new Error('a broken photo was taken')
    expect(sayRefusal(refused.refusal)).toMatch(
      /^Chưa lưu giấy: có tệp không nhận được\. Tệp thứ 2, “image\.jpg”: .+ Các tệp khác đều dùng được: “image\.jpg”, “hợp đồng\.pdf”\. Hãy sửa hoặc bỏ tệp bị lỗi rồi chọn lại tất cả\.$/,
    )
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('a page in which the virus scanner found something leaves a line in the security log', async () => {
    const found = { code: 'file-infected', found: 'Eicar-Test-Signature', hash: 'cd'.repeat(32) } as const
    const refusal = { code: 'pages-refused', faults: [{ place: 2, name: 'b.jpg', refusal: found }], good: ['a.jpg'] } as const
    const files = { ...producer.files, keepPages: () => Promise.resolve({ ok: false, refusal } as never) }
    const pages = [pdf, pdf].map((content) => ({ name: 'a.pdf', content }))
    expect(await addEvidence({ ...producer, files }, sampleEvidence, pages)).toMatchObject({ refusal: { code: 'pages-refused' } })
    const { entries } = await listSecurityEntries(as(someoneWith('administrator')), securityFilter.parse({ objectId: found.hash }))
    expect(entries).toMatchObject([{ what: 'write', outcome: 'refused', reason: 'file-infected', actorId: actorId(producer.actor) }])
  })

  test('a program dressed as a photo is refused, and no paper stays behind', async () => {
    const before = (await listEvidence(producer)).length
    const refused = await addEvidence(producer, sampleEvidence, { content: Buffer.from('MZ\x90\x00 program'), name: 'anh.jpg' })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'file-type-refused' } })
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('dates that cannot be are refused', async () => {
    expect(await addEvidence(producer, { ...sampleEvidence, issuedOn: '2026-11-24' }, null)).toMatchObject({
      refusal: { code: 'issued-in-future' },
    })
    expect(await addEvidence(producer, { ...sampleEvidence, issuedOn: '2026-01-02', expiresOn: '2026-01-01' }, null)).toMatchObject({
      refusal: { code: 'dates-reversed' },
    })
  })

  test('a paper for a criterion that the set does not have is refused, and not put in the vault', async () => {
    const { id } = await aNew()
    const before = (await listEvidence(producer)).length
    const refused = await addEvidence(producer, sampleEvidence, null, { dossierId: id, criterion: '99.1' })
    expect(refused).toMatchObject({ refusal: { code: 'unknown-criterion', criterion: '99.1' } })
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('an expired paper stops the filing; a newer one in its place opens it again', async () => {
    const dossier = await aNew()
    const old = await addEvidence(producer, { ...sampleEvidence, kind: 2, expiresOn: '2026-10-31' }, null, {
      dossierId: dossier.id,
      criterion: null,
    })
    const version = await versionOf(dossier.id)
    const refused = await submitDossier(producer, { dossierId: dossier.id, version, declared: true })
    expect(refused).toMatchObject({
      refusal: { code: 'incomplete', gaps: [{ code: 'evidence-expired', papers: [{ expiresOn: '2026-10-31' }] }] },
    })
    const oldId = old.ok ? old.value.evidenceId : 'evi_'
    const replaced = await replaceEvidence(
      producer,
      oldId,
      { ...sampleEvidence, kind: 2, issuedOn: '2026-11-01', expiresOn: '2029-11-01' },
      null,
    )
    expect(replaced).toMatchObject({ ok: true, value: { dossierIds: [dossier.id] } })
    expect((await listEvidence(producer)).map(({ id }) => id)).not.toContain(oldId)
    expect((await submitDossier(producer, { dossierId: dossier.id, version: await versionOf(dossier.id), declared: true })).ok).toBe(true)
  })

  test('a filed dossier keeps the paper it was filed with when a newer one comes', async () => {
    const filed = await aNew({ status: 'submitted' })
    const [paper] = filed.evidence
    const replaced = await replaceEvidence(producer, paper!.id, sampleEvidence, null)
    expect(replaced.ok && replaced.value.dossierIds).not.toContain(filed.id)
    expect((await findDossier(producer, filed.id)).evidence[0]!.id).toBe(paper!.id)
    await expect(replaceEvidence(producer, paper!.id, sampleEvidence, null)).rejects.toThrow(NotFound)
  })

  test('another producer’s paper cannot be attached, replaced or seen', async () => {
    const { id, evidence } = await aNew()
    const rival = as(world.actors.rival)
    const foreign = await addEvidence(rival, sampleEvidence, null)
    const foreignId = foreign.ok ? foreign.value.evidenceId : 'evi_'
    await expect(attachEvidence(producer, { dossierId: id, evidenceId: foreignId, criterion: null })).rejects.toThrow(NotFound)
    await expect(replaceEvidence(rival, evidence[0]!.id, sampleEvidence, null)).rejects.toThrow(NotFound)
    expect((await listEvidence(rival)).map((paper) => paper.id)).toEqual([foreignId])
  })
})
