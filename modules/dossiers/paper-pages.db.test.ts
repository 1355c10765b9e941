import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { hasOffice, faultsByOffice } from '../../packages/papers/test-layout.ts'
import { aProduct } from '../catalogue/fixtures.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/rules.ts'
import { drawAll, drawnBy } from '../papers/fixtures.ts'
import { dossierPapers, requestPapers } from './dossier-papers.ts'
import { aDossier } from './fixtures.ts'
import { dossierPaper as askForPaper, findDossier, moveDossier } from './index.ts'
import type { DossierId } from './rules/ids.ts'
import { dossierWorld, worldDay } from './test-world.ts'
import type { World } from './test-world.ts'

const { as } = await testDatabase<Tables>()
const dossierPaper = drawnBy(askForPaper)
let world: World
let asked: Record<'commune' | 'province' | 'of-commune', DossierId>

const returned = async (productId: World['product']['id'], status: 'returned' | 'province-returned') =>
  (await aDossier(world.people(), { productId, status })).id

beforeAll(async () => {
  world = await dossierWorld(as)
  const [commune, province] = [await returned(world.product.id, 'returned'), await returned(world.secondProduct.id, 'province-returned')]
  const { id: third } = await inTransaction(as(system('test'), worldDay), (tx) =>
    aProduct(tx, { name: 'Rượu dừa sáp', setCode: 'QD26-07', producerId: world.producer.id }),
  )
  const { id } = await aDossier(world.people(), { productId: third, status: 'proposed' })
  const officer = as(world.actors.provincialOfficer)
  const items = [{ about: 'commune-report' as const, text: 'Ghi rõ thành phần họp.' }]
  await inTransaction(officer, (tx) => moveDossier(tx, officer, { dossierId: id, move: 'return-to-commune', items }))
  asked = { commune, province, 'of-commune': id }
}, 120_000)

const offered = async (actor: Actor, dossierId: DossierId) =>
  (await findDossier(as(actor), dossierId)).requestPapers.flatMap(({ files }) => files.map(({ file }) => file))
const textOf = async (actor: Actor, dossierId: DossierId, file: string) =>
  wordsOfPdf((await dossierPaper(as(actor), { dossierId, file })).bytes)

test('what the commune asks for is a paper of the commune, item by item with its place and day, that the producer opens', async () => {
  const [pdf, docx] = await offered(world.actors.producer, asked.commune)
  expect(docx).toMatch(/^yeu-cau-bo-sung-req_.*\.docx$/)
  const text = await textOf(world.actors.producer, asked.commune, pdf!)
  const { requests } = await findDossier(as(world.actors.producer), asked.commune)
  expect(text).toContain('PHIẾU YÊU CẦU BỔ SUNG')
  expect(text).toMatch(/^ ?ỦY BAN NHÂN DÂN XÃ CẦU KÈ/)
  expect(text).toMatch(/Cầu Kè, ngày \d\d tháng \d+ năm 2026/)
  for (const { text: wanted } of requests[0]!.items) expect(text).toContain(wanted.replace(/[.;]+$/u, ''))
  expect(text).toContain('NGƯỜI YÊU CẦU usr_commune_a')
})

test('what the province asks for is a paper of its office', async () => {
  const [pdf] = await offered(world.actors.producer, asked.province)
  const text = await textOf(world.actors.producer, asked.province, pdf!)
  expect(text).toContain('SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG')
  expect(text).toContain('NGƯỜI YÊU CẦU usr_province')
})

test('what the province asks of the commune is between the two offices', async () => {
  for (const actor of [world.actors.communeOfficer, world.actors.provincialOfficer]) {
    const [pdf] = await offered(actor, asked['of-commune'])
    expect(await textOf(actor, asked['of-commune'], pdf!)).toContain('Ghi rõ thành phần họp')
  }
  const [pdf] = await offered(world.actors.provincialOfficer, asked['of-commune'])
  expect(await offered(world.actors.producer, asked['of-commune'])).toEqual([])
  await expect(textOf(world.actors.producer, asked['of-commune'], pdf!)).rejects.toThrow(NotFound)
})

test('somebody else finds neither dossier nor paper, and a request of another dossier is not found under this one', async () => {
  const [pdf] = await offered(world.actors.producer, asked.commune)
  for (const actor of [world.actors.rival, world.actors.otherCommuneOfficer])
    await expect(textOf(actor, asked.commune, pdf!)).rejects.toThrow(NotFound)
  await expect(textOf(world.actors.producer, asked.province, pdf!)).rejects.toThrow(NotFound)
})

test('Mẫu 02 names the years, writes the unit behind the quantity, and no criterion in capitals', async () => {
  const text = await textOf(world.actors.producer, asked.commune, 'mau-02.pdf')
  expect(text).toContain('Sản lượng năm 2025: 12.500 kg')
  expect(text).toContain('Sản lượng năm 2024: 9.800 kg')
  expect(text).toContain('Doanh thu năm 2025: 1.250.000.000 đồng')
  expect(text).toContain('Sản lượng dự kiến năm 2027: 15.000 kg')
  expect(text).not.toContain('Đơn vị tính')
  expect(text).toContain('Cơ hội thị trường toàn cầu')
  expect(text).not.toContain('TÍNH ĐỘC ĐÁO')
})

test('the papers of the commune have its people’s committee alone at their head', async () => {
  const text = await textOf(world.actors.communeOfficer, asked['of-commune'], 'mau-03.pdf')
  expect(text).toMatch(/Mẫu số 03 ỦY BAN NHÂN DÂN XÃ CẦU KÈ/)
  expect(text).toContain('Lưu: VT, KT.')
})

test('no paper of a dossier has text on text, a signature alone or a torn word', async () => {
  const officer = as(world.actors.provincialOfficer)
  const drawn = []
  for (const id of Object.values(asked)) {
    const dossier = await findDossier(officer, id)
    drawn.push(...(await drawAll(officer, dossierPapers, dossier)), ...(await drawAll(officer, requestPapers, dossier)))
  }
  const tables = [...Object.keys(dossierPapers), ...Object.keys(requestPapers)]
  expect([...new Set(drawn.map(({ kind }) => kind))].toSorted()).toEqual(tables.toSorted())
  expect(drawn.filter(({ faults }) => faults.length > 0).map(({ kind, faults }) => [kind, faults])).toEqual([])
  if (hasOffice) expect(await faultsByOffice(new Map(drawn.flatMap(({ kind, docx }) => (docx ? [[kind, docx]] : []))))).toEqual([])
})
