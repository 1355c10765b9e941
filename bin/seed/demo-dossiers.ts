import { aCouncil, anAppraisedDossier, aRound, aSession, marksFor } from '../../modules/appraisal/fixtures.ts'
import type { CouncilPeople } from '../../modules/appraisal/fixtures.ts'
import { registerProduct } from '../../modules/catalogue/index.ts'
import type { Ctx } from '../../modules/context.ts'
import { aDossier } from '../../modules/dossiers/fixtures.ts'
import { criteriaSet } from '../../modules/law/index.ts'
import type { Cast } from './demo-people.ts'

type Sample = { name: string; setCode: string; description: string; netContent: string }

const processedFruit = 'QD26-07'
const processedRice = 'QD26-06'

/** One product for every state that a dossier can be met in; what the tour needs next stands at each desk. */
const products = {
  recognised: { name: 'Kẹo dừa sáp (mẫu)', setCode: processedFruit, description: 'Kẹo dẻo từ cơm dừa sáp.', netContent: '250 g' },
  threeStars: { name: 'Mứt dừa sáp (mẫu)', setCode: processedFruit, description: 'Mứt sợi sấy dẻo, ít đường.', netContent: '300 g' },
  fiveStars: { name: 'Dừa sáp sợi sấy (mẫu)', setCode: processedFruit, description: 'Dừa sáp sợi sấy thăng hoa.', netContent: '100 g' },
  belowThree: { name: 'Dầu dừa thô (mẫu)', setCode: processedFruit, description: 'Dầu dừa ép thủ công.', netContent: '500 ml' },
  scoring: {
    name: 'Sữa chua dừa sáp (mẫu)',
    setCode: processedFruit,
    description: 'Sữa chua từ nước cốt dừa sáp.',
    netContent: '4 × 100 g',
  },
  received: { name: 'Bánh dừa sáp nướng (mẫu)', setCode: processedFruit, description: 'Bánh nướng nhân dừa sáp.', netContent: '200 g' },
  proposed: { name: 'Thạch dừa sáp (mẫu)', setCode: processedFruit, description: 'Thạch lên men từ nước dừa.', netContent: '500 g' },
  submitted: {
    name: 'Cơm dừa sáp cấp đông (mẫu)',
    setCode: processedFruit,
    description: 'Cơm dừa sáp tươi cấp đông.',
    netContent: '400 g',
  },
  returned: { name: 'Chè dừa sáp (mẫu)', setCode: processedFruit, description: 'Chè ăn liền.', netContent: '250 g' },
  draft: { name: 'Kem dừa sáp (mẫu)', setCode: processedFruit, description: 'Kem hộp.', netContent: '80 g' },
} satisfies Record<string, Sample>

const secondProduct: Sample = {
  name: 'Bánh tét ba màu (mẫu)',
  setCode: processedRice,
  description: 'Bánh tét lá cẩm, lá dứa, gấc, nhân trứng muối.',
  netContent: '700 g',
}

export type SeededDossiers = { closedSessionId: string; sold: { first: string; second: string } }

/** Dossiers in every state, one closed session with results, one session in which members still score. */
export async function seedDossiers(cast: Cast): Promise<SeededDossiers> {
  const people = {
    producer: cast('chuthe'),
    communeOfficer: cast('canbo.xa'),
    provincialOfficer: cast('chuyenvien'),
    councilChair: cast('chutich'),
  }
  const council: CouncilPeople = {
    provincialOfficer: cast('chuyenvien'),
    adviser: cast('chuyenvien'),
    secretary: cast('thuky'),
    chair: cast('chutich'),
    members: [1, 2, 3, 4, 5, 6, 7].map((number) => cast(`thanhvien${number}`)),
  }
  const ofProducer = async (
    producer: Ctx,
    sample: Sample,
    status: 'draft' | 'submitted' | 'returned' | 'proposed',
    stars: 3 | 4 | 5 = 4,
  ) => {
    const productId = await register(producer, sample)
    const typed = { registration: { productName: sample.name, productDescription: `${sample.description} Quy cách ${sample.netContent}.` } }
    return { productId, dossierId: (await aDossier({ ...people, producer }, { productId, status, stars, typed })).id }
  }

  const roundId = await aRound(people.provincialOfficer)
  const councilId = await aCouncil(council)

  const four = await ofProducer(people.producer, products.recognised, 'proposed', 4)
  const three = await ofProducer(people.producer, products.threeStars, 'proposed', 3)
  const five = await ofProducer(people.producer, products.fiveStars, 'proposed', 5)
  const below = await ofProducer(people.producer, products.belowThree, 'proposed', 4)
  const second = await ofProducer(cast('chuthe2'), secondProduct, 'proposed', 3)
  const closing = [
    { ...four, stars: 4 },
    { ...three, stars: 3 },
    { ...five, stars: 5 },
    { ...below, stars: 4 },
    { ...second, stars: 3 },
  ] as const
  for (const one of closing) await anAppraisedDossier(council, one.dossierId, roundId, one.stars)

  const scoring = await ofProducer(people.producer, products.scoring, 'proposed')
  await anAppraisedDossier(council, scoring.dossierId, roundId)
  const received = await ofProducer(people.producer, products.received, 'proposed')
  await anAppraisedDossier(council, received.dossierId, roundId)

  const setOf = new Map<string, Sample>([
    [four.dossierId, products.recognised],
    [three.dossierId, products.threeStars],
    [five.dossierId, products.fiveStars],
    [below.dossierId, products.belowThree],
    [second.dossierId, secondProduct],
  ])
  const closedSessionId = await aSession(council, {
    roundId,
    councilId,
    heldOn: '2026-11-16',
    dossierIds: closing.map((one) => one.dossierId),
    status: 'closed',
    marks: (dossierId) => {
      const set = criteriaSet('26/2026/QĐ-TTg', setOf.get(dossierId)!.setCode)
      const { stars } = closing.find((one) => one.dossierId === dossierId)!
      // Without its proof of intellectual property a product misses a minimum of three stars, whatever its points.
      return marksFor(set, stars).map((line) =>
        dossierId === below.dossierId && line.criterion === '3.5'
          ? { criterion: line.criterion, choice: 'none', comment: 'Chưa có đơn đăng ký nhãn hiệu hợp lệ' }
          : line,
      )
    },
  })
  await aSession(council, { roundId, councilId, heldOn: '2026-11-24', dossierIds: [scoring.dossierId], status: 'scoring' })

  await ofProducer(people.producer, products.proposed, 'proposed')
  await ofProducer(people.producer, products.submitted, 'submitted')
  await ofProducer(people.producer, products.returned, 'returned')
  await ofProducer(people.producer, products.draft, 'draft')
  return { closedSessionId, sold: { first: four.productId, second: second.productId } }
}

async function register(producer: Ctx, { name, setCode, description, netContent }: Sample): Promise<string> {
  const registered = await registerProduct(producer, { name, setCode, description, netContent })
  if (!registered.ok) throw new Error(`sample product ${name}: ${registered.refusal.code}`)
  return registered.value.productId
}
