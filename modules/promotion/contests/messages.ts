import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import { peopleWith } from '../../identity/index.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Contact, Reminder, Telling, Told } from '../../message.ts'
import type { ReadDb } from '../../context.ts'
import { contestActs, contestEntryActs, contestSheetActs } from './acts.ts'
import { selectContest } from './contest.store.ts'
import { openEntryPhone, selectEntries, selectEntry } from './entry.store.ts'
import type { StoredEntry } from './entry.store.ts'
import { selectJurors, selectSheetsDue } from './jury.store.ts'
import { entrantWords, juryWords } from './messages/words.ts'
import type { ContestEntryId, ContestId } from './rules/ids.ts'
import { secretOfEntry } from './secret.ts'

const sample = { contest: 'Thi thiết kế giỏ quà Tết', number: '7', until: '20/12/2026 16:30' }
const work = { kind: 'work', pace: 'at-once', sample } as const
type Said = Told<keyof typeof sample>

/** Whoever made an entry: by the account, or by the number that was left. The address with its secret is made as it is sent. */
const entrant = (contest: { name: string; closesAt: Date }, entry: StoredEntry): Said => ({
  to: [entry.byId ?? entry.id],
  language: entry.language,
  path: `contest-entry:${entry.id}`,
  object: ['contest-entry', entry.id],
  values: { contest: contest.name, number: String(entry.number), until: formatMoment(contest.closesAt) },
})

async function ofEntry({ entryId, contestId }: { entryId: ContestEntryId; contestId: ContestId }, { db }: Asking): Promise<Said[]> {
  const [contest, entry] = await Promise.all([selectContest(db, contestId), selectEntry(db, entryId)])
  return contest && entry && entry.erasedAt === null ? [entrant(contest, entry)] : []
}

/** Everybody whose entry took part, or takes part still. */
async function ofContest(contestId: ContestId, { db }: Asking): Promise<Said[]> {
  const [contest, entries] = await Promise.all([selectContest(db, contestId), selectEntries(db, contestId)])
  if (!contest) return []
  return entries.filter(({ status, erasedAt }) => status === 'entered' && erasedAt === null).map((entry) => entrant(contest, entry))
}

async function jury(contestId: ContestId, { db }: Asking): Promise<Said[]> {
  const [contest, jurors] = await Promise.all([selectContest(db, contestId), selectJurors(db, contestId)])
  if (!contest) return []
  return jurors
    .filter(({ status }) => status === 'named')
    .map((juror) => ({
      to: [juror.userId],
      path: `/van-phong/cham-thi/${juror.id}`,
      object: ['contest', contestId] as const,
      values: { contest: contest.name, number: '', until: formatMoment(contest.judgeBy) },
    }))
}

export const contestMessages: readonly Telling[] = [
  tellOf(contestEntryActs.enter, {
    ...work,
    name: 'contest.entry-taken',
    says: 'Đã nhận bài dự thi (gửi người dự thi)',
    words: entrantWords.taken,
    tell: ({ payload }, asking) => ofEntry(payload, asking),
  }),
  tellOf(contestEntryActs['set-aside'], {
    ...work,
    name: 'contest.entry-set-aside',
    says: 'Bài dự thi bị loại (gửi người dự thi)',
    words: entrantWords.setAside,
    tell: ({ payload }, asking) => ofEntry(payload, asking),
  }),
  tellOf(contestActs.publish, {
    ...work,
    name: 'contest.result',
    says: 'Có kết quả cuộc thi (gửi người dự thi)',
    words: entrantWords.result,
    tell: ({ payload: { contestId } }, asking) => ofContest(contestId, asking),
  }),
  tellOf(contestActs.cancel, {
    ...work,
    name: 'contest.cancelled',
    says: 'Cuộc thi bị hủy (gửi người dự thi)',
    words: entrantWords.cancelled,
    tell: ({ payload: { contestId } }, asking) => ofContest(contestId, asking),
  }),
  tellOf(contestActs['begin-judging'], {
    ...work,
    name: 'contest.judge',
    says: 'Mời chấm thi (gửi giám khảo)',
    words: juryWords.judge,
    tell: ({ payload: { contestId } }, asking) => jury(contestId, asking),
  }),
  tellOf(contestSheetActs['hand-in'], {
    ...work,
    pace: 'digest',
    name: 'contest.sheet-handed-in',
    says: 'Giám khảo đã nộp phiếu (gửi cơ quan)',
    words: juryWords.handedIn,
    tell: async ({ payload: { contestId } }, { db, now }) => {
      const contest = await selectContest(db, contestId)
      if (!contest) return []
      const to = await peopleWith(db, ['trade-department'], { today: dateInVietnam(now) })
      const values = { contest: contest.name, number: '', until: formatMoment(contest.judgeBy) }
      return [{ to, path: `/van-phong/cuoc-thi/${contestId}/ket-qua`, object: ['contest', contestId] as const, values }]
    },
  }),
]

/** So many hours before the jury's term ends. */
const hoursBefore = 48

export const contestReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'contest.sheet-due',
    says: 'Sắp hết hạn nộp phiếu chấm (gửi giám khảo)',
    words: juryWords.due,
    due: async ({ db, now }) =>
      (await selectSheetsDue(db, { from: now, to: new Date(now.getTime() + hoursBefore * 3_600_000) })).map((one) => ({
        fact: `${one.id}:${one.judgeBy.toISOString()}`,
        to: [one.userId],
        path: `/van-phong/cham-thi/${one.id}`,
        object: ['contest', one.contestId] as const,
        values: { contest: one.name, number: '', until: formatMoment(one.judgeBy) },
      })),
  }),
]

/** Whoever entered without an account is reached by the number that was left, about the entry alone, until it is forgotten. */
export const contestContacts = {
  cen: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const entry = await selectEntry(db, id as ContestEntryId)
    const phone = entry ? await openEntryPhone(db, entry) : null
    return entry && phone ? { name: entry.entrantName, phone, language: entry.language } : null
  },
}

export const contestSecretPaths = {
  'contest-entry': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const entry = await selectEntry(db, id as ContestEntryId)
    const contest = entry && entry.erasedAt === null ? await selectContest(db, entry.contestId) : undefined
    return contest && entry ? `/cuoc-thi/${contest.slug}/bai/${entry.number}?k=${secretOfEntry(entry)}` : null
  },
}
