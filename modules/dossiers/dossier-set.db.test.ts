import { PDFDocument } from '@cantoo/pdf-lib'
import { NotFound } from '@dacsan/decisions'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { bookmarksOfPdf, pagesOfPdf } from '../../packages/papers/test-reading.ts'
import { drawnBy } from '../papers/fixtures.ts'
import { sampleEvidence, sampleReview } from './fixtures.ts'
import { addEvidence, dossierSet as askForSet, readDossier, returnDossier, saveReview, submitDossier } from './index.ts'
import type { DossierId } from './rules/ids.ts'
import { dossiersToTest } from './test-dossiers.ts'

const { as, world, producer, officer, aNew, versionOf } = await dossiersToTest()
const dossierSet = drawnBy(askForSet)
const office = as(world.actors.provincialOfficer)

const scan = async () => {
  const paper = await PDFDocument.create()
  for (const words of ['first page', 'second page']) paper.addPage([595, 842]).drawText(words)
  return paper.save({ useObjectStreams: false })
}
const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()

async function aFiledOne(): Promise<DossierId> {
  const { id } = await aNew()
  const papers = [
    { title: 'Giấy đăng ký hai trang', name: 'a.pdf', content: await scan() },
    { title: 'Ảnh xưởng', name: 'b.jpg', content: await photo() },
    { title: 'Tệp hỏng', name: 'c.pdf', content: new TextEncoder().encode('%PDF-1.4\nxxxx\n%%EOF\n') },
  ]
  for (const { title, name, content } of papers) {
    const added = await addEvidence(
      producer,
      { ...sampleEvidence, kind: 7, title },
      { content: Buffer.from(content), name },
      { dossierId: id, criterion: '3.5' },
    )
    expect(added).toMatchObject({ ok: true })
  }
  expect(await submitDossier(producer, { dossierId: id, version: await versionOf(id), declared: true })).toMatchObject({ ok: true })
  return id
}

test('the whole dossier is one PDF: index, forms, and each paper with its pages, found by its bookmark', async () => {
  const id = await aFiledOne()
  const { name, bytes } = await dossierSet(office, id)
  const pages = await pagesOfPdf(bytes)
  const marks = await bookmarksOfPdf(bytes)
  const { code } = await readDossier(office, id)
  expect(name).toBe(`bo-ho-so-${code}.pdf`)
  expect(pages[0]).toContain(code)
  expect(marks.slice(0, 3).map(({ title }) => title)).toEqual(['Mục lục', 'Phiếu đăng ký (Mẫu 01)', 'Báo cáo tự đánh giá (Mẫu 02)'])
  const pageOf = (title: string) => marks.find((mark) => mark.title === title)!.page
  expect(pages[pageOf('Phiếu đăng ký (Mẫu 01)') - 1]).toContain('PHIẾU ĐĂNG KÝ')
  const first = pageOf('Giấy đăng ký hai trang')
  expect(pages[first - 1]).toContain('first page')
  expect(pages[first]).toMatch(/^second page/)
  expect(pages[first]).toContain(`Hồ sơ ${code} · Giấy đăng ký hai trang trang ${first + 1}/${pages.length}`)
  expect(pages[pageOf('Tệp hỏng') - 1]).toContain('Không đưa được giấy này vào bộ in')
  expect(Buffer.from((await dossierSet(producer, id)).bytes).equals(Buffer.from(bytes))).toBe(true)
})

test('the set is there for whoever reads the dossier and for nobody else, and says while the producer changes it', async () => {
  const id = await aFiledOne()
  for (const stranger of ['rival', 'otherCommuneOfficer', 'councilMember', 'buyer'] as const)
    await expect(dossierSet(as(world.actors[stranger]), id)).rejects.toThrow(NotFound)
  await returnDossier(officer, {
    dossierId: id,
    version: await versionOf(id),
    items: [{ about: 'section:plan', text: 'Rõ hơn' }],
    repeatReason: '',
  })
  const [index] = await pagesOfPdf((await dossierSet(officer, id)).bytes)
  expect(index).toContain('chưa nộp lại')
})

test('what the commune writes is read by others only once it has proposed', async () => {
  const { id, version } = await aNew({ status: 'submitted' })
  await saveReview(officer, { dossierId: id, version, ...sampleReview })
  expect((await readDossier(officer, id)).review).not.toBeNull()
  for (const reader of [producer, office]) expect((await readDossier(reader, id)).review).toBeNull()
  const { id: proposed } = await aNew({ status: 'proposed' })
  for (const reader of [producer, office, officer]) expect((await readDossier(reader, proposed)).review).not.toBeNull()
})
