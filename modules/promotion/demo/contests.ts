import { drawSquares } from '@dacsan/platform/draw-squares'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { visitor } from '../../identity/index.ts'
import { enterContest } from '../contests/enter.ts'
import { createContestInput, enterContestInput } from '../contests/inputs.ts'
import { declareConflict, handInSheet, markEntry } from '../contests/judge.ts'
import { beginJudging, createContest, nameJuror, openContest } from '../contests/manage-contest.ts'
import { previewResult, publishContest } from '../contests/publish.ts'
import { findContest } from '../contests/read-contest.ts'
import type { ContestId } from '../contests/rules/ids.ts'

const entries = [
  { title: 'Giỏ lục bình Cồn Chim (mẫu)', entrantName: 'Thạch Thị Mẫu', showsName: '1' },
  { title: 'Hộp thốt nốt năm ngăn (mẫu)', entrantName: 'Kim Văn Thử', showsName: '1' },
  { title: 'Túi cói ba miền (mẫu)', entrantName: 'Sơn Thị Ví Dụ', showsName: '1' },
  { title: 'Mâm quả Ok Om Bok (mẫu)', entrantName: 'Lâm Thị Thí', showsName: '1' },
  { title: 'Giỏ tre gấp lại được (mẫu)', entrantName: 'Trần Văn Mẫu', showsName: '' },
  { title: 'Hộp giấy từ bã mía (mẫu)', entrantName: 'Võ Thị Thử', showsName: '1' },
]
/** What each of the jury gave each entry; null: in conflict. The second and the third entry are equal and share a prize. */
const sums: readonly (readonly (number | null)[])[] = [
  [88, 79, 79, 92, 65, 70],
  [90, 82, 82, null, 60, 72],
  [85, 80, 80, 88, 66, 75],
]
const jury = ['thanhvien1', 'thanhvien2', 'thanhvien3']

const form = {
  about: 'Cuộc thi của dữ liệu mẫu, không có thật. Ai cũng dự được, không thu phí.',
  rulesText: `Dữ liệu mẫu.

Mỗi bài là một giỏ quà có ít nhất ba sản phẩm OCOP, làm bằng vật liệu dùng lại được. Gửi từ một đến năm ảnh.

Giám khảo chấm theo số bài và ảnh. Bài chép của người khác bị loại, giải đã trao bị thu hồi.`,
  fairId: '',
  organiser: 'Sở Công Thương (mẫu)',
  criteria: 'Ý tưởng, câu chuyện; 40\nVật liệu, cách đóng gói; 30\nSản phẩm OCOP trong giỏ; 30',
  prizes: 'Giải nhất; 1; 10.000.000\nGiải nhì; 1; 6.000.000\nGiải ba; 2; 3.000.000',
}

/** A woven pattern in the place of a photo: nobody takes it for a real basket. */
const pattern = (kind: number): Promise<Buffer> =>
  drawSquares(
    Array.from({ length: 18 }, (_, down) => Array.from({ length: 24 }, (__, across) => (Math.floor(across / (kind + 1)) + Math.floor(down / ((kind % 3) + 1))) % 2 === 0)), // prettier-ignore
    { scale: 24, margin: 2 },
  )

/** One contest that went from its call to its result, and one that takes entries. All of it is invented and says so. */
export function contestsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const office = (at: Date) => cast('congthuong', at)
  const anybody = (at: Date): Ctx => ({ ...stage.ctx, now: at, actor: visitor })
  const requestKey = () => stage.ctx.newId('key')

  async function call(at: Date, given: Record<string, string>): Promise<{ contestId: ContestId; slug: string }> {
    const typed = createContestInput.parse({ ...form, letterOn: dateInVietnam(at), requestKey: requestKey(), ...given })
    const { contestId } = must(await createContest(office(at), typed, { isSample: true }))
    must(await openContest(office(at), { contestId }))
    return { contestId, slug: (await findContest(office(at), contestId)).contest.slug }
  }

  async function enter(at: Date, slug: string, only: readonly (typeof entries)[number][]): Promise<void> {
    for (const [index, one] of only.entries()) {
      const about = 'Bài dự thi của dữ liệu mẫu, ảnh chỉ là hoa văn.'
      const typed = enterContestInput.parse({ ...one, about, products: '', phone: `090000010${index}`, isOwnWork: '1', mayBeShown: '1', requestKey: requestKey() }) // prettier-ignore
      const photos = [{ content: await pattern(index), name: 'mau.png' }]
      must(await enterContest(anybody(at), slug, typed, { photos, isSample: true }))
    }
  }

  async function judge(at: Date, contestId: ContestId): Promise<void> {
    for (const account of jury) must(await nameJuror(office(at), { contestId, login: `${account}@demo.vn` }))
    must(await beginJudging(office(at), { contestId }))
    const { entries: entered, jury: named } = await findContest(office(at), contestId)
    for (const [index, { id: jurorId }] of named.entries()) {
      const juror = cast(jury[index]!, at)
      for (const [place, { id: entryId }] of entered.entries()) {
        const sum = sums[index]![place]!
        if (sum === null) must(await declareConflict(juror, { jurorId, entryId, words: 'Người cùng cơ quan (mẫu)' }))
        else {
          const [idea, pack] = [Math.round(sum * 0.4), Math.round(sum * 0.3)]
          const points = [idea, pack, sum - idea - pack].map((one, criterion) => ({ criterion: criterion + 1, points: one }))
          must(await markEntry(juror, { jurorId, entryId, points }))
        }
      }
      must(await handInSheet(juror, { jurorId }))
    }
    must(await publishContest(office(at), { contestId, mark: (await previewResult(office(at), contestId)).result!.mark }))
  }

  const hours = (opens: number, closes: number, judged: number) => ({
    opensAt: `${stage.dayAgo(opens)}T08:00`,
    closesAt: `${stage.dayAgo(closes)}T16:30`,
    judgeBy: `${stage.dayAgo(judged)}T16:30`,
  })
  const ahead = (days: number) => `${dateInVietnam(new Date(stage.ctx.now.getTime() + days * 86_400_000))}T16:30`

  let past: { contestId: ContestId; slug: string }
  const published: DemoStep[] = [
    {
      ago: 40,
      async take(at) {
        past = await call(at, { name: 'Thi thiết kế giỏ quà Trung thu (mẫu)', letterNumber: '31/QĐ-SCT (mẫu)', ...hours(40, 25, 18) })
      },
    },
    { ago: 30, take: (at) => enter(at, past.slug, entries) },
    { ago: 20, take: (at) => judge(at, past.contestId) },
  ]
  const open: DemoStep = {
    ago: 'now',
    async take(at) {
      const given = { opensAt: `${stage.dayAgo(3)}T08:00`, closesAt: ahead(30), judgeBy: ahead(40) }
      const { slug } = await call(at, { name: 'Thi thiết kế giỏ quà Tết (mẫu)', letterNumber: '45/QĐ-SCT (mẫu)', ...given })
      await enter(at, slug, [{ title: 'Giỏ dừa khô chạm tay (mẫu)', entrantName: 'Thạch Văn Mẫu', showsName: '1' }])
    },
  }
  return { steps: [...published, open] }
}
