import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import '../topics.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aProducer, aProduct, mustBe, withLaw } from '../../shop/fixtures.ts'
import { aNewsPerson } from '../news/fixtures.ts'
import * as brand from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const day = '2026-11-23T10:00:00+07:00'
const on = (actor: Actor, moment = day): Ctx => asAt(actor, moment)
const office = aNewsPerson('provincial-officer')
const spokesperson = (given: Record<string, unknown> = {}) =>
  brand.nameSpokespersonInput.parse({
    name: 'Bà Kim Thị Thử',
    title: 'Chánh Văn phòng',
    phone: '0294 000 000',
    email: 'bao.chi@example.vn',
    paperNumber: '1/QĐ',
    appointedAt: '2026-11-22T15:00',
    untilOn: '2026-12-31',
    ...given,
  })

let slug: string
let productId: string
beforeAll(async () => {
  const as = (actor: Actor) => on(actor)
  await withLaw(as)
  const { producerId } = await aProducer(as, { name: 'HTX Báo' })
  productId = await aProduct(as, producerId, { name: 'Mứt báo chí', certifiedUntil: '2027-02-01' })
  slug = (
    await db
      .selectFrom('product')
      .select('slug')
      .where('id', '=', productId as `prd_${string}`)
      .executeTakeFirstOrThrow()
  ).slug
})

describe('a spokesperson', () => {
  test('is whoever was named last, while the term lasts, and whether that was said in time is seen', async () => {
    expect((await brand.pressKit(on(visitor), 'vi')).spokesperson).toBeNull()
    mustBe(await brand.nameSpokesperson(on(office), spokesperson({ name: 'Ông Cũ', appointedAt: '2026-11-20T08:00' })))
    mustBe(await brand.nameSpokesperson(on(office), spokesperson()))
    expect((await brand.pressKit(on(visitor), 'vi')).spokesperson).toMatchObject({ name: 'Bà Kim Thị Thử', phone: '0294 000 000' })
    expect((await brand.pressKit(on(visitor, '2027-01-01T08:00:00+07:00'), 'vi')).spokesperson).toBeNull()
    const desk = await brand.pressDesk(on(office))
    expect(desk.spokespersons.map(({ name, isLate }) => [name, isLate])).toEqual([['Bà Kim Thị Thử', false], ['Ông Cũ', true]]) // prettier-ignore
    expect(await brand.nameSpokesperson(on(office), spokesperson({ appointedAt: '2026-11-24T08:00' }))).toMatchObject({
      refusal: { code: 'appointed-in-future' },
    })
    await expect(db.updateTable('press_spokesperson').set({ name: 'x' }).execute()).rejects.toThrow()
  })
})

describe('the kit', () => {
  test('stands in Vietnamese where a language has no text, and each text has its versions', async () => {
    const text = (language: string, words: string) => brand.pressTextInput.parse({ kind: 'about', language, text: words })
    mustBe(await brand.writePressText(on(office), text('vi', 'Nơi mua đặc sản của tỉnh.')))
    expect(await brand.writePressText(on(office), text('vi', 'Nơi mua đặc sản của tỉnh.'))).toMatchObject({
      refusal: { code: 'same-text' },
    })
    expect((await brand.pressKit(on(visitor), 'km')).texts.about).toMatchObject({ language: 'vi', version: 1 })
    mustBe(await brand.writePressText(on(office), text('km', 'កន្លែងទិញផលិតផល')))
    expect((await brand.pressKit(on(visitor), 'km')).texts.about).toMatchObject({ language: 'km' })
  })

  test('lists what the press was told in a month, once for a form', async () => {
    const form = brand.informInput.parse({
      month: '2026-11',
      title: 'Kết quả tháng 11',
      words: 'Có 3 sản phẩm mới.',
      requestKey: newId('key'),
    })
    mustBe(await brand.informPress(on(office), form))
    mustBe(await brand.informPress(on(office), form))
    expect((await brand.pressKit(on(visitor), 'vi')).information).toMatchObject([{ month: '2026-11-01', title: 'Kết quả tháng 11' }])
    expect(await brand.informPress(on(office), { ...form, month: '2026-12-01' })).toMatchObject({ refusal: { code: 'month-in-future' } })
  })

  test('gives the stars of a product only while its certificate holds, says until when, and counts without a name', async () => {
    expect((await brand.marksOnOffer(on(visitor), 'mut bao chi')).map((mark) => mark.slug)).toEqual([slug])
    const taken = await brand.takeMark(on(visitor), slug)
    expect(taken.name).toMatch(/^ocop-4-sao-mut-bao-chi-.*den-2027-02-01\.svg$/)
    await brand.takeMark(on(visitor, '2027-02-01T23:00:00+07:00'), slug)
    await expect(brand.takeMark(on(visitor, '2027-02-02T00:00:01+07:00'), slug)).rejects.toThrow(NotFound)
    expect(await brand.marksOnOffer(on(visitor, '2027-02-02T08:00:00+07:00'), 'mut bao chi')).toEqual([])
    await brand.takeLogo(on(visitor), 'bieu-trung.svg')
    await expect(brand.takeLogo(on(visitor), 'khac.svg')).rejects.toThrow(NotFound)
    expect((await brand.pressDesk(on(office))).downloads.map(({ fileName, count }) => [fileName, count])).toEqual([[taken.name, 2], ['bieu-trung.svg', 1]]) // prettier-ignore
    expect(Object.keys(await db.selectFrom('press_download').selectAll().executeTakeFirstOrThrow()).toSorted()).toEqual(['at', 'certificate_code', 'file_name', 'id']) // prettier-ignore
    await db
      .updateTable('product')
      .set({ standing: 'withdrawn' })
      .where('id', '=', productId as `prd_${string}`)
      .execute()
    await expect(brand.takeMark(on(visitor), slug)).rejects.toThrow(NotFound)
  })
})
