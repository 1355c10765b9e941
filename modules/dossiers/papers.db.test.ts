import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { extractText } from 'unpdf'
import type { DB as Tables } from '../database.tables.ts'
import { producerFile, updateProducer, updateProducerInput } from '../catalogue/index.ts'
import { aDossier, sampleReview } from './fixtures.ts'
import { dossierPaper, findDossier } from './index.ts'
import type { DossierView } from './rules.ts'
import { dossierWorld } from './test-world.ts'
import type { World } from './test-world.ts'

const { as } = await testDatabase<Tables>()
let world: World
let dossier: DossierView
beforeAll(async () => {
  world = await dossierWorld(as)
  const typed = { producer: { representative: 'Thạch Thị Bưởi #strong[x] $1$ "nháy"' } }
  dossier = await aDossier(world.people(), { productId: world.product.id, status: 'proposed', typed })
})

const textOf = async (kind: 'mau-01' | 'mau-02' | 'mau-03' | 'cong-van') => {
  const { bytes } = await dossierPaper(as(world.actors.provincialOfficer), { dossierId: dossier.id, kind, format: 'pdf' })
  return (await extractText(new Uint8Array(bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ').normalize('NFC')
}

test('Mẫu 01 carries what was registered, its number and what was typed, unread as markup', async () => {
  const text = await textOf('mau-01')
  expect(text).toContain('PHIẾU ĐĂNG KÝ')
  expect(text).toContain('Mẫu số 01')
  expect(text).toContain('1/PĐK-86-29308-2026')
  expect(text).toContain(dossier.code)
  expect(text).toContain('Thạch Thị Bưởi #strong[x] $1$ "nháy"')
  expect(text).toContain('☑ Đánh giá lần đầu')
})

test('Mẫu 02 carries every criterion with the chosen words and the total', async () => {
  const text = await textOf('mau-02')
  for (const choice of dossier.choices) if (choice.label) expect(text).toContain(choice.label.replaceAll(/\s+/g, ' ').slice(0, 20))
  expect(text).toContain(`tổng điểm tự chấm là ${dossier.choices.reduce((sum, choice) => sum + choice.points, 0)} điểm`)
  expect(text).toContain('Giấy chứng nhận đăng ký hợp tác xã')
})

test('Mẫu 03 and the letter carry the four items and the code', async () => {
  const text = await textOf('mau-03')
  for (const item of ['materials', 'labour', 'idea', 'identity', 'conclusion'] as const) expect(text).toContain(sampleReview[item])
  expect(text).toContain('họp lấy ý kiến ngày 05/01/2026')
  expect(await textOf('cong-van')).toContain(dossier.code)
})

test('the same dossier gives the same bytes, and Word gets its own file', async () => {
  const ask = { dossierId: dossier.id, kind: 'mau-03', format: 'pdf' } as const
  const [one, two] = [await dossierPaper(as(world.actors.producer), ask), await dossierPaper(as(world.actors.producer), ask)]
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  const docx = await dossierPaper(as(world.actors.producer), { ...ask, format: 'docx' })
  expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK')
})

test('the commune’s working copy is its own until it has proposed', async () => {
  const filed = await aDossier(world.people(), { productId: world.secondProduct.id, status: 'submitted' })
  const ask = { dossierId: filed.id, kind: 'mau-03', format: 'pdf' } as const
  await expect(dossierPaper(as(world.actors.producer), ask)).rejects.toThrow(NotFound)
  await expect(dossierPaper(as(world.actors.provincialOfficer), ask)).rejects.toThrow(NotFound)
  expect((await dossierPaper(as(world.actors.communeOfficer), ask)).bytes.length).toBeGreaterThan(1000)
  await expect(dossierPaper(as(world.actors.otherCommuneOfficer), { ...ask, kind: 'mau-01' })).rejects.toThrow(NotFound)
  expect((await findDossier(as(world.actors.producer), filed.id)).status).toBe('submitted')
})

test('what was sent stays what was filed, also when the producer renames itself', async () => {
  const kinds = ['mau-01', 'mau-02', 'mau-03', 'cong-van'] as const
  const sent = await Promise.all(kinds.map(textOf))
  const { organisationName } = dossier.answers.producer
  expect(sent[3]).toContain(`của ${organisationName} và lập báo cáo`)
  const producer = as(world.actors.producer)
  const { kind, place, version } = await producerFile(producer, world.producer.id)
  const renamed = { producerId: world.producer.id, kind, communeCode: place.communeCode, version, name: 'HTX Đổi Tên Sau Khi Nộp' }
  expect((await updateProducer(producer, updateProducerInput.parse(renamed))).ok).toBe(true)
  expect((await findDossier(producer, dossier.id)).producer.name).toBe('HTX Đổi Tên Sau Khi Nộp')
  expect(await Promise.all(kinds.map(textOf))).toEqual(sent)
})
