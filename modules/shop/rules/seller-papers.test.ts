import { expect, test } from 'vitest'
import { askedPapers, lastDayOf, namesOf, reminderOf, sellerStatusOf, standOfPapers, termOfPapers } from './seller-papers.ts'
import type { JudgedPaper, PaperLaw } from './seller-papers.ts'
import { carryOutBy, firstDayOfNotice, refuseNotice, suspensionStatusOf } from './suspension.ts'

const law: PaperLaw[] = [
  { kind: 'registration', title: 'Giấy đăng ký', shows: { household: 'Hộ kinh doanh', any: 'Đăng ký' }, sets: null, perSet: false },
  { kind: 'food-safety', title: 'An toàn thực phẩm', shows: { any: 'Giấy chứng nhận' }, sets: ['QD26-05', 'QD26-07'], perSet: false },
  { kind: 'self-declaration', title: 'Bản tự công bố', shows: { any: 'Bản tự công bố' }, sets: ['QD26-05', 'QD26-07'], perSet: true },
]
const paper = (kind: string, more: Partial<JudgedPaper> = {}): JudgedPaper => ({
  id: `spa_${kind}`,
  kind,
  setCode: null,
  status: 'verified',
  issuedOn: '2026-01-01',
  validUntil: null,
  ...more,
})

test('a household that sells nothing yet shows its registration, one that sells two sets of food a declaration for each', () => {
  expect(askedPapers(law, { producerKind: 'household', sets: [] })).toEqual([
    { kind: 'registration', setCode: null, title: 'Giấy đăng ký', shows: 'Hộ kinh doanh' },
  ])
  const asked = askedPapers(law, { producerKind: 'company', sets: ['QD26-07', 'QD26-05', 'QD26-07', 'QD26-21'] })
  expect(asked.map(({ kind, setCode }) => [kind, setCode])).toEqual([
    ['registration', null],
    ['food-safety', null],
    ['self-declaration', 'QD26-05'],
    ['self-declaration', 'QD26-07'],
  ])
  expect(namesOf(asked.slice(1, 3))).toEqual(['An toàn thực phẩm', 'Bản tự công bố (QD26-05)'])
  expect(asked[0]).toMatchObject({ shows: 'Đăng ký' })
})

test('a verification lasts to the end of the day of the paper that ends first', () => {
  const asked = askedPapers(law, { producerKind: 'company', sets: ['QD26-07'] })
  const papers = [
    paper('registration'),
    paper('food-safety', { validUntil: '2027-03-31' }),
    paper('self-declaration', { setCode: 'QD26-07', validUntil: '2026-12-31' }),
  ]
  expect(termOfPapers(asked, papers, '2026-12-31')).toEqual({ missing: [], until: '2026-12-31' })
  expect(termOfPapers(asked, papers, '2027-01-01')).toMatchObject({ missing: [{ kind: 'self-declaration' }], until: '2027-03-31' })
  const seller = { verifiedAt: new Date(), byPapers: true, verifiedUntil: '2026-12-31' }
  const day = (today: string) => ({ today, paperlessUntil: '2027-06-30' })
  expect(sellerStatusOf(seller, day('2026-12-31'))).toBe('verified')
  expect(sellerStatusOf(seller, day('2027-01-01'))).toBe('run-out')
  expect(sellerStatusOf({ ...seller, verifiedUntil: null }, day('2099-01-01'))).toBe('verified')
  expect(sellerStatusOf({ ...seller, verifiedAt: null }, day('2026-12-01'))).toBe('unverified')
})

test('of several papers the one that ends last speaks, and one that is not verified speaks for nobody', () => {
  const asked = askedPapers(law, { producerKind: 'company', sets: [] })
  const papers = [
    paper('registration', { id: 'spa_old', validUntil: '2026-12-31' }),
    paper('registration', { id: 'spa_new', validUntil: '2027-12-31' }),
    paper('registration', { id: 'spa_waits', status: 'waiting' }),
  ]
  expect(standOfPapers(asked, papers, '2026-12-01')).toMatchObject([{ current: { id: 'spa_new' }, waiting: { id: 'spa_waits' } }])
  expect(standOfPapers(asked, papers, '2028-01-01')).toMatchObject([{ current: null, ended: { id: 'spa_new' } }])
  const endless = paper('registration', { id: 'spa_endless' })
  expect(standOfPapers(asked, [...papers, endless], '2028-01-01')).toMatchObject([{ current: { id: 'spa_endless' } }])
})

test('who was verified before papers were asked for sells until the day of transition, and not a day longer', () => {
  const before = { verifiedAt: new Date(), byPapers: false, verifiedUntil: null }
  expect(sellerStatusOf(before, { today: '2027-06-30', paperlessUntil: '2027-06-30' })).toBe('verified')
  expect(sellerStatusOf(before, { today: '2027-07-01', paperlessUntil: '2027-06-30' })).toBe('run-out')
  expect(lastDayOf(before, { today: '2026-12-01', paperlessUntil: '2027-06-30' })).toBe('2027-06-30')
})

test('a seller is told thirty and seven days before, each once, and never after the end', () => {
  const told = (today: string) => reminderOf('2026-12-31', today, [30, 7])
  expect([told('2026-11-30'), told('2026-12-01'), told('2026-12-23'), told('2026-12-24'), told('2026-12-31'), told('2027-01-01')]).toEqual([
    null,
    30,
    30,
    7,
    7,
    null,
  ])
})

test('a seller that is told today has whole days of notice, whatever hour it is', () => {
  expect(firstDayOfNotice('2026-11-23', 5)).toBe('2026-11-29')
  const facts = { today: '2026-11-23', noticeDays: 5 }
  expect(refuseNotice({ startsOn: '2026-11-28' }, facts)).toMatchObject({ refusal: { code: 'notice-too-short', from: '2026-11-29' } })
  expect(refuseNotice({ startsOn: '2026-11-29' }, facts)).toBeNull()
})

test('a suspension with notice begins by its day itself, one on order when it is carried out', () => {
  const now = new Date('2026-11-29T00:00:00+07:00')
  const before = new Date(now.getTime() - 1)
  const notice = { kind: 'notice', startsAt: now, endsAt: null } as const
  expect([suspensionStatusOf(notice, before), suspensionStatusOf(notice, now)]).toEqual(['announced', 'in-force'])
  expect(suspensionStatusOf({ ...notice, endsAt: before }, now)).toBe('ended')
  const order = { kind: 'order', startsAt: null, endsAt: null } as const
  expect([suspensionStatusOf(order, now), suspensionStatusOf({ ...order, startsAt: now }, now)]).toEqual(['received', 'in-force'])
  expect(carryOutBy(new Date('2026-11-23T08:00:00+07:00'), 24)).toEqual(new Date('2026-11-24T08:00:00+07:00'))
})
