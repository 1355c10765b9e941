import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Forbidden } from '@dacsan/decisions'
import { workbookXlsx } from '@dacsan/papers'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSession } from '../appraisal/fixtures.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { openAccount } from '../identity/index.ts'
import { visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { queryOfView, readView } from '../list.ts'
import type { List } from '../list.ts'
import { lists } from '../list-page.ts'
import { openList, workbookOfList } from '../open-list.ts'
import { shopWorld } from '../shop/test-world.ts'

const { as, db } = await testDatabase<Tables>()
const now = '2026-11-24T09:00:00+07:00'
let world: AppraisalWorld
let shop: Awaited<ReturnType<typeof shopWorld>>
let everybody: Actor[]
let roundId: string
beforeAll(async () => {
  world = await appraisalWorld(as)
  shop = await shopWorld((actor, moment) => as(actor, moment))
  const hands = world.people('2026-11-23T08:30:00+07:00')
  await aDossier(hands, { productId: world.product.id, status: 'submitted' })
  const dossierIds = [await world.dossier('appraised'), await world.dossier('appraised')]
  await aSession(world.hands(), { roundId: world.roundId, councilId: world.councilId, dossierIds, heldOn: '2026-11-26' })
  roundId = world.roundId
  const { actors } = world
  everybody = [
    someoneWith('administrator'),
    actors.provincialOfficer,
    actors.communeOfficer,
    actors.otherCommuneOfficer,
    actors.producer,
    actors.rival,
    actors.advisoryMember,
    actors.leader,
    shop.people.seller,
    someoneWith('trade-department'),
    someoneWith('science-department'),
    ...world.council.members,
  ]
}, 120_000)

const asked = (list: List): Record<string, string> => (list.asks?.includes('dot') ? { dot: roundId } : {})
const search = (list: List, query: Record<string, string> = {}) => new URLSearchParams({ ...asked(list), ...query })

/** All rows of a view, page after page, as a person turns the pages. */
async function turned(
  ctx: Ctx,
  list: List,
  query: Record<string, string> = {},
): Promise<{ ids: string[]; rows: Record<string, unknown>[] }> {
  const rows: Record<string, unknown>[] = []
  for (let page = 1; ; page += 1) {
    const shown = await openList(ctx, list, search(list, { ...query, page: String(page) }))
    rows.push(...(shown.rows as unknown as Record<string, unknown>[]))
    if (page >= shown.pages) {
      expect(shown.total, `${list.name}: as many as it says`).toBe(rows.length)
      return { rows, ids: rows.map(({ id }) => String(id)) }
    }
  }
}

/** Who of everybody may open a list. */
async function readersOf(list: List): Promise<Ctx[]> {
  const readers: Ctx[] = []
  for (const actor of everybody) {
    const ctx = as(actor, now)
    const opened = await openList(ctx, list, search(list)).catch((error: unknown) => {
      if ((error as Error).name === 'Forbidden') return null
      throw error
    })
    if (opened) readers.push(ctx)
  }
  return readers
}

const vietnamese = new Intl.Collator('vi')
const rankOf = (choices: Readonly<Record<string, string>> | undefined, value: unknown) => Object.keys(choices ?? {}).indexOf(String(value))

describe('every list of the desks', () => {
  test('has a name and a page of its own, and orders, filters and searches by what it has', () => {
    expect(lists.length).toBeGreaterThan(20)
    expect(new Set(lists.map(({ name }) => name)).size).toBe(lists.length)
    const routes = globSync('**/+page.svelte', { cwd: fileURLToPath(new URL('../../apps/web/src/routes', import.meta.url)) }).map(
      (file) => `/${file.slice(0, file.lastIndexOf('/'))}`,
    )
    for (const list of lists) {
      expect(routes, list.name).toContain(list.path)
      expect(list.columns.length, list.name).toBeGreaterThan(0)
      for (const { kind, choices, key } of list.columns) if (kind === 'choice') expect(Object.keys(choices ?? {}), key).not.toEqual([])
    }
  })

  test.each(lists.map((list) => [list.name, list] as const))(
    '%s comes in the order of each of its columns, both ways, over all its pages, in the database',
    async (_name, list) => {
      const readers = await readersOf(list)
      expect(readers.length, 'somebody reads it').toBeGreaterThan(0)
      for (const ctx of readers) {
        const own = await turned(ctx, { ...list, perPage: 2 })
        for (const { key, kind, choices } of list.columns) {
          for (const way of ['', '-']) {
            const { ids, rows } = await turned(ctx, { ...list, perPage: 3 }, { sort: `${way}${key}` })
            expect(ids.toSorted(), `${key}: the same rows`).toEqual(own.ids.toSorted())
            const values = rows.map((row) => row[key]).filter((value) => value !== null && value !== undefined)
            const compare = (one: unknown, other: unknown) => {
              if (kind === 'text') return vietnamese.compare(String(one), String(other))
              if (kind === 'choice') return rankOf(choices, one) - rankOf(choices, other)
              if (kind === 'day') return String(one) < String(other) ? -1 : Number(String(one) > String(other))
              return Number(one) - Number(other)
            }
            const sign = way === '-' ? -1 : 1
            for (const [at, value] of values.slice(1).entries())
              expect(sign * compare(values[at], value), `${key} ${way}: ${String(values[at])}, ${String(value)}`).toBeLessThanOrEqual(0)
            const empty = rows.findIndex((row) => row[key] === null || row[key] === undefined)
            if (empty >= 0) expect(rows.slice(empty).filter((row) => row[key] !== null && row[key] !== undefined)).toEqual([])
          }
        }
      }
    },
    60_000,
  )

  test.each(lists.map((list) => [list.name, list] as const))(
    '%s gives as a file exactly the rows that its filtered view shows on all its pages',
    async (_name, list) => {
      for (const ctx of (await readersOf(list)).slice(0, 3)) {
        const queries: Record<string, string>[] = [{}, { q: 'dua' }, { sort: `-${list.columns[0]!.key}` }]
        for (const filter of list.filters ?? [])
          if (filter.kind === 'choice') for (const value of Object.keys(filter.choices)) queries.push({ [filter.name]: value })
          else if (filter.kind !== 'exact') queries.push({ [filter.name]: '2026-11-23' })
        for (const query of queries) {
          const { rows } = await turned(ctx, list, query)
          const workbook = await workbookOfList(ctx, list, search(list, query))
          expect(workbook.sheets[0]!.rows.length, JSON.stringify(query)).toBe(rows.length)
          const key = list.columns.find(({ kind }) => kind === 'text')?.key ?? list.columns[0]!.key
          expect(workbook.sheets[0]!.rows.map((row) => row[key])).toEqual(rows.map((row) => row[key]))
        }
        // It comes back from a spreadsheet as it went out.
        const workbook = await workbookOfList(ctx, list, search(list))
        const [sheet] = (await readXlsx(await workbookXlsx(workbook))).sheets
        const back = sheet!.rows.slice(1, 1 + workbook.sheets[0]!.rows.length)
        for (const [at, { key, kind }] of workbook.sheets[0]!.columns.entries())
          if (kind === 'text') expect(back.map((row) => row[at] ?? null)).toEqual(workbook.sheets[0]!.rows.map((row) => row[key] || null))
      }
    },
    60_000,
  )

  test.each(lists.map((list) => [list.name, list] as const))('%s is opened by nobody who is not signed in', async (_name, list) => {
    await expect(openList(as(visitor, now), list, search(list))).rejects.toThrow(Forbidden)
  })

  test.each(lists.map((list) => [list.name, list] as const))(
    '%s: a view survives its address, and an address that means nothing is the whole list',
    (_name, list) => {
      const [column] = list.columns
      const query = { q: 'dừa sáp', sort: `-${column!.key}`, page: '3' }
      const view = readView(list, new URLSearchParams(query))
      expect(view).toMatchObject({ q: 'dừa sáp', sort: `-${column!.key}`, page: 3 })
      expect(readView(list, new URLSearchParams({ ...queryOfView(view), page: '3' }))).toEqual(view)
      const nonsense = Object.fromEntries((list.filters ?? []).flatMap(({ name, kind }) => (kind === 'exact' ? [] : [[name, "' or 1=1"]])))
      const wild = readView(list, new URLSearchParams({ ...nonsense, sort: 'password; drop table', page: '-4' }))
      expect(wild).toEqual(readView(list, new URLSearchParams()))
    },
  )
})

describe('what somebody sees on a list', () => {
  test('is found without accents, by words in any order, and by a code however it is parted', async () => {
    const list = lists.find(({ name }) => name === 'ho-so-cua-xa')!
    const ctx = as(world.actors.communeOfficer, now)
    const [first] = (await turned(ctx, list)).rows
    const code = String(first!['code'])
    for (const q of ['mut dua sap', 'SÁP mứt', code, code.replaceAll(/[^A-Z0-9]/gi, '').toLowerCase()])
      expect((await turned(ctx, list, { q })).ids, q).toContain(first!['id'])
    expect((await turned(ctx, list, { q: 'không có món này' })).ids).toEqual([])
    expect((await turned(ctx, list, { q: '%' })).ids).toEqual([])
  })

  test('of another commune, another producer and another person is nothing, on the page and in the file', async () => {
    const named = (name: string) => lists.find((list) => list.name === name)!
    const { actors } = world
    const pairs = [
      ['ho-so-cua-xa', actors.communeOfficer, actors.otherCommuneOfficer],
      ['chu-the-xin-vao', actors.communeOfficer, actors.otherCommuneOfficer],
      ['ho-so-cua-toi', actors.producer, actors.rival],
      ['kho-minh-chung', actors.producer, actors.rival],
      ['don-hang', shop.people.seller, actors.rival],
      ['lo-hang', shop.people.seller, actors.rival],
    ] as const
    for (const [name, mine, other] of pairs) {
      const own = await turned(as(mine, now), named(name))
      const theirs = await turned(as(other, now), named(name)).catch(() => ({ ids: [] as string[] }))
      expect(
        own.ids.filter((id) => theirs.ids.includes(id)),
        name,
      ).toEqual([])
    }
    for (const role of ['producer', 'commune-officer', 'provincial-officer', 'leader'] as const)
      for (const name of [
        'tai-khoan',
        'to-chuc',
        'nhat-ky',
        'nhat-ky-an-ninh',
        'khoa-may',
        'yeu-cau-du-lieu',
        'su-co-du-lieu',
        'su-kien-chua-xu-ly',
      ])
        await expect(openList(as(someoneWith(role), now), named(name), new URLSearchParams()), `${role} ${name}`).rejects.toThrow(Forbidden)
  })

  test('of accounts is found by e-mail and telephone number, and filtered by a role', async () => {
    const list = lists.find(({ name }) => name === 'tai-khoan')!
    const administrator = as(someoneWith('administrator'), now)
    const organisation = await db.selectFrom('organisation').select('id').where('kind', '=', 'commune').executeTakeFirstOrThrow()
    await openAccount(administrator, { name: 'Đặng Thị Ước', email: 'uoc@xa.vn', organisationId: organisation.id, role: 'commune-officer' })
    const [found] = (await turned(administrator, list, { q: 'uoc dang thi' })).rows
    expect(found).toMatchObject({ name: 'Đặng Thị Ước', email: 'uoc@xa.vn' })
    expect((await turned(administrator, list, { q: 'uoc@xa' })).ids).toContain(found!['id'])
    expect((await turned(administrator, list, { role: 'commune-officer' })).ids).toContain(found!['id'])
    expect((await turned(administrator, list, { role: 'leader' })).ids).not.toContain(found!['id'])
  })
})

/** Pages of the desks that draw rows and have no list of their own: why they need none. */
const oneThing = 'the parts of one thing, as many as it has'
const aForm = 'choices of a form'
const without: Readonly<Record<string, string>> = {
  '.': 'what waits and the desks: one line a kind',
  'ban-hang/san-khac': 'what each product of one seller lacks elsewhere, a card each',
  'ban-hang/bang-gia': 'the packs that one seller has on sale, as they are sent to shops',
  'ban-hang/dieu-khoan': 'the versions that one seller agreed to, a few a year',
  'ban-hang/don-moi': aForm,
  'ban-hang/dat-truoc': 'the orders that wait for goods, in the order in which they are served, a form over them',
  'ban-hang/khach-thoa-thuan': 'with whom one seller agreed on prices: some dozens',
  'ban-hang/khach-thoa-thuan/[id]': oneThing,
  'ban-hang/cong-no': 'who owes one seller what, by age: its agreed buyers, exported as a file',
  'ban-hang/giay-to': 'the papers of one seller, a few, a form each',
  'ban-hang/dong-goi': 'what one household packs today, the oldest first, a form over it',
  'ban-hang/giao-hang': oneThing,
  'ban-hang/hoa-don': 'the files that one seller made lately, a few a month, and a form',
  'ban-hang/ke/[productId]': oneThing,
  'ban-hang/ma-giam-gia': 'the codes of one seller: a few a year',
  'ban-hang/tai-khoan': aForm,
  'ban-hang/tam-ngung': 'the suspensions of one seller, with what was said',
  'ban-hang/tra-hang/chinh-sach': aForm,
  'cham-thi': 'the few contests that one juror judges',
  'cham-thi/[id]': 'the entries of one contest, by number',
  'cham-thi/[id]/bai/[number]': oneThing,
  'cuoc-thi/[id]': oneThing,
  'cuoc-thi/[id]/bai/[entry]': oneThing,
  'cuoc-thi/[id]/ket-qua': 'the result of one contest, which is published as a whole',
  'tap-huan/nhu-cau': 'what is weak where, computed from figures that lie in other rooms',
  'tap-huan/khoa/[id]': oneThing,
  'tap-huan/lop/[id]': oneThing,
  'tap-huan/lop/[id]/buoi/[number]': 'the people of one class, who are ticked together',
  'tap-huan/lop/[id]/ket-qua': 'the people of one class, which is accepted as a whole',
  'tap-huan/lop/[id]/chi-phi': 'the costs of one class: some dozens',
  'lop-cua-toi': 'the places that one producer took, some dozens',
  'diem-ban/[id]': oneThing,
  'don-khach': 'the stops of one host, and who asked to come: some dozens',
  'tuyen/[id]': oneThing,
  'ky-gui': 'the consignments of one producer or one point of sale: some dozens',
  'ky-gui/[id]': oneThing,
  'ky-gui/[id]/kiem-ke': 'the goods of one shelf, a number beside each',
  'ky-gui/doi-chieu/[id]': oneThing,
  'ky-gui/phieu/[id]': oneThing,
  quay: 'the points of sale of one keeper',
  'quay/[id]': 'what lies on one shelf, and what was sold of it lately',
  'bao-chi': 'who speaks, the texts and what was taken: a few each, forms beside them',
  'tin-tuc/[id]': oneThing,
  'bao-cao': 'the figures of a period, and the reports that were kept: a few a year',
  'chu-the-xin-vao/[id]': oneThing,
  'chu-the-xin-vao/nop-ho': aForm,
  'gian-hoi-cho': 'the few calls that are open, and what one producer asked for',
  'gian-hoi-cho/[id]': oneThing,
  'gian-hoi-cho/[id]/ban': 'the latest sales of one stand',
  'gui-lai/[key]': 'the fields of a form that was kept',
  'hau-kiem/[id]': oneThing,
  'hoi-cho/[id]': oneThing,
  'hoi-cho/[id]/bao-cao': oneThing,
  'hoi-cho/[id]/nhap-ho': aForm,
  'hoi-cho/[id]/phan-gian': 'the list of one fair, which is published as a whole',
  'so-nhan-hieu/[id]': 'the steps, papers and uses of one mark',
  'bo-suu-tap/[id]': 'the products of one collection',
  'bo-suu-tap/mua': 'one line a product, a handful',
  'hoi-cho/[id]/so-do': oneThing,
  'thu-hoi/[id]': oneThing,
  'tien-ve/bang-ke': 'the orders of one period, which are added up as a whole',
  'tien-ve/ket-noi': 'three providers, and what was lately not recognised',
  'tien-ve/khoan/[id]': oneThing,
  'tien-ve/sao-ke': aForm,
  'tien-ve/sao-ke/[id]': 'the lines of one file before they are taken',
  'tu-tim-kiem': 'the groups of names, some dozens, each changed on its own page',
  'tu-tim-kiem/[key]': aForm,
  'kenh-ban/don/[id]': oneThing,
  'kenh-ban/gian-hang': 'the few shops of one seller',
  'kenh-ban/tep': 'the last files; what they say stands in kenh-ban',
  'kenh-ban/tep/[id]': 'the rows of one file before they are taken',
  'van-chuyen/doi-soat': 'what waits for an answer; all parcels with their money stand in van-chuyen',
  'van-chuyen/doi-soat/[id]': 'the lines of one file before they are taken',
  'van-chuyen/ket-noi': 'four carriers, and what was lately not recognised',
  'ho-so/[id]': oneThing,
  'ho-so/[id]/ket-qua': oneThing,
  'ho-so/[id]/khieu-nai': 'the complaints about one dossier',
  'ho-so/[id]/kiem-nghiem': oneThing,
  'ho-so/[id]/kiem-tra': oneThing,
  'ho-so/[id]/minh-chung': 'the fifteen rows of evidence that the law has',
  'ho-so/[id]/phan/[phan]': aForm,
  'ho-so/[id]/tu-cham/[muc]': 'the criteria of a set',
  'ho-so/moi': aForm,
  'hoi-dong/[session]': oneThing,
  'hoi-dong/[session]/[dossier]': 'the criteria of a set',
  'hoi-dong/diem-toi-cham': 'the few sessions that one member scored in',
  'hoi-dong/[session]/diem': 'the marks of one session',
  'hoi-dong/[session]/mau/[sample]': 'the few criteria of one sample',
  'hoi-dong/mo-phien': aForm,
  'hoi-dong/thanh-lap': aForm,
  'ket-noi/[id]': 'what became of one buyer and one producer, its offers and papers',
  'ket-noi/nhu-cau/[id]': 'the producers named for one enquiry, and those who may be',
  'ket-noi/pheu': 'eight steps with their figures, which go out as one file',
  'ket-noi/phien/[id]': 'the meetings of one session, which are printed as one paper',
  'khieu-nai/[id]': oneThing,
  'ke-hoach/[nam]/keu-goi': 'who gets one call, seen before it goes out',
  'kho/lo/[lotId]': oneThing,
  'lam-ho': 'the few dossiers that one officer writes for producers, and the producers of one commune to choose from',
  'lanh-dao': 'five figures and their targets',
  'lo/[id]/tem': oneThing,
  'lo/moi': aForm,
  'noi-de-hang': 'the places of one producer, a few, each with what is done there',
  'nguyen-lieu/dinh-muc': 'the products of one maker, each with what it takes',
  'nguyen-lieu/nguoi-ban': 'those whom one maker buys of, a few, each with what is done there',
  'nguyen-lieu/nguoi-ban/[id]': oneThing,
  'nguyen-lieu/nhap': aForm,
  'nguoi-cua-don-vi': 'the people of one office, each with what is done there',
  'quan-tri': 'the desks of an administrator',
  'quan-tri/cong-bo': 'the eight policies of the site, and a form',
  'quan-tri/luat/[topic]': oneThing,
  'quan-tri/su-co/[id]': oneThing,
  'quan-tri/khoa-api/moi': aForm,
  'nguoi-ban/[id]': oneThing,
  'quan-tri/tai-khoan/[id]': oneThing,
  'quan-tri/tai-khoan/nhap': 'the faults of one file',
  'quan-tri/to-chuc/[id]': oneThing,
  'quyet-dinh/[decision]': oneThing,
  'quyet-dinh/chung-nhan/[code]': oneThing,
  'quyet-dinh/cho-bo': 'a form over the products of one answer of the ministry',
  'quyet-dinh/thu-hoi': 'a form over the certificates that one decision takes back',
  'san-pham/[id]/quy-cach': 'the packs of one product, a few, each with what is done there',
  'san-pham/chuyen': 'what one producer gives or is given, a few in its life, and its products to choose from',
  'san-pham/chuyen/moi': aForm,
  'san-pham/[id]/lien-ket': 'the links of one product, forty at most, and a form',
  'so-dang-ky/[id]': 'the rows of one file: a page a kind, with those that somebody must tick',
  'tai-khoan': 'the notices and devices of one person',
  'tai-khoan/dinh-danh': 'the links of one account',
  'tham-dinh/[dossier]': oneThing,
  'tham-dinh/[dossier]/cham-so-bo': 'the criteria of a set',
  'tin-da-gui/loi': 'the messages that the rooms declare',
  'xa/[id]': oneThing,
  'xa/ngung-san-xuat': 'what one commune is asked about products that may be made no more, a few in a year',
  'xa/cong-van': 'the letters of one commune, a few a year, and a form',
}

test('every page of the desks that draws rows has a list, or its reason why not', () => {
  const cwd = fileURLToPath(new URL('../../apps/web/src/routes/van-phong', import.meta.url))
  const drawing = globSync('**/+page.svelte', { cwd }).filter((file) => {
    const source = readFileSync(`${cwd}/${file}`, 'utf8')
    return /DataTable|TaskList|\{#each data\.\w|PageIndex/u.test(source) && !/DeskList|AppraisalList/u.test(source)
  })
  expect(drawing.map((file) => file.replace(/\/?\+page\.svelte$/u, '') || '.').toSorted()).toEqual(Object.keys(without).toSorted())
})
