import type { OrganisationId } from '../identity/rules.ts'
import { Forbidden, NotFound } from '@dacsan/decisions'
import type { Drawing, OfficialDocument } from '@dacsan/papers'
import { testDatabase } from '@dacsan/platform/testing'
import { describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { drawnBy } from './fixtures.ts'
import { drawPaper, listPapers, producePaper as askForPaper } from './index.ts'
import type { Paper, Papers } from './index.ts'
import { drawingStatus, isDrawingRefusal } from './rules.ts'
import type { DrawingRefusal } from './rules.ts'
import { sayRefusal } from './words.ts'

const { as, db } = await testDatabase<Tables>()
const producePaper = drawnBy(askForPaper<Meeting>)
const at = '2026-11-23T09:00:00+07:00'
const personAs = (role: Role, organisationId: OrganisationId = 'org_1'): Actor => {
  const membership = { role, organisationId, organisationCode: 'vp', organisationName: 'Văn phòng', communeCode: null }
  return { kind: 'person', userId: `usr_${role}`, name: 'Người thử', email: 'thu@dacsan.test', memberships: [membership] }
}
const officer = personAs('provincial-officer')

type Meeting = { id: string; called: boolean; guests: string[] }
const meeting: Meeting = { id: 'mtg_1', called: true, guests: ['usr_a', 'usr_b'] }
const document = (subject: string): OfficialDocument => ({
  issuingAgency: 'Cơ quan thử',
  symbol: 'GM-TH',
  place: 'Vĩnh Long',
  date: '2026-11-23',
  typeName: 'Giấy mời',
  subject,
  blocks: [{ kind: 'paragraph', text: 'Kính mời dự họp./.' }],
  signatures: [{ authority: ['Thư ký'] }],
  createdAt: new Date(at),
})
const agenda: Paper<Meeting> = {
  address: 'chuong-trinh',
  formats: ['pdf', 'docx'],
  title: () => 'Chương trình họp',
  says: () => 'Nội dung và thời gian',
  about: ({ id }) => ({ type: 'meeting', id }),
  absent: ({ called }) => (called ? null : 'Có sau khi mời'),
  fileName: ({ id }) => `chuong-trinh-${id}`,
  draw: () => document('Chương trình họp'),
}
const invitation: Paper<Meeting> = {
  ...agenda,
  address: 'giay-moi',
  by: { 'provincial-officer': 'any', producer: 'owner' },
  items: ({ guests }) => guests,
  fileName: (_, guest) => `giay-moi-${guest}`,
  draw: (_, __, { item }) => document(`Mời ${item}`),
}
const note: Paper<Meeting> = { ...agenda, address: 'ghi-chu', kept: () => false }
const papers = { agenda, invitation, note } satisfies Papers<Meeting>

const fetch = (actor: Actor, file: string, subject = meeting) => producePaper(as(actor, at), papers, { file }, subject, { owner: 'org_1' })
const rowsOf = (kind: string) => db.selectFrom('paper').selectAll().where('kind', '=', kind).where('subject_type', '=', 'meeting').execute()

test('a paper is found by its address and format, and is named and typed by its row', async () => {
  expect(await fetch(officer, 'chuong-trinh.pdf')).toMatchObject({
    mediaType: 'application/pdf',
    name: 'chuong-trinh-mtg_1.pdf',
    format: 'pdf',
  })
  expect((await fetch(officer, 'chuong-trinh.docx')).name).toBe('chuong-trinh-mtg_1.docx')
  expect((await fetch(officer, 'giay-moi-usr_b.pdf')).name).toBe('giay-moi-usr_b.pdf')
})

test.each([
  'chuong-trinh',
  'chuong-trinh.xlsx',
  'chuong-trinh-usr_a.pdf',
  'giay-moi.pdf',
  'giay-moi-usr_c.pdf',
  'constructor.pdf',
  '../x.pdf',
])('there is no paper at the address %s', async (file) => {
  await expect(fetch(officer, file)).rejects.toThrow(NotFound)
})

test('a paper whose time has not come is not found, and stands in the list with what is said in its place', async () => {
  const early = { ...meeting, called: false }
  await expect(fetch(officer, 'chuong-trinh.pdf', early)).rejects.toThrow(NotFound)
  expect(listPapers(officer, papers, early)[0]).toMatchObject({ title: 'Chương trình họp', absent: 'Có sau khi mời' })
})

describe('who may fetch a paper', () => {
  test('the row of a paper decides by role and tie who may fetch it; without one, whoever was given the subject', async () => {
    expect((await fetch(personAs('producer'), 'giay-moi-usr_a.pdf')).bytes.length).toBeGreaterThan(1000)
    await expect(fetch(personAs('producer', 'org_2'), 'giay-moi-usr_a.pdf')).rejects.toThrow(NotFound)
    await expect(fetch(visitor, 'giay-moi-usr_a.pdf')).rejects.toThrow(NotFound)
    expect((await fetch(system('test'), 'chuong-trinh.pdf')).bytes.length).toBeGreaterThan(1000)
  })
  test('a paper whose row has no ties is refused openly', async () => {
    const closed = { agenda: { ...agenda, by: { leader: 'any' } } } satisfies Papers<Meeting>
    const ask = (actor: Actor) => producePaper(as(actor, at), closed, { file: 'chuong-trinh.pdf' }, meeting)
    await expect(ask(officer)).rejects.toThrow(Forbidden)
    expect((await ask(personAs('leader'))).format).toBe('pdf')
  })
  test('the list of papers holds what may be fetched and nothing else', () => {
    expect(listPapers(visitor, papers, meeting).map(({ kind }) => kind)).toEqual(['agenda', 'note'])
    expect(listPapers(officer, papers, meeting).map(({ kind, item }) => [kind, item])).toEqual([
      ['agenda', ''],
      ['invitation', 'usr_a'],
      ['invitation', 'usr_b'],
      ['note', ''],
    ])
  })
})

describe('what was produced', () => {
  test('a produced paper is kept once for one content, and recorded once with what it is about', async () => {
    const ctx = as(officer, at)
    const fresh = { ...meeting, id: 'mtg_2' }
    const ask = () => producePaper(ctx, papers, { file: 'chuong-trinh.pdf' }, fresh)
    const [first, again] = [await ask(), await ask()]
    expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true)
    const kept = (await rowsOf('agenda')).filter((row) => row.subject_id === 'mtg_2')
    expect(kept).toMatchObject([{ format: 'pdf', produced_by: 'usr_provincial-officer' }])
    expect((await ctx.files.open(kept[0]!.file_hash))?.size).toBe(first.bytes.length)
    const trail = await db
      .selectFrom('audit_entry')
      .select(['action', 'subject_type', 'detail'])
      .where('subject_id', '=', 'mtg_2')
      .execute()
    expect(trail).toEqual([
      { action: 'paper.produced', subject_type: 'meeting', detail: { kind: 'agenda', format: 'pdf', file: kept[0]!.file_hash } },
    ])
  })
  test('a produced paper leaves nothing behind where its row keeps nothing', async () => {
    await fetch(officer, 'ghi-chu.pdf')
    expect(await rowsOf('note')).toEqual([])
  })
  test.each(['pdf', 'docx'])(
    'a paper asked for as %s on four days leaves one file, one row and one line in the audit trail',
    async (ending) => {
      const subject = { ...meeting, id: `mtg_${ending}` }
      const days = ['2026-11-23', '2026-11-24', '2026-12-01', '2027-03-01']
      const fetched: Buffer[] = []
      for (const day of days) {
        const ctx = as(officer, `${day}T09:00:00+07:00`)
        // As after a restart, or on another server: nothing is remembered.
        const files = { ...ctx.files, drawn: { recall: async () => null, remember: async () => {} } }
        const paper = await producePaper({ ...ctx, files }, papers, { file: `chuong-trinh.${ending}` }, subject)
        fetched.push(Buffer.from(paper.bytes))
      }
      expect(new Set(fetched.map((bytes) => bytes.toString('base64'))).size).toBe(1)
      const rows = (await rowsOf('agenda')).filter(({ subject_id }) => subject_id === subject.id)
      expect(rows).toHaveLength(1)
      const counts = await Promise.all([
        db.selectFrom('audit_entry').select('seq').where('subject_id', '=', subject.id).execute(),
        db.selectFrom('stored_file').select('hash').where('hash', '=', rows[0]!.file_hash).execute(),
      ])
      expect(counts.map(({ length }) => length)).toEqual([1, 1])
    },
  )
})

