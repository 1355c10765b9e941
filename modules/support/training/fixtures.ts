import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import sharp from 'sharp'
import type { Ctx } from '../../context.ts'
import type { Person } from '../../identity/index.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { createClassInput, createCourseInput, signUpByPhoneInput } from './inputs.ts'
import type { CreateClassInput, CreateCourseInput, SignUpByPhoneInput } from './inputs.ts'
import { createClass, openClass } from './manage-class.ts'
import { createCourse } from './manage-course.ts'
import type { ClassId, CourseId } from './rules/ids.ts'
import { signUpByPhone } from './sign-up.ts'

export { mustBe }

/** The days of the life of a class. */
export const trainingDays = {
  written: '2026-11-23T09:00:00+07:00',
  signed: '2026-11-25T09:00:00+07:00',
  first: '2026-12-10T08:10:00+07:00',
  second: '2026-12-11T08:10:00+07:00',
  after: '2026-12-12T09:00:00+07:00',
  later: '2027-03-20T09:00:00+07:00',
} as const

export const anOffice: Person = {
  kind: 'person',
  userId: 'usr_training',
  name: 'Nguyễn Chuyên Viên',
  email: 'tap-huan@example.vn',
  memberships: [
    {
      role: 'provincial-officer',
      organisationId: 'org_office',
      organisationCode: 'office',
      organisationName: 'Văn phòng',
      communeCode: null,
    },
  ],
}

export const aCourseForm = (given: Partial<Record<keyof CreateCourseInput, unknown>> = {}): CreateCourseInput =>
  createCourseInput.parse({
    name: 'Bao bì, nhãn hàng',
    about: 'Cho cơ sở yếu điểm về bao bì.',
    content: 'Nhãn, bao bì, câu chuyện.',
    hours: '7',
    criteria: '',
    need: '',
    requestKey: newId('key'),
    ...given,
  })

export const aClassForm = (courseId: CourseId, given: Partial<Record<keyof CreateClassInput, unknown>> = {}): CreateClassInput =>
  createClassInput.parse({
    courseId,
    name: 'Bao bì, lớp 1',
    kind: 'ocop',
    organiser: 'Văn phòng điều phối',
    venue: 'Hội trường',
    lecturer: 'Cô Mẫu',
    planNumber: '12/KH-VPĐP',
    planOn: '2026-11-20',
    budgetSource: 'Chương trình mục tiêu quốc gia',
    least: '15',
    places: '15',
    signUpBy: '2026-12-05T16:30',
    mealVnd: '100.000',
    travelVnd: '0',
    lodgingVnd: '',
    payNote: '',
    sessions: '2026-12-10 08:00-11:30; Nhãn hàng\n2026-12-11 08:00-11:30; Bao bì',
    requestKey: newId('key'),
    ...given,
  })

export async function anOpenClass(office: Ctx, given: Parameters<typeof aClassForm>[1] = {}) {
  const { courseId } = mustBe(await createCourse(office, aCourseForm()))
  const { classId } = mustBe(await createClass(office, aClassForm(courseId, given)))
  mustBe(await openClass(office, { classId }))
  const { slug } = await office.db.selectFrom('training_class').select('slug').where('id', '=', classId).executeTakeFirstOrThrow()
  return { courseId, classId, slug }
}

export const aCaller = (
  classId: ClassId,
  index: number,
  given: Partial<Record<keyof SignUpByPhoneInput, unknown>> = {},
): SignUpByPhoneInput =>
  signUpByPhoneInput.parse({
    classId,
    name: `Thạch Thị ${index}`,
    phone: `09120000${String(index).padStart(2, '0')}`,
    producer: '',
    place: 'Xã Cầu Kè',
    language: 'vi',
    requestKey: newId('key'),
    ...given,
  })

/** So many people in the list, one after the other. */
export async function aFullList(office: Ctx, classId: ClassId, many: number) {
  const places = []
  for (let index = 1; index <= many; index += 1) places.push(mustBe(await signUpByPhone(office, aCaller(classId, index))))
  return places
}

/** A signed sheet as a telephone photographs it; no two of a different shade are one file. */
export const aSheet = async (shade = 70) => ({
  content: await sharp({ create: { width: 60, height: 80, channels: 3, background: { r: shade, g: 200, b: 200 } } })
    .jpeg()
    .toBuffer(),
  name: 'bang-ky.jpg',
})
