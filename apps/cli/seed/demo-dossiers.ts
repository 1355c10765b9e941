import {
  aCouncil,
  anAdvisoryReport,
  aReceivedDossier,
  aRound,
  aSession,
  bringSession,
  marksFor,
} from '../../../modules/appraisal/fixtures.ts'
import type { CouncilPeople } from '../../../modules/appraisal/fixtures.ts'
import { registerProduct } from '../../../modules/catalogue/index.ts'
import { aDossier, bringDossier } from '../../../modules/dossiers/fixtures.ts'
import type { DossierId, RoundId } from '../../../modules/dossiers/rules.ts'
import { criteriaSet } from '../../../modules/law/index.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import type { DemoClock } from './demo-clock.ts'
import { draftSampleDecision, recordSampleDecision } from './demo-decision.ts'
import { demoFacts } from './demo-facts.ts'
import type { Cast } from './demo-people.ts'

/** How far the dossier of a product came, which the demonstration of the province names; each stretch so many working days ago. */
type Sample = {
  setCode: string
  account: 'chuthe' | 'chuthe2'
  stars: 3 | 4 | 5
  /** The producer began it, and handed it in unless that is not told. */
  begun: number
  filed?: boolean
  returned?: number
  proposed?: number
  received?: number
  reported?: number
}

const processedFruit = 'QD26-07'
const processedRice = 'QD26-06'
const ours = { account: 'chuthe', setCode: processedFruit, stars: 4, filed: true } as const
const closed = { begun: 40, proposed: 34, received: 30, reported: 22 } as const

/** One product for every state that a dossier can be met in; what the tour needs next stands at each desk. */
const samples = {
  recognised: { ...ours, ...closed },
  threeStars: { ...ours, ...closed, stars: 3 },
  fiveStars: {
    ...ours,
    ...closed,
    stars: 5,
  },
  belowThree: { ...ours, ...closed },
  second: {
    ...ours,
    ...closed,
    account: 'chuthe2',
    setCode: processedRice,
    stars: 3,
  },
  scoring: {
    ...ours,
    begun: 27,
    proposed: 20,
    received: 16,
    reported: 9,
  },
  received: {
    ...ours,
    begun: 18,
    proposed: 11,
    received: 8,
    reported: 4,
  },
  proposed: {
    ...ours,
    begun: 12,
    proposed: 6,
  },
  submitted: { ...ours, begun: 4 },
  returned: { ...ours, begun: 9, returned: 6 },
  draft: { ...ours, begun: 1, filed: false },
} satisfies Record<string, Sample>
type Key = keyof typeof samples
const keys = Object.keys(samples) as Key[]
const onTheTable = ['recognised', 'threeStars', 'fiveStars', 'belowThree', 'second'] as const satisfies Key[]

const meetingLasts = 2.5 * 3600_000
type Step = { ago: number; take(at: Date): Promise<void> }

/**
 * Dossiers in every state, a closed session with its decision, a session in which members still score: step by step as the weeks went.
 * Answers what may be sold.
 */
