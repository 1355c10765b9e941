import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows, Ties } from '../../identity/rules.ts'
import { photoUploadRefusals } from '../../upload-refusals.ts'
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
  'write-test': {
    by: office,
    event: 'training-course.test-written',
    payload: course,
    says: 'Soạn bài kiểm tra của khóa tập huấn',
    refusals: ['tests-taken'],
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
  'mark-attendance': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.attendance-marked',
    payload: moved,
    says: 'Ghi điểm danh lớp tập huấn',
    closed,
    refusals: ['session-not-begun', 'correction-reason-missing'],
  },
  'add-sheet': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.sheet-added',
    payload: moved,
    says: 'Nộp ảnh bảng điểm danh đã ký',
    closed,
    refusals: ['session-not-begun', 'photo-missing', ...photoUploadRefusals],
  },
  'record-test': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.test-recorded',
    payload: moved,
    says: 'Ghi điểm bài kiểm tra trên giấy',
    closed,
    refusals: ['test-taken-before', 'no-test', 'points-outside', 'not-listed'],
  },
  certify: {
    from: ['held'],
    by: office,
    event: 'training-class.certified',
    payload: moved,
    says: 'Cấp giấy chứng nhận cho cả lớp theo quyết định',
    closed,
    final: true,
    refusals: ['nobody-earns'],
  },
  'record-cost': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.cost-recorded',
    payload: moved,
    says: 'Ghi chi phí lớp tập huấn',
    closed,
    refusals: ['above-norm'],
  },
  'strike-cost': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.cost-struck',
    payload: moved,
    says: 'Bỏ dòng chi phí ghi nhầm',
    closed,
    refusals: ['cost-shared'],
  },
  'share-cost': {
    from: ['open', 'held'],
    by: office,
    event: 'training-class.cost-shared',
    payload: moved,
    says: 'Phân bổ chi phí chung cho các lớp',
    closed,
    refusals: ['request-key-reused', 'nothing-to-share-by'],
  },
  accept: {
    from: ['held'],
    to: 'accepted',
    by: office,
    event: 'training-class.accepted',
    payload: moved,
    says: 'Nghiệm thu lớp tập huấn',
    closed,
    final: true,
    refusals: ['file-incomplete'],
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
  /** Without an account: whoever has the code of the session that is on, and stands in the list by name and number. */
  'check-in': {
    from: ['listed'],
    by: { anyone: 'any' },
    event: 'training-participant.checked-in',
    payload: place,
    says: 'Điểm danh bằng mã của buổi học',
    closed: 'place-given-up',
    refusals: ['code-wrong', 'not-now', 'not-in-list', 'marked-absent', 'too-many-attempts'],
  },
  'take-test': {
    from: ['listed'],
    by: { anyone: 'link' },
    event: 'training-participant.test-taken',
    payload: place,
    says: 'Làm bài kiểm tra cuối khóa',
    closed: 'place-given-up',
    refusals: ['test-taken-before', 'no-test', 'not-yet'],
  },
  'say-opinion': {
    from: ['listed'],
    by: { anyone: 'link' },
    event: 'training-participant.opinion-said',
    payload: place,
    says: 'Nhận xét lớp tập huấn',
    closed: 'place-given-up',
    refusals: ['said-before', 'not-yet'],
  },
  'say-applied': {
    from: ['listed'],
    by: { anyone: 'link' },
    event: 'training-participant.applied-said',
    payload: place,
    says: 'Trả lời đã áp dụng được gì sau lớp',
    closed: 'place-given-up',
    refusals: ['said-before', 'not-yet'],
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
