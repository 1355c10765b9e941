import { drawSquares } from '@dacsan/platform/draw-squares'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { acceptClass, certifyClass, recordCost } from '../training/accept-class.ts'
import { recordTest, sayOpinion, writeTest } from '../training/after-class.ts'
import { addSheet, markAttendance } from '../training/attend.ts'
import { findNeeds } from '../training/find-needs.ts'
import {
  createClassInput,
  createCourseInput,
  recordCostInput,
  signUpByPhoneInput,
  signUpInput,
  writeTestInput,
} from '../training/inputs.ts'
import { createClass, holdClass, openClass } from '../training/manage-class.ts'
import { createCourse } from '../training/manage-course.ts'
import { findClass } from '../training/read-class.ts'
import type { ClassId, CourseId, ParticipantId } from '../training/rules/ids.ts'
import { signUp, signUpByPhone } from '../training/sign-up.ts'
import { needsPage } from '../training/words/pages.ts'

const names = ['Thạch Thị Mẫu', 'Kim Văn Thử', 'Sơn Thị Ví Dụ', 'Trần Văn Mẫu', 'Lâm Thị Thí', 'Võ Thị Thử', 'Nguyễn Văn Ví Dụ']
/** Nobody of the demonstration has one name and one number twice. */
const personOf = (index: number) => ({
  name: `${names[index % names.length]} ${Math.floor(index / names.length) + 1}`,
  phone: `09000002${String(index).padStart(2, '0')}`,
})

const test = '5; Nhãn hàng phải có gì?; Giá bán; *Tên hàng, nơi chịu trách nhiệm, hạn dùng; Ảnh chủ cơ sở\n5; Câu chuyện sản phẩm nên kể gì?; *Điều có thật, kiểm được; Điều nghe hay' // prettier-ignore
const costs = [
  { kind: 'lecturer', says: 'Thù lao giảng viên (mẫu)', quantity: '2', unitVnd: '1.000.000', paper: 'HĐ 01 (mẫu)' },
  { kind: 'write-text', says: 'Biên soạn tài liệu (mẫu)', quantity: '20', unitVnd: '70.000', paper: 'BB 02 (mẫu)' },
  { kind: 'venue', says: 'Hội trường (mẫu)', quantity: '2', unitVnd: '800.000', paper: 'HĐ 03 (mẫu)' },
]

