import { dateInVietnam, dong, formatDong, formatMoment } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Contact, Reminder, Telling, Told } from '../../message.ts'
import { monthsBefore, ruleOn } from '../../law/index.ts'
import { classActs, participantActs } from './acts.ts'
import { selectToAsk } from './after.store.ts'
import { selectClass, selectSessions, selectSessionsBetween } from './class.store.ts'
import { openPhone, selectParticipant, selectParticipants } from './participant.store.ts'
import type { StoredParticipant } from './participant.store.ts'
import { placeWords } from './messages/words.ts'
import type { ClassId, ParticipantId } from './rules/ids.ts'
import { secretOfPlace } from './secret.ts'

const sample = {
  class: 'Bao bì, nhãn hàng, lớp 1',
  name: 'Thạch Thị Mẫu',
  first: '10/12/2026 08:00',
  venue: 'Hội trường UBND xã',
  meal: '100.000 ₫',
  travel: '0 ₫',
  lodging: '0 ₫',
  note: '',
}
const work = { kind: 'work', pace: 'at-once', sample } as const
type Said = Told<keyof typeof sample>

const money = (amount: number) => formatDong(dong(amount))

/** What is said to one of a class. Whoever took the place with an account is told there, others by the number that was left. */
async function saidTo(db: ReadDb, classId: ClassId, places: readonly StoredParticipant[], first?: Date): Promise<Said[]> {
  const [held, sessions] = await Promise.all([selectClass(db, classId), selectSessions(db, classId)])
  if (!held) return []
  const at = first ?? sessions[0]?.beginsAt
  return places.map((place) => ({
    to: [place.signedUpBy === 'self' && place.byId !== null ? place.byId : place.id],
    language: place.language,
    path: `training-place:${place.id}`,
    object: ['training-participant', place.id] as const,
    values: {
      class: held.name,
      name: place.name,
      first: at ? formatMoment(at) : '',
      venue: held.venue,
      meal: money(held.mealVnd),
      travel: money(held.travelVnd),
      lodging: money(held.lodgingVnd),
      note: held.payNote,
    },
  }))
}

const reached = (place: StoredParticipant | undefined): place is StoredParticipant => place !== undefined && place.erasedAt === null

async function ofPlace(id: ParticipantId, status: StoredParticipant['status'], { db }: Asking): Promise<Said[]> {
  const place = await selectParticipant(db, id)
  return reached(place) && place.status === status ? saidTo(db, place.classId, [place]) : []
}

export const trainingMessages: readonly Telling[] = [
  tellOf(participantActs['sign-up'], {
    ...work,
    name: 'training.invited',
    says: 'Mời dự lớp tập huấn, ghi rõ được chi gì (gửi học viên)',
    words: placeWords.invited,
    tell: ({ payload: { participantId } }, asking) => ofPlace(participantId, 'listed', asking),
  }),
  tellOf(participantActs['sign-up'], {
    ...work,
    name: 'training.waiting',
    says: 'Lớp tập huấn đủ chỗ, đang chờ (gửi học viên)',
    words: placeWords.waiting,
    tell: ({ payload: { participantId } }, asking) => ofPlace(participantId, 'waiting', asking),
  }),
  tellOf(participantActs.withdraw, {
    ...work,
    name: 'training.place-free',
    says: 'Có chỗ trong lớp tập huấn (gửi học viên đang chờ)',
    words: placeWords.invited,
    tell: async ({ payload: { placeGoesTo } }, asking) => (placeGoesTo ? ofPlace(placeGoesTo, 'listed', asking) : []),
  }),
  tellOf(classActs.cancel, {
    ...work,
    name: 'training.cancelled',
    says: 'Lớp tập huấn bị hủy (gửi học viên)',
    words: placeWords.cancelled,
    tell: async ({ payload: { classId } }, { db }) =>
      saidTo(db, classId, (await selectParticipants(db, classId)).filter((one) => reached(one) && one.status !== 'withdrawn')), // prettier-ignore
  }),
]

/** So long after it was due nobody is asked any more. */
const askedMonths = 6
/** So many hours before a session begins. */
const hoursBefore = 30

export const trainingReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'training.tomorrow',
    says: 'Sắp đến buổi tập huấn (gửi học viên)',
    words: placeWords.tomorrow,
    due: async ({ db, now }) => {
      const sessions = await selectSessionsBetween(db, { from: now, to: new Date(now.getTime() + hoursBefore * 3_600_000) })
      const told = await Promise.all(
        sessions.map(async ({ id, classId, beginsAt }) => {
          const people = (await selectParticipants(db, classId)).filter((one) => reached(one) && one.status === 'listed')
          return (await saidTo(db, classId, people, beginsAt)).map((said, at) => ({ ...said, fact: `${id}:${people[at]!.id}` }))
        }),
      )
      return told.flat()
    },
  }),
  remindOf({
    ...work,
    name: 'training.applied',
    says: 'Hỏi đã áp dụng được gì sau lớp tập huấn (gửi học viên)',
    words: placeWords.applied,
    due: async ({ db, now }) => {
      const { value: months } = await ruleOn(db, 'training.applied-months', dateInVietnam(now))
      const due = await selectToAsk(db, { from: monthsBefore(now, months + askedMonths), to: monthsBefore(now, months) })
      const told = await Promise.all(
        due.map(async ({ id, classId }) => {
          const place = await selectParticipant(db, id)
          return reached(place) ? (await saidTo(db, classId, [place])).map((said) => ({ ...said, fact: `applied:${id}` })) : []
        }),
      )
      return told.flat()
    },
  }),
]

/** Whoever has a place without an account is reached by the number that was left, about the class alone, until it is forgotten. */
export const trainingContacts = {
  tpa: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const place = await selectParticipant(db, id as ParticipantId)
    const phone = place ? await openPhone(db, place) : null
    return place && phone ? { name: place.name, phone, language: place.language } : null
  },
}

export const trainingSecretPaths = {
  'training-place': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const place = await selectParticipant(db, id as ParticipantId)
    return place && place.erasedAt === null ? `/tap-huan/ghi-danh/${place.id}?k=${secretOfPlace(place)}` : null
  },
}
