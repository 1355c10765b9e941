import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { createOrganisation, system, visitor } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { aProduct } from './fixtures.ts'
import {
  findProducer,
  findProduct,
  listRegister,
  producerFile,
  producerOfActor,
  productsOfProducer,
  recordStanding,
  registerProducer,
  registerProduct,
  updateProducer,
  updateProductStory,
} from './index.ts'
import { registerProducerInput, registerProductInput } from './rules/registration.ts'
import { updateProducerInput } from './update-producer.ts'
import { updateProductStoryInput } from './update-product-story.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const today = '2026-11-23T09:00:00+07:00'
const as = (actor: Actor, now: string = today) => asAt(actor, now)
const write = db.transaction()
let kimHoa: Actor
let tieuCan: Actor

beforeAll(async () => {
  await write.execute(loadLaw)
  kimHoa = await someone('producer', 'htx-kim-hoa')
  tieuCan = await someone('producer', 'htx-tieu-can')
})

async function someone(role: Role, organisation: string, communeCode: string | null = null): Promise<Actor> {
  const { id } = await write.execute((tx) =>
    createOrganisation(tx, as(system('test')), { code: organisation, name: organisation, kind: 'producer' }),
  )
  const membership = { role, organisationId: id, organisationCode: organisation, organisationName: organisation, communeCode }
  await sql`insert into auth_user (id, name, email) values (${`usr_${organisation}`}, 'Người dùng', ${`${organisation}@dacsan.test`})`.execute(
    db,
  )
  return {
    kind: 'person',
    userId: `usr_${organisation}`,
    name: 'Người dùng',
    email: `${organisation}@dacsan.test`,
    memberships: [membership],
  }
}

const cooperative = registerProducerInput.parse({
  name: 'HTX Kim Hòa',
  kind: 'cooperative',
  communeCode: '29431',
  representative: 'Trần Thị Bưởi',
})

describe('a producer', () => {
  test('a producer is put on file once for its organisation, with the district that its commune lay in', async () => {
    expect(await producerOfActor(as(kimHoa))).toBeUndefined()
    const registered = await registerProducer(as(kimHoa), cooperative)
    expect(registered).toMatchObject({ ok: true, value: { slug: 'htx-kim-hoa' } })
    expect(await registerProducer(as(kimHoa), cooperative)).toEqual({
      ok: false,
      refusal: { code: 'producer-exists', name: 'HTX Kim Hòa' },
    })
    const producer = (await producerOfActor(as(kimHoa)))!
    expect(producer.place).toMatchObject({ commune: 'Xã Vinh Kim', formerDistrict: 'Huyện Cầu Ngang', formerProvince: 'Tỉnh Trà Vinh' })
    const audited = await db.selectFrom('audit_entry').select(['action', 'subject_id']).where('subject_type', '=', 'producer').execute()
    expect(audited).toEqual([{ action: 'producer.registered', subject_id: producer.id }])
  })

  test('a producer cannot be put on file by a visitor, nor in a commune that does not exist', async () => {
    await expect(registerProducer(as(visitor), cooperative)).rejects.toThrow(Forbidden)
    const nowhere = await registerProducer(as(tieuCan), { ...cooperative, communeCode: '00000' })
    expect(nowhere).toEqual({ ok: false, refusal: { code: 'unknown-commune', communeCode: '00000' } })
  })

  test('the representative of a producer is shown to the producer, its commune and the province only', async () => {
    const { id } = (await producerOfActor(as(kimHoa)))!
    expect((await producerFile(as(kimHoa), id)).representative).toBe('Trần Thị Bưởi')
    expect((await producerFile(as(await someone('commune-officer', 'xa-vinh-kim', '29431')), id)).id).toBe(id)
    await expect(producerFile(as(await someone('commune-officer', 'xa-tieu-can', '29341')), id)).rejects.toThrow(NotFound)
    await expect(producerFile(as(tieuCan), id)).rejects.toThrow(NotFound)
    await expect(findProducer(as(visitor), id)).rejects.toThrow(NotFound)
  })

  test('a producer corrects its own file, is found by its new name, and is stopped when someone else was faster', async () => {
    const producer = (await producerOfActor(as(kimHoa)))!
    const product = await registerProduct(as(kimHoa), registerProductInput.parse({ name: 'Tôm khô', setCode: 'QD26-08' }))
    const change = updateProducerInput.parse({
      ...cooperative,
      name: 'HTX Trà Cuôn',
      representative: undefined,
      producerId: producer.id,
      version: producer.version,
    })
    expect(await updateProducer(as(kimHoa), change)).toEqual({ ok: true, value: { version: producer.version + 1 } })
    await write.execute((tx) =>
      recordStanding(tx, {
        productId: product.ok ? product.value.productId : 'prd_',
        standing: 'certified',
        stars: 3,
        potentialFive: false,
        certificateCode: null,
        certifiedFrom: null,
        certifiedUntil: null,
      }),
    )
    expect(await names({ q: 'tra cuon' })).toEqual(['Tôm khô'])
    await expect(updateProducer(as(kimHoa), change)).rejects.toThrow(Conflict)
    // The trail says what was what before; of contact data and numbers only that they were changed.
    const contact = { ...change, version: producer.version + 1, email: 'thanhvien1@example.vn', phone: '0270 3888 777' }
    expect((await updateProducer(as(kimHoa), contact)).ok).toBe(true)
    const trail = await db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'producer.updated')
      .where('subject_id', '=', producer.id)
      .orderBy('seq')
      .execute()
    expect(trail.map(({ detail }) => detail)).toEqual([
      {
        changed: expect.objectContaining({ name: { before: producer.name, after: 'HTX Trà Cuôn' } }),
      },
      { changed: { phone: 'changed', email: 'changed' } },
    ])
    expect(JSON.stringify(trail)).not.toMatch(/thanhvien1@example|3888/)
    await expect(updateProducer(as(tieuCan), { ...change, version: producer.version + 2 })).rejects.toThrow(NotFound)
  })
})