/** A course that was made of a need: one class of it accepted with its file, one that takes sign-ups. All of it is invented and says so. */
export function trainingDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const office = (at: Date): Ctx => cast('chuyenvien', at)
  const requestKey = () => stage.ctx.newId('key')
  const ahead = (days: number) => dateInVietnam(new Date(stage.ctx.now.getTime() + days * 86_400_000))

  async function course(at: Date): Promise<CourseId> {
    const [weak] = (await findNeeds(office(stage.ctx.now))).weak
    const need = weak
      ? needsPage.weakSays(weak.name, weak.communeName, weak.setName, weak.products, `${Math.round(weak.share / 100)}%`)
      : 'Bao bì, câu chuyện: nhiều sản phẩm đạt ít điểm'
    const typed = createCourseInput.parse({
      name: 'Bao bì, nhãn hàng, câu chuyện sản phẩm (mẫu)',
      about: 'Khóa của dữ liệu mẫu: cho cơ sở yếu điểm.',
      content: 'Nhãn hàng theo quy định; chọn bao bì; viết câu chuyện sản phẩm; thực hành trên hàng của mình.',
      hours: '7',
      criteria: weak ? `${weak.setCode}; ${weak.code}` : '',
      need: `${need} (mẫu)`,
      requestKey: requestKey(),
    })
    const { courseId } = must(await createCourse(office(at), typed, { isSample: true }))
    must(await writeTest(office(at), writeTestInput.parse({ courseId, questions: test })))
    return courseId
  }

  async function open(at: Date, courseId: CourseId, given: Record<string, string>): Promise<ClassId> {
    const typed = createClassInput.parse({
      courseId,
      kind: 'ocop',
      organiser: 'Văn phòng điều phối (mẫu)',
      venue: 'Hội trường UBND xã (mẫu)',
      lecturer: 'Giảng viên mẫu, Trường Đại học (mẫu)',
      planNumber: '12/KH-VPĐP (mẫu)',
      planOn: dateInVietnam(at),
      budgetSource: 'Chương trình mục tiêu quốc gia, kinh phí tập huấn (mẫu)',
      least: '15',
      places: '40',
      mealVnd: '100.000',
      travelVnd: '50.000',
      lodgingVnd: '0',
      payNote: 'Chi cho học viên không hưởng lương từ ngân sách.',
      requestKey: requestKey(),
      ...given,
    })
    const { classId } = must(await createClass(office(at), typed, { isSample: true }))
    must(await openClass(office(at), { classId }))
    return classId
  }

  async function list(at: Date, classId: ClassId, many: number) {
    const places: { participantId: ParticipantId; secret: string }[] = []
    for (const [index, { name }] of demoFacts().neighbours.slice(0, many).entries()) {
      const typed = signUpByPhoneInput.parse({ ...personOf(index), classId, producer: name, place: name, language: 'vi', requestKey: requestKey() }) // prettier-ignore
      places.push(must(await signUpByPhone(office(at), typed, { isSample: true })))
    }
    return places
  }

  /** A pattern in the place of a signed sheet: nobody takes it for a real one. */
  const sheet = (kind: number) =>
    drawSquares(Array.from({ length: 20 }, (_, down) => Array.from({ length: 14 }, (__, across) => down % (kind + 2) === 0 || across % 5 === 0)), { scale: 20, margin: 2 }) // prettier-ignore

  /** What the sheet of a session says. A few are away: each eighth at the first session, each sixth at the second. */
  async function writeSheet(at: Date, classId: ClassId, number: 1 | 2): Promise<void> {
    const sessionId = (await findClass(office(at), classId)).sessions.find((one) => one.number === number)!.id
    const marked = places.map(({ participantId }, place) => ({ participantId, present: place % (number === 1 ? 8 : 6) !== 5 }))
    must(await markAttendance(office(at), { sessionId, reason: '', marked }))
    must(await addSheet(office(at), { sessionId }, { content: await sheet(number - 1), name: 'mau.png' }))
  }

  async function writeTests(at: Date): Promise<void> {
    for (const [index, { participantId, secret }] of places.entries()) {
      must(await recordTest(office(at), { participantId, points: index % 7 === 3 ? 0 : 5 + 5 * (index % 2) }))
      if (index % 3 === 0) must(await sayOpinion(office(at), { participantId, secret }, { score: 4 + (index % 2), words: '' }))
    }
  }

  let [courseId, first]: [CourseId?, ClassId?] = []
  let places: { participantId: ParticipantId; secret: string }[] = []
  // After the council has scored: what is weak is known by then.
  const made: DemoStep = {
    ago: 7,
    async take(at) {
      courseId = await course(at)
    },
  }
  const taught: DemoStep[] = [
    {
      ago: 7,
      async take(at) {
        first = await open(at, courseId!, {
          name: 'Bao bì và câu chuyện, lớp 1 (mẫu)',
          signUpBy: `${stage.dayAgo(6)}T16:30`,
          sessions: `${stage.dayAgo(5)} 08:00-11:30; Nhãn hàng và bao bì\n${stage.dayAgo(4)} 08:00-11:30; Câu chuyện sản phẩm, thực hành`,
        })
      },
    },
    {
      ago: 6,
      async take(at) {
        places = await list(at, first!, 38)
      },
    },
    // Each sheet on the morning after its session.
    { ago: 4, take: (at) => writeSheet(at, first!, 1) },
    {
      ago: 3,
      async take(at) {
        await writeSheet(at, first!, 2)
        await writeTests(at)
      },
    },
    {
      ago: 2,
      async take(at) {
        must(await holdClass(office(at), { classId: first! }))
        must(await certifyClass(office(at), { classId: first!, decisionNumber: '88/QĐ-VPĐP (mẫu)', decisionOn: dateInVietnam(at) }))
      },
    },
    {
      ago: 1,
      async take(at) {
        for (const one of costs)
          must(await recordCost(office(at), recordCostInput.parse({ ...one, classId: first!, requestKey: requestKey() })))
        must(await acceptClass(office(at), { classId: first!, acceptedNumber: '09/BB-NT (mẫu)', acceptedOn: dateInVietnam(at) }))
      },
    },
  ]
  const openNow: DemoStep = {
    ago: 'now',
    async take(at) {
      const sessions = `${ahead(20)} 08:00-11:30; Nhãn hàng và bao bì\n${ahead(21)} 08:00-11:30; Câu chuyện sản phẩm, thực hành`
      const second = await open(at, courseId!, { name: 'Bao bì và câu chuyện, lớp 2 (mẫu)', signUpBy: `${ahead(15)}T16:30`, sessions })
      const { slug } = (await findClass(office(at), second)).held
      const own = signUpInput.parse({ name: 'Thạch Thị Mẫu', phone: '0900000001', requestKey: requestKey() })
      must(await signUp(cast('chuthe', at), slug, own, { isSample: true }))
      await list(at, second, 9)
    },
  }
  // A province without neighbours in its demonstration has nobody to teach yet.
  return { steps: [made, ...(demoFacts().neighbours.length === 0 ? [] : taught), openNow] }
}
