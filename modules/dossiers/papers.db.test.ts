import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { wordsOfPdf } from '../../packages/papers/test-reading.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aProduct } from '../catalogue/fixtures.ts'
import { producerFile, updateProducer, updateProducerInput } from '../catalogue/index.ts'
import { aDossier, sampleReview } from './fixtures.ts'
import { drawnBy } from '../papers/fixtures.ts'
import { dossierPaper as askForPaper, findDossier } from './index.ts'
import type { DossierView } from './rules.ts'
import { dossierWorld } from './test-world.ts'
import type { World } from './test-world.ts'
import type { DossierId } from './rules/ids.ts'

const { as, db } = await testDatabase<Tables>()
const dossierPaper = drawnBy(askForPaper)
let world: World
let dossier: DossierView
beforeAll(async () => {
  world = await dossierWorld(as)
  const typed = { producer: { representative: 'Thạch Thị Bưởi #strong[x] $1$ "nháy"' } }
  dossier = await aDossier(world.people(), { productId: world.product.id, status: 'proposed', typed })
})

const textOf = async (kind: 'mau-01' | 'mau-02' | 'mau-03' | 'cong-van') => {
  const { bytes } = await dossierPaper(as(world.actors.provincialOfficer), { dossierId: dossier.id, file: `${kind}.pdf` })
  return wordsOfPdf(bytes)
}

test('Mẫu 01 carries what was registered, its number and what was typed, unread as markup', async () => {
  const text = await textOf('mau-01')
  expect(text).toContain('PHIẾU ĐĂNG KÝ')
  expect(text).toContain('Mẫu số 01')
  expect(text).toContain('1/PĐK-86-29308-2026')
  expect(text).toContain(dossier.code)
  expect(text).toContain('Thạch Thị Bưởi #strong[x] $1$ "nháy"')
  expect(text).toContain('☑ Đánh giá lần đầu')
  expect(text).toMatch(/ĐẠI DIỆN CHỦ THỂ Thạch Thị Bưởi .* IV\. TIẾP NHẬN .* TIẾP NHẬN CỦA CẤP TỈNH/)
})

test('the four boxes of papers held are those of Mẫu 02, part I', async () => {
  const boxes = [
    '☑ Có đăng ký kinh doanh',
    '☑ Có công bố chất lượng sản phẩm',
    '☑ Có giấy chứng nhận đủ điều kiện an toàn thực phẩm hoặc tương đương',
    '☐ Có đăng ký sở hữu trí tuệ',
  ]
  const [partOne] = (await textOf('mau-02')).split('II. KẾT QUẢ')
  for (const box of boxes) expect(partOne).toContain(box)
  const form = await textOf('mau-01')
  for (const box of boxes) expect(form).not.toContain(box.slice(2))
  expect(form).toContain('☑ Đã chuẩn bị đủ mẫu sản phẩm')
})

test('Mẫu 02 carries every criterion with the chosen words and the total', async () => {
  const text = await textOf('mau-02')
  for (const choice of dossier.choices) if (choice.label) expect(text).toContain(choice.label.replaceAll(/\s+/g, ' ').slice(0, 20))
  expect(text).toContain(`tổng điểm tự chấm là ${dossier.choices.reduce((sum, choice) => sum + choice.points, 0)} điểm`)
  expect(text).toContain('Giấy chứng nhận đăng ký hợp tác xã')
})

test('Mẫu 03 carries the four items and ends with the conclusion', async () => {
  const text = await textOf('mau-03')
  for (const item of ['materials', 'labour', 'idea', 'identity', 'conclusion'] as const) expect(text).toContain(sampleReview[item])
  expect(text).toContain(`${sampleReview.conclusion}/.`)
  expect(text).toContain('họp lấy ý kiến ngày 23/11/2026')
  expect(text).toMatch(/ I\. .* 4\. Mã hồ sơ.* II\. .* III\. .* 1\. .* 4\. .* IV\. KẾT LUẬN/)
  expect(text.match(/ 1\. /g)).toHaveLength(2)
  expect(text).toContain('- Lưu: VT, KT.')
})

test('the letter has its subject once, the drafting unit in its symbol, the decision cited in full, and ends as letters end', async () => {
  const text = await textOf('cong-van')
  for (const part of [
    dossier.code,
    'Số: /UBND-KT',
    'Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ về Bộ tiêu chí',
    'xem xét./.',
    'Nơi nhận: - Như trên; - Cơ quan tham mưu OCOP cấp tỉnh; - Lưu: VT, KT.',
  ]) {
    expect(text).toContain(part)
  }
  expect(text.match(/V\/v/g)).toHaveLength(1)
})

test('addresses reach to the province and money is written out', async () => {
  for (const kind of ['mau-01', 'mau-02', 'mau-03'] as const) {
    expect(await textOf(kind)).toContain('Địa chỉ: Ấp Mẫu, xã Cầu Kè, tỉnh Vĩnh Long')
  }
  const text = await textOf('mau-02')
  expect(text).toContain('Doanh thu năm 2025: 1.250.000.000 đồng')
  expect(text).not.toContain('₫')
})

test('the same dossier gives the same bytes, and Word gets its own file', async () => {
  const ask = { dossierId: dossier.id, file: 'mau-03.pdf' }
  const [one, two] = [await dossierPaper(as(world.actors.producer), ask), await dossierPaper(as(world.actors.producer), ask)]
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  const docx = await dossierPaper(as(world.actors.producer), { ...ask, file: 'mau-03.docx' })
  expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK')
})

test('the commune’s working copy is its own until it has proposed', async () => {
  const filed = await aDossier(world.people(), { productId: world.secondProduct.id, status: 'submitted' })
  const ask = { dossierId: filed.id, file: 'mau-03.pdf' }
  await expect(dossierPaper(as(world.actors.producer), ask)).rejects.toThrow(NotFound)
  await expect(dossierPaper(as(world.actors.provincialOfficer), ask)).rejects.toThrow(NotFound)
  expect((await dossierPaper(as(world.actors.communeOfficer), ask)).bytes.length).toBeGreaterThan(1000)
  await expect(dossierPaper(as(world.actors.otherCommuneOfficer), { ...ask, file: 'mau-01.pdf' })).rejects.toThrow(NotFound)
  expect((await findDossier(as(world.actors.producer), filed.id)).status).toBe('submitted')
})

test('the papers of a dossier are kept from its filing on, and a draft leaves nothing behind', async () => {
  const kept = async (dossierId: DossierId) => {
    const rows = await db.selectFrom('paper').select('kind').where('subject_id', '=', dossierId).orderBy('kind').execute()
    return rows.map(({ kind }) => kind)
  }
  const { id: productId } = await db
    .transaction()
    .execute((tx) => aProduct(tx, { name: 'Kẹo dừa', setCode: 'QD26-07', producerId: world.producer.id }))
  const draft = await aDossier(world.people(), { productId, status: 'draft' })
  await dossierPaper(as(world.actors.producer), { dossierId: draft.id, file: 'mau-01.pdf' })
  expect(await kept(draft.id)).toEqual([])
  for (const file of ['mau-01.pdf', 'mau-01.pdf', 'cong-van.pdf'])
    await dossierPaper(as(world.actors.producer), { dossierId: dossier.id, file })
  expect((await kept(dossier.id)).filter((kind) => kind === 'mau-01')).toEqual(['mau-01'])
  expect(await kept(dossier.id)).toContain('cong-van')
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
