import { dateInVietnam } from '@dacsan/vietnam'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { findPublicClass } from '../training/read-public.ts'
import { createClassInput, createCourseInput, signUpByPhoneInput, signUpInput } from '../training/inputs.ts'
import { createClass, openClass } from '../training/manage-class.ts'
import { createCourse } from '../training/manage-course.ts'
import { findClass } from '../training/read-class.ts'
import type { ClassId, CourseId } from '../training/rules/ids.ts'
import { signUp, signUpByPhone } from '../training/sign-up.ts'

const names = ['Thạch Thị Mẫu', 'Kim Văn Thử', 'Sơn Thị Ví Dụ', 'Trần Văn Mẫu', 'Lâm Thị Thí', 'Võ Thị Thử', 'Nguyễn Văn Ví Dụ']
/** Nobody of the demonstration has one name and one number twice. */
const personOf = (index: number) => ({
  name: `${names[index % names.length]} ${Math.floor(index / names.length) + 1}`,
  phone: `09000002${String(index).padStart(2, '0')}`,
})

/** A course that was made of a need, and a class of it that takes sign-ups. All of it is invented and says so. */
export function trainingDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const requestKey = () => stage.ctx.newId('key')
  const ahead = (days: number) => dateInVietnam(new Date(stage.ctx.now.getTime() + days * 86_400_000))

  const course = async (at: Date): Promise<CourseId> => {
    const typed = createCourseInput.parse({
      name: 'Bao bì, nhãn hàng, câu chuyện sản phẩm (mẫu)',
      about: 'Khóa của dữ liệu mẫu: cho cơ sở yếu điểm về bao bì và câu chuyện.',
      content: 'Nhãn hàng theo quy định; chọn bao bì; viết câu chuyện sản phẩm; thực hành trên hàng của mình.',
      hours: '7',
      criteria: '',
      need: 'Bao bì, câu chuyện: nhiều sản phẩm đạt dưới 60% số điểm (mẫu)',
      requestKey: requestKey(),
    })
    return must(await createCourse(cast('chuyenvien', at), typed, { isSample: true })).courseId
  }

  const open = async (at: Date, courseId: CourseId, given: Record<string, string>): Promise<ClassId> => {
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
    const { classId } = must(await createClass(cast('chuyenvien', at), typed, { isSample: true }))
    must(await openClass(cast('chuyenvien', at), { classId }))
    return classId
  }

  const list = async (at: Date, classId: ClassId, many: number): Promise<void> => {
    const neighbours = demoFacts().neighbours.slice(0, many)
    for (const [index, { name }] of neighbours.entries()) {
      const typed = signUpByPhoneInput.parse({
        ...personOf(index),
        classId,
        producer: name,
        place: name,
        language: 'vi',
        requestKey: requestKey(),
      })
      must(await signUpByPhone(cast('chuyenvien', at), typed, { isSample: true }))
    }
  }

  const taught: DemoStep = {
    ago: 'now',
    async take(at) {
      const courseId = await course(at)
      const days = [ahead(20), ahead(21)]
      const sessions = `${days[0]} 08:00-11:30; Nhãn hàng và bao bì\n${days[1]} 08:00-11:30; Câu chuyện sản phẩm, thực hành`
      const classId = await open(at, courseId, { name: 'Bao bì và câu chuyện, lớp 2 (mẫu)', signUpBy: `${ahead(15)}T16:30`, sessions })
      const { slug } = (await findClass(cast('chuyenvien', at), classId)).held
      must(await signUp(cast('chuthe', at), slug, signUpInput.parse({ name: 'Thạch Thị Mẫu', phone: '0900000001', requestKey: requestKey() }), { isSample: true })) // prettier-ignore
      await list(at, classId, 9)
      await findPublicClass(cast('chuthe', at), slug)
    },
  }
  return { steps: [taught] }
}
