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
  const moment = (ago: number, hour = '09:00') => new Date(`${stage.dayAgo(ago)}T${hour}:00+07:00`)
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

  async function teach(classId: ClassId, places: readonly { participantId: ParticipantId; secret: string }[]): Promise<void> {
    const { sessions } = await findClass(office(moment(19)), classId)
    for (const [index, { id: sessionId, number }] of sessions.entries()) {
      const at = moment(20 - index, '15:00')
      // A few are away: each eighth at the first session, each sixth at the second.
      const marked = places.map(({ participantId }, place) => ({ participantId, present: place % (number === 1 ? 8 : 6) !== 5 }))
      must(await markAttendance(office(at), { sessionId, reason: '', marked }))
      must(await addSheet(office(at), { sessionId }, { content: await sheet(index), name: 'mau.png' }))
    }
    for (const [index, { participantId, secret }] of places.entries()) {
      must(await recordTest(office(moment(19, '16:00')), { participantId, points: index % 7 === 3 ? 0 : 5 + 5 * (index % 2) }))
      if (index % 3 === 0)
        must(await sayOpinion(office(moment(19, '17:00')), { participantId, secret }, { score: 4 + (index % 2), words: '' }))
    }
  }

  async function accept(classId: ClassId): Promise<void> {
    must(await holdClass(office(moment(18)), { classId }))
    must(await certifyClass(office(moment(17)), { classId, decisionNumber: '88/QĐ-VPĐP (mẫu)', decisionOn: stage.dayAgo(17) }))
    for (const one of costs)
      must(await recordCost(office(moment(16)), recordCostInput.parse({ ...one, classId, requestKey: requestKey() })))
    must(await acceptClass(office(moment(15)), { classId, acceptedNumber: '09/BB-NT (mẫu)', acceptedOn: stage.dayAgo(15) }))
  }

  const taught: DemoStep = {
    ago: 'now',
    async take(at) {
      const courseId = await course(moment(40))
      const past = `${stage.dayAgo(20)} 08:00-11:30; Nhãn hàng và bao bì\n${stage.dayAgo(19)} 08:00-11:30; Câu chuyện sản phẩm, thực hành`
      const first = await open(moment(39), courseId, {
        name: 'Bao bì và câu chuyện, lớp 1 (mẫu)',
        signUpBy: `${stage.dayAgo(25)}T16:30`,
        sessions: past,
      })
      await teach(first, await list(moment(35), first, 38))
      await accept(first)

      const sessions = `${ahead(20)} 08:00-11:30; Nhãn hàng và bao bì\n${ahead(21)} 08:00-11:30; Câu chuyện sản phẩm, thực hành`
      const second = await open(at, courseId, { name: 'Bao bì và câu chuyện, lớp 2 (mẫu)', signUpBy: `${ahead(15)}T16:30`, sessions })
      const { slug } = (await findClass(office(at), second)).held
      const own = signUpInput.parse({ name: 'Thạch Thị Mẫu', phone: '0900000001', requestKey: requestKey() })
      must(await signUp(cast('chuthe', at), slug, own, { isSample: true }))
      await list(at, second, 9)
    },
  }
  return { steps: [taught] }
}
