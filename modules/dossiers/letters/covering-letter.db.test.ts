import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { aProduct } from '../../catalogue/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system } from '../../identity/index.ts'
import { drawAll, drawnBy } from '../../papers/fixtures.ts'
import { aDossier } from '../fixtures.ts'
import { drawLetter, dropLetter, findLetterDesk, letterFile, letterOf, sendLetter } from '../index.ts'
import { coveringLetterPapers } from '../papers/covering-letter-paper.ts'
import type { CoveringLetterId, DossierId } from '../rules/ids.ts'
import { dossierWorld, worldDay } from '../test-world.ts'
import { selectLetter } from './letter.store.ts'

const { as, db } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const officer = () => as(world.actors.communeOfficer, worldDay)
const office = () => as(world.actors.provincialOfficer, worldDay)
let dossierIds: DossierId[]
let letterId: CoveringLetterId

const drawn = async (ids: DossierId[]) => {
  const outcome = await drawLetter(officer(), { dossierIds: ids })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.letterId
}
const read = async (ctx = officer()) => wordsOfPdf((await drawnBy(letterFile)(ctx, { letterId, file: 'cong-van-de-nghi.pdf' })).bytes)

beforeAll(async () => {
  dossierIds = []
  for (const [at, stars] of ([4, 3, 5] as const).entries()) {
    const name = `Mứt dừa sáp số ${at + 1}`
    const product = await inTransaction(as(system('test'), worldDay), (tx) =>
      aProduct(tx, { name, setCode: 'QD26-07', producerId: world.producer.id }),
    )
    dossierIds.push((await aDossier(world.people(), { productId: product.id, status: 'proposed', stars })).id)
  }
}, 60_000)

test('the commune draws one letter for several dossiers; none of them stands in a second one, unless the first is dropped', async () => {
  expect((await findLetterDesk(officer())).sendable.map(({ id }) => id).toSorted()).toEqual(dossierIds.toSorted())
  const first = await drawn(dossierIds)
  expect((await findLetterDesk(officer())).sendable).toEqual([])
  expect(await drawLetter(officer(), { dossierIds })).toMatchObject({ refusal: { code: 'not-to-be-sent' } })
  expect(await dropLetter(officer(), { letterId: first })).toMatchObject({ ok: true })
  letterId = await drawn(dossierIds)
})

test('another commune sees no letter of it and sends none of its dossiers', async () => {
  const stranger = as(world.actors.otherCommuneOfficer, worldDay)
  expect(await findLetterDesk(stranger)).toEqual({ sendable: [], letters: [] })
  await expect(drawLetter(stranger, { dossierIds })).rejects.toThrow(NotFound)
  await expect(letterFile(stranger, { letterId, file: 'cong-van-de-nghi.pdf' })).rejects.toThrow(NotFound)
})

test('the letter lists each dossier with product, producer and the stars of its own scoring, and leaves number and day to the pen until they are recorded', async () => {
  const words = await read()
  expect(words).toContain('V/v đề nghị đánh giá, phân hạng 03 sản phẩm OCOP')
  for (const stars of ['3 sao', '4 sao', '5 sao']) expect(words).toContain(stars)
  for (const name of [1, 2, 3].map((at) => `Mứt dừa sáp số ${at}`)) expect(words).toContain(name)
  const faults = await drawAll(officer(), coveringLetterPapers, (await selectLetter(db, letterId))!)
  expect(faults.map(({ kind, faults: found }) => [kind, found])).toEqual([['letter', []]])
})

test('its number is recorded once and holds for all of its dossiers: the office reads it with each', async () => {
  expect(await letterOf(db, dossierIds[0]!)).toBeNull()
  const signing = { letterId, number: '45/UBND-KT', signer: 'Thạch Văn Mẫu' }
  expect(await sendLetter(officer(), { ...signing, signedOn: '2027-01-01' })).toMatchObject({ refusal: { code: 'signed-in-future' } })
  expect(await sendLetter(officer(), { ...signing, signedOn: '2026-11-23' })).toMatchObject({ ok: true })
  for (const id of dossierIds) expect(await letterOf(db, id)).toEqual({ id: letterId, number: '45/UBND-KT', signedOn: '2026-11-23' })
  const words = await read(office())
  expect(words).toContain('Số: 45/UBND-KT')
  expect(words).toContain('ngày 23 tháng 11 năm 2026')
  expect(await dropLetter(officer(), { letterId })).toMatchObject({ refusal: { code: 'letter-closed' } })
})