export async function seedDossiers(cast: Cast, clock: DemoClock): Promise<{ first: string; second: string }> {
  const dossiers = new Map<Key, { productId: string; dossierId: DossierId }>()
  const dossierId = (key: Key) => dossiers.get(key)!.dossierId
  const officer = (at: Date) => cast('chuyenvien', at)
  const dayAgo = (ago: number) => dateInVietnam(clock(ago))
  let roundId: RoundId
  let councilId = ''
  let closed = ''
  let scoring = ''
  let decisionId = ''

  const ofProgramme: Step[] = [
    {
      // For a tour of a quarter of an hour: four sheets, the fewest that need no discussion. The other one is newer and so the first to choose.
      ago: 57,
      async take(at) {
        const { members, ...people } = councilAt(cast, at)
        const small = { name: 'Hội đồng ba ủy viên để chạy thử (mẫu)', decisionNumber: '1199/QĐ-UBND (mẫu)', decisionDate: dayAgo(59) }
        await aCouncil({ ...people, members: members.slice(0, 3) }, small)
      },
    },
    {
      ago: 55,
      async take(at) {
        roundId = await aRound(officer(at), { year: Number(dateInVietnam(at).slice(0, 4)), number: 2 })
        councilId = await aCouncil(councilAt(cast, at), { decisionNumber: '1200/QĐ-UBND (mẫu)', decisionDate: dayAgo(58) })
      },
    },
    {
      ago: 18,
      async take(at) {
        closed = await aSession(councilAt(cast, at), { roundId, councilId, heldOn: dayAgo(10), dossierIds: onTheTable.map(dossierId) })
      },
    },
    {
      ago: 10,
      take: (at) =>
        bringSession(councilAt(cast, at), closed, {
          status: 'closed',
          marks: (id) => marksOf(keys.find((key) => dossierId(key) === id)!),
          closedAt: new Date(at.getTime() + meetingLasts),
        }),
    },
    {
      ago: 8,
      async take(at) {
        decisionId = await draftSampleDecision(officer(at), closed)
      },
    },
    { ago: 5, take: (at) => recordSampleDecision(officer(at), decisionId, dayAgo(6)) },
    {
      ago: 5,
      async take(at) {
        scoring = await aSession(councilAt(cast, at), { roundId, councilId, heldOn: dayAgo(0), dossierIds: [dossierId('scoring')] })
      },
    },
    { ago: 0, take: (at) => bringSession(councilAt(cast, at), scoring, { status: 'scoring' }) },
  ]
  const ofDossier = (key: Key): Step[] => {
    const sample: Sample = samples[key]
    const bring = (at: Date, to: 'returned' | 'proposed') =>
      bringDossier(handsAt(cast, sample, at), dossierId(key), { from: 'submitted', to })
    const ways: [number | undefined, Step['take']][] = [
      [sample.begun, async (at) => void dossiers.set(key, await begin(handsAt(cast, sample, at), key))],
      [sample.returned, (at) => bring(at, 'returned')],
      [sample.proposed, (at) => bring(at, 'proposed')],
      [sample.received, (at) => aReceivedDossier(councilAt(cast, at), dossierId(key), roundId)],
      [sample.reported, (at) => anAdvisoryReport(councilAt(cast, at), dossierId(key), sample.stars, dayAgo(sample.reported! + 2))],
    ]
    return ways.flatMap(([ago, take]) => (ago === undefined ? [] : [{ ago, take }]))
  }
  const steps = [...ofProgramme, ...keys.flatMap(ofDossier)].toSorted((one, other) => other.ago - one.ago)
  for (const { ago, take } of steps) await take(clock(ago))
  return { first: dossiers.get('recognised')!.productId, second: dossiers.get('second')!.productId }
}

function handsAt(cast: Cast, { account }: Sample, at: Date) {
  return {
    producer: cast(account, at),
    communeOfficer: cast('canbo.xa', at),
    provincialOfficer: cast('chuyenvien', at),
    councilChair: cast('chutich', at),
  }
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

/** What each producer would type of itself. */
function typedBy(account: Sample['account']): Record<string, string> {
  const [first, second] = demoFacts().producers
  const { name: organisationName, registrationNo, representative, hamlet: address, phone } = account === 'chuthe' ? first : second
  const typed = { organisationName, registrationNo, representative, address, phone }
  return account === 'chuthe' ? typed : { ...typed, position: 'Chủ cơ sở', gender: 'male' }
}

async function begin(people: ReturnType<typeof handsAt>, key: Key): Promise<{ productId: string; dossierId: DossierId }> {
  const { account, setCode, stars, filed }: Sample = samples[key]
  const { name, description, netContent } = demoFacts().products[key]
  const registered = await registerProduct(people.producer, { name, setCode, description, netContent })
  if (!registered.ok) throw new Error(`sample product ${name}: ${registered.refusal.code}`)
  const { productId } = registered.value
  const registration = { productName: name, productDescription: `${description} Quy cách ${netContent}.` }
  const typed = { producer: typedBy(account), registration }
  const { id } = await aDossier(people, { productId, status: filed ? 'submitted' : 'draft', stars, typed })
  return { productId, dossierId: id }
}

/** Without its proof of intellectual property a product misses a minimum of three stars, whatever its points. */
function marksOf(key: Key): ReturnType<typeof marksFor> {
  const { setCode, stars } = samples[key]
  return marksFor(criteriaSet('26/2026/QĐ-TTg', setCode), stars).map((line) =>
    key === 'belowThree' && line.criterion === '3.5'
      ? { criterion: line.criterion, choice: 'none', comment: 'Chưa có đơn đăng ký nhãn hiệu hợp lệ' }
      : line,
  )
}
