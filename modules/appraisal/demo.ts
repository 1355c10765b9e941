import { dateInVietnam } from '@dacsan/vietnam'
import type { DemoStage, DemoStep } from '../demo.ts'
import { dossiersDemo } from '../dossiers/demo.ts'
import type { DemoKey, DemoSample } from '../dossiers/demo.ts'
import type { RoundId } from '../dossiers/rules.ts'
import { identityDemo } from '../identity/demo.ts'
import type { Cast } from '../identity/demo.ts'
import { criteriaSet } from '../law/index.ts'
import {
  bringSession,
  establishSampleCouncil,
  marksFor,
  openSampleRound,
  openSampleSession,
  receiveSample,
  reportOnSample,
} from './demo/sample-session.ts'
import type { CouncilPeople } from './demo/sample-session.ts'
import { acceptSampleAppeal, askForTest, bringSamples, fileSampleAppeal, visitProducer } from './demo/sample-preparation.ts'
import type { LineChange } from './rules.ts'
import type { AppealId, CouncilId, SessionId } from './rules/ids.ts'

const onTheTable = ['recognised', 'threeStars', 'fiveStars', 'belowThree', 'second', 'third'] as const satisfies DemoKey[]

/** When the province received a dossier, and had the report of its advisory group. */
const intake: readonly { key: DemoKey; received: number; reported: number }[] = [
  ...onTheTable.map((key) => ({ key, received: 30, reported: 22 })),
  { key: 'scoring', received: 16, reported: 9 },
  { key: 'received', received: 8, reported: 4 },
]

const meetingLasts = 2.5 * 3600_000

/** A closed session, whose decision follows, and a session in which members still score. */
export function appraisalDemo(stage: DemoStage): { steps: DemoStep[]; closedSession: () => SessionId } {
  const { cast } = stage.of(identityDemo)
  const { sample, dossierId, keyOf } = stage.of(dossiersDemo)
  const { dayAgo } = stage
  let roundId: RoundId
  let councilId: CouncilId
  let closed: SessionId
  let scoring: SessionId

  const ofCouncil: DemoStep[] = [
    {
      // For a tour of a quarter of an hour: four sheets, the fewest that need no discussion. The other one is newer and so the first to choose.
      ago: 57,
      async take(at) {
        const { members, ...people } = councilAt(cast, at)
        const small = { name: 'Hội đồng ba ủy viên để chạy thử (mẫu)', decisionNumber: '1199/QĐ-UBND (mẫu)', decisionDate: dayAgo(59) }
        await establishSampleCouncil({ ...people, members: members.slice(0, 3) }, small)
      },
    },
    {
      ago: 55,
      async take(at) {
        const people = councilAt(cast, at)
        roundId = await openSampleRound(people.provincialOfficer, { year: Number(dateInVietnam(at).slice(0, 4)), number: 2 })
        councilId = await establishSampleCouncil(people, { decisionNumber: '1200/QĐ-UBND (mẫu)', decisionDate: dayAgo(58) })
      },
    },
    {
      ago: 18,
      async take(at) {
        const dossierIds = onTheTable.map(dossierId)
        closed = await openSampleSession(councilAt(cast, at), { roundId, councilId, heldOn: dayAgo(10), dossierIds })
      },
    },
    {
      ago: 10,
      take: (at) =>
        bringSession(councilAt(cast, at), closed, {
          status: 'closed',
          marks: (id) => marksOf(keyOf(id), sample(keyOf(id))),
          closedAt: new Date(at.getTime() + meetingLasts),
        }),
    },
    {
      ago: 5,
      async take(at) {
        const dossierIds = [dossierId('scoring')]
        scoring = await openSampleSession(councilAt(cast, at), { roundId, councilId, heldOn: dayAgo(0), dossierIds })
      },
    },
    { ago: 0, take: (at) => bringSession(councilAt(cast, at), scoring, { status: 'scoring' }) },
  ]
  let complaint: AppealId
  const ofComplaint: DemoStep[] = [
    {
      ago: 2,
      async take(at) {
        complaint = await fileSampleAppeal(cast(sample('belowThree').account, at), dossierId('belowThree'))
      },
    },
    { ago: 1, take: (at) => acceptSampleAppeal(cast('chuyenvien', at), complaint) },
  ]
  const ofIntake = intake.flatMap(({ key, received, reported }): DemoStep[] => [
    {
      ago: received,
      async take(at) {
        await bringSamples(cast('chuyenvien', at), dossierId(key))
        await receiveSample(councilAt(cast, at), dossierId(key), roundId)
      },
    },
    { ago: reported + 2, take: (at) => visitProducer(cast('chuyenvien', at), dossierId(key)) },
    { ago: reported, take: (at) => reportOnSample(councilAt(cast, at), dossierId(key), sample(key).stars, dayAgo(reported + 2)) },
  ])
  const ofTest: DemoStep = { ago: 6, take: (at) => askForTest(cast('chuyenvien', at), dossierId('received'), dayAgo(0)) }
  return { steps: [...ofCouncil, ...ofIntake, ofTest, ...ofComplaint], closedSession: () => closed }
}

function councilAt(cast: Cast, at: Date): CouncilPeople {
  return {
    provincialOfficer: cast('chuyenvien', at),
    adviser: cast('chuyenvien', at),
    secretary: cast('thuky', at),
    chair: cast('chutich', at),
    members: [1, 2, 3, 4, 5, 6, 7].map((number) => cast(`thanhvien${number}`, at)),
  }
}

/** Without its proof of intellectual property a product misses a minimum of three stars, whatever its points. */
function marksOf(key: DemoKey, { setCode, stars }: DemoSample): LineChange[] {
  return marksFor(criteriaSet('26/2026/QĐ-TTg', setCode), stars).map((line) =>
    key === 'belowThree' && line.criterion === '3.5'
      ? { criterion: line.criterion, choice: 'none', comment: 'Chưa có đơn đăng ký nhãn hiệu hợp lệ' }
      : line,
  )
}
