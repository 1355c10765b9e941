import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, degrees } from '@cantoo/pdf-lib'
import { draw } from '@dacsan/papers'
import { openFileStore } from '@dacsan/platform/files'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { bookmarksOfPdf, pagesOfPdf } from '../../packages/papers/test-reading.ts'
import { system } from '../identity/index.ts'
import { bindSet } from './bind-set.ts'
import type { SetPart } from './bind-set.ts'
import { drawnBy } from './fixtures.ts'

const folder = await mkdtemp(join(tmpdir(), 'dacsan-set-'))
afterAll(() => rm(folder, { recursive: true }))
/** Each with a memory of its own, so that nothing is remembered from one to the next. */
let stores = 0
const reader = () => ({ actor: system('test'), files: openFileStore({ dataDir: join(folder, String(++stores)) }) })
const createdAt = new Date('2026-11-29T02:00:00Z')
const bind = (parts: readonly SetPart[], to = reader()) => drawnBy(bindSet)(to, { words, parts, createdAt })

const words = {
  title: 'Hồ sơ Mứt dừa sáp',
  facts: [{ term: 'Mã hồ sơ', value: 'H86.29308-261123-0001' }],
  index: 'Mục lục',
  foot: 'Hồ sơ H86.29308-261123-0001',
  page: 'Trang',
  unreadable: 'không đọc được',
  notice: 'Hãy mở tệp gốc.',
}
const letter = (subject: string) =>
  draw({
    kind: 'document-pdf',
    document: {
      issuingAgency: 'UBND xã Cầu Kè',
      place: 'Cầu Kè',
      date: '2026-11-23',
      subject,
      blocks: [{ kind: 'paragraph', text: 'Kính gửi./.' }],
      signatures: [],
      createdAt,
    },
  })
async function scan(...turned: number[]): Promise<Uint8Array> {
  const paper = await PDFDocument.create({ updateMetadata: false })
  for (const angle of turned) paper.addPage([400, 600]).setRotation(degrees(angle))
  return paper.save()
}
const photo = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
const part = (title: string, level: 1 | 2, bytes: Uint8Array | null, isOurs = false): SetPart => ({
  title,
  level,
  note: '',
  file: bytes && { hash: title, isOurs, open: async () => bytes },
})

const parts = async () => [
  part('Phiếu đăng ký (Mẫu 01)', 1, await letter('đăng ký'), true),
  part('Giấy tờ minh chứng', 1, null),
  part('Giấy đăng ký, hai trang', 2, await scan(0, 0)),
  part('Tệp hỏng', 2, new TextEncoder().encode('%PDF-1.7 và không gì nữa')),
  part('Ảnh xưởng', 2, await photo()),
  part('Giấy không có tệp', 2, null),
  part('Bảng tính', 2, new TextEncoder().encode('PK\u0003\u0004')),
]

test('papers are bound into one PDF whose bookmarks and index lead to their pages, and every page says where it stands', async () => {
  const set = await bind(await parts())
  expect(await bookmarksOfPdf(set)).toEqual([
    { level: 1, title: 'Mục lục', page: 1 },
    { level: 1, title: 'Phiếu đăng ký (Mẫu 01)', page: 2 },
    { level: 1, title: 'Giấy tờ minh chứng', page: 3 },
    { level: 2, title: 'Giấy đăng ký, hai trang', page: 3 },
    { level: 2, title: 'Tệp hỏng', page: 5 },
    { level: 2, title: 'Ảnh xưởng', page: 6 },
    { level: 2, title: 'Bảng tính', page: 7 },
  ])
  const pages = await pagesOfPdf(set)
  expect(pages).toHaveLength(7)
  expect(pages[0]).toMatch(/Mục lục Phiếu đăng ký \(Mẫu 01\) [. ]*2 .*Ảnh xưởng [. ]*6 /)
  expect(pages[3]).toContain('Hồ sơ H86.29308-261123-0001 · Giấy đăng ký, hai trang')
  for (const [index, page] of pages.entries()) expect(page).toContain(`Trang ${index + 1}/7`)
})