describe('what is drawn', () => {
  const drawing = (subject: string): Drawing => ({ kind: 'document-pdf', document: document(subject) })

  test('one person has four papers in work and no more, and is told so in words; others are not kept waiting for it', async () => {
    const ctx = as(officer, at)
    // All are looked up first and begin in one moment: none is done before the last has asked.
    const { promise: notKnown, resolve: begin } = Promise.withResolvers<null>()
    const files = { ...ctx.files, drawn: { ...ctx.files.drawn, recall: () => notKnown } }
    const own = [1, 2, 3, 4].map((n) => drawPaper({ ...ctx, files }, drawing(`Việc ${n}`)))
    const fifth = drawPaper({ ...ctx, files }, drawing('Việc 5'))
    const other = drawPaper({ ...as(personAs('leader'), at), files }, drawing('Việc khác'))
    begin(null)
    const refused = await fifth
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'own-papers-in-work', count: 4 } })
    if (!refused.ok) expect(sayRefusal(refused.refusal)).toMatch(/đang vẽ 04 văn bản của bạn, xin chờ \d+ giây/)
    expect((await Promise.all([...own, other])).every(({ ok }) => ok)).toBe(true)
    expect((await drawPaper(ctx, drawing('Việc 5'))).ok).toBe(true)
  })

  test('the same facts are drawn once, also for two who ask at once, and other facts are drawn anew', async () => {
    const ctx = as(officer, at)
    const remembered: string[] = []
    const drawn = {
      recall: ctx.files.drawn.recall,
      remember: async (key: string, bytes: Uint8Array) => {
        remembered.push(key)
        await ctx.files.drawn.remember(key, bytes)
      },
    }
    const watched = { ...ctx, files: { ...ctx.files, drawn } }
    const two = await Promise.all([drawPaper(watched, drawing('Một lần')), drawPaper(watched, drawing('Một lần'))])
    const again = await drawPaper(watched, drawing('Một lần'))
    expect(remembered).toHaveLength(1)
    expect(two.every((one) => one.ok && again.ok && Buffer.from(one.value).equals(again.value))).toBe(true)
    await drawPaper(watched, drawing('Một lần nữa'))
    expect(new Set(remembered).size).toBe(2)
  })

  test('a paper that cannot be drawn fails with the error of the drawing itself', async () => {
    await expect(drawPaper(as(officer, at), { kind: 'certificates-pdf', certificates: [] })).rejects.toThrow(
      new RangeError('no certificate to set'),
    )
  })

  test.each<DrawingRefusal>([
    { code: 'own-papers-in-work', count: 4, retryAfter: 5 },
    { code: 'too-many-papers', retryAfter: 15 },
    { code: 'paper-took-too-long', seconds: 45, retryAfter: 15 },
  ])('a refusal has a status that says whose turn it is, and a sentence: $code', (refusal) => {
    expect(isDrawingRefusal(refusal)).toBe(true)
    expect(isDrawingRefusal({ code: 'lot-not-open' })).toBe(false)
    expect(drawingStatus[refusal.code]).toBe(refusal.code === 'own-papers-in-work' ? 429 : 503)
    expect(sayRefusal(refusal)).toMatch(/^\p{Lu}.*\.$/u)
  })
})
