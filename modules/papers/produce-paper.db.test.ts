import { Forbidden, NotFound } from '@dacsan/decisions'
import type { OfficialDocument } from '@dacsan/papers'
import { testDatabase } from '@dacsan/platform/testing'
import { describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { listPapers, producePaper } from './index.ts'
import type { Paper, Papers } from './index.ts'

const { as, db } = await testDatabase<Tables>()
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
  test('the row of a paper decides it, by role and tie; without one, whoever was given the subject', async () => {
    expect((await fetch(personAs('producer'), 'giay-moi-usr_a.pdf')).bytes.length).toBeGreaterThan(1000)
    await expect(fetch(personAs('producer', 'org_2'), 'giay-moi-usr_a.pdf')).rejects.toThrow(NotFound)
    await expect(fetch(visitor, 'giay-moi-usr_a.pdf')).rejects.toThrow(NotFound)
    expect((await fetch(system('test'), 'chuong-trinh.pdf')).bytes.length).toBeGreaterThan(1000)
  })
  test('a row without ties says no openly', async () => {
    const closed = { agenda: { ...agenda, by: { leader: 'any' } } } satisfies Papers<Meeting>
    const ask = (actor: Actor) => producePaper(as(actor, at), closed, { file: 'chuong-trinh.pdf' }, meeting)
    await expect(ask(officer)).rejects.toThrow(Forbidden)
    expect((await ask(personAs('leader'))).format).toBe('pdf')
  })
  test('the list holds what may be fetched and nothing else', () => {
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
  test('is kept once for one content, and recorded once with what it is about', async () => {
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
  test('leaves nothing behind where its row keeps nothing', async () => {
    await fetch(officer, 'ghi-chu.pdf')
    expect(await rowsOf('note')).toEqual([])
  })
})