test('a paper that cannot be read has a page that says so, in its place and in the index', async () => {
  const [index, , , , broken, , table] = await pagesOfPdf(await bind(await parts()))
  for (const page of [broken, table]) expect(page).toContain('Hãy mở tệp gốc.')
  expect(index!.match(/không đọc được/g)).toHaveLength(2)
})

test('the same papers give the same bytes, and are bound once', async () => {
  const [first, second] = [reader(), reader()]
  const set = await bind(await parts(), first)
  expect(Buffer.from(await bind(await parts(), second)).equals(Buffer.from(set))).toBe(true)
  let opened = 0
  const once = [{ ...part('Một', 1, null), file: { hash: 'một', isOurs: false, open: async () => (opened++, scan(0)) } }]
  await bind(once, first)
  await bind(once, first)
  expect(opened).toBe(1)
})

test('many who ask for one set at once wait for one; more sets than can wait are refused before their papers are opened', async () => {
  const store = reader()
  let opened = 0
  const some = (hash: string): SetPart[] => [
    { ...part('Một', 1, null), file: { hash, isOurs: false, open: async () => (opened++, scan(0)) } },
  ]
  const same = await Promise.all(Array.from({ length: 8 }, () => bind(some('một'), store)))
  expect([opened, new Set(same.map((set) => set.length)).size]).toEqual([1, 1])
  opened = 0
  const ask = (hash: string) => bindSet(store, { words, parts: some(hash), createdAt })
  const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask))
  // Which of them came first is nobody's to say.
  expect(outcomes.map((outcome) => (outcome.ok ? 'bound' : outcome.refusal.code)).toSorted()).toEqual([
    'bound',
    'bound',
    'bound',
    'too-many-papers',
    'too-many-papers',
  ])
  expect(opened).toBe(3)
})

test('a file that is not where it should be has its notice, and is looked for again the next time', async () => {
  const store = reader()
  let isThere = false
  const open = async () => {
    if (!isThere) throw new Error('the store of files is away')
    return scan(0)
  }
  const once = [{ ...part('Một', 1, null), file: { hash: 'một', isOurs: false, open } }]
  expect((await pagesOfPdf(await bind(once, store)))[1]).toContain('Hãy mở tệp gốc.')
  isThere = true
  expect((await pagesOfPdf(await bind(once, store)))[1]).not.toContain('Hãy mở tệp gốc.')
})

test('the foot covers nothing of a scan and stands upright, whatever way the scan is turned', async () => {
  const set = await PDFDocument.load(await bind([part('Giấy quay', 1, await scan(0, 90, 180, 270))]))
  const boxes = set
    .getPages()
    .slice(1)
    .map((page) => page.getMediaBox())
  const [across, upright] = [(20 * 400) / 595, (20 * 600) / 595]
  const near = (value: number) => expect.closeTo(value, 1)
  expect(boxes).toEqual([
    { x: 0, y: near(-across), width: 400, height: near(600 + across) },
    { x: 0, y: 0, width: near(400 + upright), height: 600 },
    { x: 0, y: 0, width: 400, height: near(600 + across) },
    { x: near(-upright), y: 0, width: near(400 + upright), height: 600 },
  ])
})

test('an index of several pages counts itself', async () => {
  const bytes = await scan(0)
  const many = Array.from({ length: 90 }, (_, index) => part(`Giấy ${index + 1}`, 1, bytes))
  const set = await bind(many)
  const marks = await bookmarksOfPdf(set)
  const pages = await pagesOfPdf(set)
  const first = marks[1]!.page
  expect(first).toBeGreaterThan(2)
  expect(pages[first - 1]).toContain('Giấy 1 ')
  expect(marks.at(-1)).toMatchObject({ title: 'Giấy 90', page: pages.length })
})