describe('a product', () => {
  const salted = registerProductInput.parse({ name: 'Cá khô một nắng', setCode: 'QD26-08', netContent: '500 g' })

  test('a product gets an address and a trace code, and nobody outside sees it until it is recognised', async () => {
    const registered = await registerProduct(as(kimHoa), salted)
    if (!registered.ok) throw new Error(registered.refusal.code)
    const { productId, slug, traceCode } = registered.value
    expect([slug, traceCode]).toEqual(['ca-kho-mot-nang', expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{14}$/)])
    expect(await findProduct(as(kimHoa), slug)).toMatchObject({ id: productId, netContent: '500 g', standing: 'none', inRegister: false })
    // L14: of councils and advisers nobody reads the drafts of the province; what is in a dossier they read there.
    const judging = ['council-member', 'council-chair', 'council-secretary', 'advisory-member'] as const
    const judges = await Promise.all(judging.map((role) => someone(role, `hoi-dong-${role}`)))
    const { id: producerId } = (await producerOfActor(as(kimHoa)))!
    for (const actor of [visitor, tieuCan, ...judges]) await expect(findProduct(as(actor), productId)).rejects.toThrow(NotFound)
    for (const actor of judges) await expect(producerFile(as(actor), producerId)).rejects.toThrow(NotFound)
    expect(await names({ q: 'mot nang' })).toEqual([])

    const certified = { productId, standing: 'certified', stars: 4, potentialFive: false, certificateCode: '1/QĐ-UBND' } as const
    await write.execute((tx) => recordStanding(tx, { ...certified, certifiedFrom: '2026-11-20', certifiedUntil: '2029-11-20' }))
    expect(await findProduct(as(visitor), slug)).toMatchObject({ stars: 4, certifiedUntil: '2029-11-20', inRegister: true })
    expect(await names({ q: 'mot nang' })).toEqual(['Cá khô một nắng'])
  })

  test('a producer cannot use one product name twice; another producer may use it and gets another address', async () => {
    expect(await registerProduct(as(kimHoa), { ...salted, name: 'CÁ KHÔ MỘT NẮNG' })).toMatchObject({ refusal: { code: 'same-name' } })
    expect(await registerProduct(as(tieuCan), salted)).toEqual({ ok: false, refusal: { code: 'no-producer' } })
    await registerProducer(as(tieuCan), { ...cooperative, name: 'HTX Tiểu Cần', communeCode: '29341' })
    expect(await registerProduct(as(tieuCan), salted)).toMatchObject({ ok: true, value: { slug: 'ca-kho-mot-nang-2' } })
    expect(await registerProduct(as(tieuCan), { ...salted, setCode: 'QD26-30' })).toMatchObject({ refusal: { code: 'unknown-set' } })
  })

  test('a product is described by its producer alone, in any words, and one GTIN never names two products', async () => {
    const product = await findProduct(as(kimHoa), 'ca-kho-mot-nang')
    const words = `<script>alert(1)</script> '; drop table product; -- ‮ \u0000`.replace('\u0000', '')
    const input = updateProductStoryInput.parse({ productId: product.id, version: product.version, story: words, gtin: '893 850123456 8' })
    await expect(updateProductStory(as(tieuCan), input)).rejects.toThrow(NotFound)
    expect(await updateProductStory(as(kimHoa), input)).toEqual({ ok: true, value: { version: product.version + 1 } })
    expect(await findProduct(as(kimHoa), product.id)).toMatchObject({ story: words.trim(), gtin: '08938501234568' })
    await expect(updateProductStory(as(kimHoa), input)).rejects.toThrow(Conflict)

    const other = await findProduct(as(tieuCan), 'ca-kho-mot-nang-2')
    const taken = await updateProductStory(as(tieuCan), { ...input, productId: other.id, version: other.version })
    expect(taken).toEqual({ ok: false, refusal: { code: 'gtin-taken', gtin: '08938501234568' } })
    const mistyped = updateProductStoryInput.safeParse({ productId: product.id, version: 1, gtin: '8938501234567' })
    expect(mistyped.error?.issues).toMatchObject([{ path: ['gtin'], message: expect.stringContaining('số kiểm tra') }])
  })

  test('C33: fields of a posted form that are not the producer’s to set are ignored when it registers or describes a product', async () => {
    const others = await producerOfActor(as(tieuCan))
    const forged = {
      producerId: others!.id,
      stars: 5,
      standing: 'certified',
      inRegister: true,
      certifiedUntil: '2099-12-31',
      isSample: false,
    }
    const form = { ...forged, name: 'Cá khô giả mạo', setCode: 'QD26-08', netContent: '500 g', id: 'prd_forged', slug: 'san-pham-khac' }
    const registered = await registerProduct(as(kimHoa), registerProductInput.parse(form))
    if (!registered.ok) throw new Error(registered.refusal.code)
    const { productId } = registered.value
    const { version } = await findProduct(as(kimHoa), productId)
    expect(
      await updateProductStory(as(kimHoa), updateProductStoryInput.parse({ ...forged, productId, version, story: 'Ngon' })),
    ).toMatchObject({
      ok: true,
    })
    const own = await producerOfActor(as(kimHoa))
    const row = await db.selectFrom('product').selectAll().where('id', '=', productId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      producer_id: own!.id,
      slug: 'ca-kho-gia-mao',
      stars: null,
      standing: 'none',
      in_register: false,
      story: 'Ngon',
    })
    expect(row.certified_until).toBeNull()
  })

  test('a product not yet recognised is left out of the public list of a producer', async () => {
    const { id } = (await producerOfActor(as(kimHoa)))!
    await registerProduct(as(kimHoa), { ...salted, name: 'Khô cá lóc' })
    expect((await productsOfProducer(as(kimHoa), id)).map(({ name }) => name)).toContain('Khô cá lóc')
    expect((await productsOfProducer(as(visitor), id)).map(({ name }) => name)).not.toContain('Khô cá lóc')
  })

  test('a product put on file five times at once by one producer is there once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => registerProduct(as(kimHoa), { ...salted, name: 'Mắm tép' })))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})

test('the register and the rules agree on the state of every certificate', async () => {
  const { certificateState } = await import('./rules.ts')
  const days = [null, '2026-05-26', '2026-05-27', '2026-11-22', '2026-11-23', '2027-05-21', '2027-05-22', '2030-01-01']
  const day = { today: '2026-11-23', renewalDays: 180, extensionDays: 180 }
  for (const standing of ['none', 'certified', 'withdrawn'] as const) {
    for (const [potentialFive, renewalUnderWay] of [
      [true, false],
      [false, false],
      [false, true],
    ] as const) {
      for (const [index, certifiedUntil] of days.entries()) {
        const name = `Bảng ${standing} ${potentialFive} ${renewalUnderWay ? 'renewing' : 'resting'} ${index}`
        const facts = { standing, potentialFive, certifiedUntil, renewalUnderWay }
        const { id } = await write.execute((tx) => aProduct(tx, { name, standing: { ...facts, certifiedFrom: null } }))
        await db.updateTable('product').set({ in_register: true, renewal_under_way: renewalUnderWay }).where('id', '=', id).execute()
        const state = certificateState(facts, day)
        const found = await listRegister(as(visitor), { q: name, standing: state })
        expect([name, found.items.map((item) => item.id)]).toEqual([name, [id]])
      }
    }
  }
})

async function names(filter: Parameters<typeof listRegister>[1]): Promise<string[]> {
  return (await listRegister(as(visitor), filter)).items.map((item) => item.name)
}
