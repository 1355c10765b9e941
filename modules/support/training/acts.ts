import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows, Ties } from '../../identity/rules.ts'
import type { ClassId, CourseId, ParticipantId } from './rules/ids.ts'

export const classStatuses = ['draft', 'open', 'held', 'accepted', 'cancelled'] as const
export type ClassStatus = (typeof classStatuses)[number]
export const participantStatuses = ['listed', 'waiting', 'withdrawn'] as const
export type ParticipantStatus = (typeof participantStatuses)[number]

export type CourseMoved = { courseId: CourseId; name: string }
export type ClassMoved = { classId: ClassId; name: string }
export type ParticipantMoved = { classId: ClassId; participantId: ParticipantId }
/** Who has the place now that was given up; nobody where nobody waited. */
export type PlaceGivenUp = ParticipantMoved & { placeGoesTo: ParticipantId | null }
const course = carries<CourseMoved>()
const moved = carries<ClassMoved>()
const place = carries<ParticipantMoved>()
const givenUp = carries<PlaceGivenUp>()

const office = { 'provincial-officer': 'any' } as const
const closed = 'class-closed'

export const courseActs = nameActs('training-course', {
  create: {
    by: office,
    event: 'training-course.created',
    payload: course,
    says: 'Lập khóa tập huấn',
    refusals: ['request-key-reused', 'criterion-unknown'],
  },
  change: {
    by: office,
    event: 'training-course.changed',
    payload: course,
    says: 'Sửa khóa tập huấn',
    refusals: ['criterion-unknown'],
  },
} as const satisfies ActRows)

const formRefusals = ['size-outside', 'sessions-overlap', 'sign-up-after-start'] as const

export const classActs = nameActs('training-class', {
  create: {
    by: office,
    event: 'training-class.created',
    payload: moved,
    says: 'Lập lớp tập huấn',
    refusals: ['request-key-reused', ...formRefusals],
  },
  change: {
    from: ['draft'],
    by: office,
    event: 'training-class.changed',
    payload: moved,
    says: 'Sửa lớp tập huấn',
    closed,
    refusals: formRefusals,
  },
  open: {
    from: ['draft'],
    to: 'open',
    by: office,
    event: 'training-class.opened',
    payload: moved,
    says: 'Mở ghi danh lớp tập huấn',
    closed,
    refusals: ['sign-up-passed', 'hours-short'],
  },
  hold: {
    from: ['open'],
    to: 'held',
    by: office,
    event: 'training-class.held',
    payload: moved,
    says: 'Ghi lớp tập huấn đã học xong',
    closed,
    refusals: ['sessions-still-come', 'nobody-listed'],
  },
  cancel: {
    from: ['draft', 'open'],
    to: 'cancelled',
    by: office,
    event: 'training-class.cancelled',
    payload: moved,
    says: 'Hủy lớp tập huấn',
    closed,
  },
} as const satisfies ActRows<ClassStatus>)
export type ClassAct = keyof typeof classActs

export const participantActs = nameActs('training-participant', {
  /** A producer takes its own place; by telephone the office writes it down. */
  'sign-up': {
    by: { ...office, producer: 'any' },
    event: 'training-participant.signed-up',
    payload: place,
    says: 'Ghi danh lớp tập huấn',
    refusals: ['request-key-reused', 'sign-up-closed', 'phone-wrong', 'listed-before', 'producer-missing', 'producer-unknown'],
  },
  withdraw: {
    from: ['listed', 'waiting'],
    to: 'withdrawn',
    by: { ...office, anyone: 'link' },
    event: 'training-participant.withdrawn',
    payload: givenUp,
    says: 'Rút tên khỏi lớp tập huấn',
    closed: 'place-given-up',
    refusals: ['class-over'],
  },
} as const satisfies ActRows<ParticipantStatus>)
export type ParticipantAct = keyof typeof participantActs

/** Whoever holds the link of a place, or works for the producer that took it. */
export const tiesOfPlace = (holdsIt: boolean): Ties => ({ link: holdsIt })

export const trainingActTables = [
  { says: 'Khóa tập huấn', statuses: [], acts: courseActs },
  { says: 'Lớp tập huấn', statuses: classStatuses, acts: classActs },
  { says: 'Học viên', statuses: participantStatuses, acts: participantActs },
] as const
