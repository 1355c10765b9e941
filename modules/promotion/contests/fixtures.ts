import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import sharp from 'sharp'
import type { Ctx } from '../../context.ts'
import type { Person } from '../../identity/index.ts'
import type { UserId } from '../../identity/rules.ts'
import { enterContest } from './enter.ts'
import { createContestInput, enterContestInput, nameJurorInput } from './inputs.ts'
import type { CreateContestInput, EnterContestInput } from './inputs.ts'
import { selectJurors } from './jury.store.ts'
import { createContest, nameJuror, openContest } from './manage-contest.ts'
import type { ContestId, ContestJurorId } from './rules/ids.ts'
import { mustBe } from '../../shop/fixtures.ts'

export { mustBe }

/** The days of the life of a contest. */
export const contestDays = {
  written: '2026-11-23T09:00:00+07:00',
  entered: '2026-11-25T09:00:00+07:00',
  judged: '2026-12-02T09:00:00+07:00',
  after: '2026-12-20T09:00:00+07:00',
} as const

export const aContestForm = (given: Partial<Record<keyof CreateContestInput, unknown>> = {}): CreateContestInput =>
  createContestInput.parse({
    name: 'Thi thiết kế giỏ quà Tết',
    about: 'Ai cũng dự được.',
    rulesText: 'Mỗi bài một giỏ quà.',
    fairId: '',
    organiser: 'Sở Công Thương',
    letterNumber: '12/QĐ-SCT',
    letterOn: '2026-11-20',
    opensAt: '2026-11-23T08:00',
    closesAt: '2026-12-01T16:30',
    judgeBy: '2026-12-05T16:30',
    criteria: 'Ý tưởng; 60\nBao bì; 40',
    prizes: 'Giải nhất; 1; 5.000.000\nGiải nhì; 1; 3.000.000',
    requestKey: newId('key'),
    ...given,
  })

export const anEntryForm = (given: Partial<Record<keyof EnterContestInput, unknown>> = {}): EnterContestInput =>
  enterContestInput.parse({
    title: 'Giỏ quà miền sông nước',
    about: 'Giỏ lục bình với mứt dừa.',
    products: '',
    showsName: '1',
    entrantName: 'Thạch Thị Kín',
    phone: '0912 345 678',
    isOwnWork: '1',
    mayBeShown: '1',
    requestKey: newId('key'),
    ...given,
  })

/** No two of a different shade are one file. */
export const aShot = async (shade = 70) => ({
  content: await sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 130, b: 100 } } })
    .jpeg()
    .toBuffer(),
  name: 'IMG_Thach-Thi-Kin.jpg',
})

/** A contest that takes entries, and its address. */
export async function anOpenContest(office: Ctx, given: Parameters<typeof aContestForm>[0] = {}) {
  const { contestId } = mustBe(await createContest(office, aContestForm(given)))
  mustBe(await openContest(office, { contestId }))
  const { slug } = await office.db.selectFrom('contest').select('slug').where('id', '=', contestId).executeTakeFirstOrThrow()
  return { contestId, slug }
}

export const anEntry = async (ctx: Ctx, slug: string, given: Parameters<typeof anEntryForm>[0] = {}, shade = 70) =>
  mustBe(await enterContest(ctx, slug, anEntryForm(given), { photos: [await aShot(shade)] }))

/** Somebody with an account and nothing else. */
export async function aJudge(office: Ctx, name: string): Promise<Person> {
  const userId = newId('usr') as UserId
  const email = `${userId}@example.vn`
  await office.db.insertInto('auth_user').values({ id: userId, name, email }).execute()
  return { kind: 'person', userId, name, email, memberships: [] }
}

export async function aJuror(office: Ctx, contestId: ContestId, judge: Person): Promise<ContestJurorId> {
  mustBe(await nameJuror(office, nameJurorInput.parse({ contestId, login: judge.email })))
  return (await selectJurors(office.db, contestId)).find(({ userId }) => userId === judge.userId)!.id
}
