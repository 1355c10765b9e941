import './topics.ts'
import type { Outcome } from '@dacsan/decisions'
import type { Band } from '@dacsan/scorecard'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { criteriaSet } from '../law/index.ts'
import type { CriteriaSet } from '../law/index.ts'
import { addEvidence } from './evidence/add-evidence.ts'
import { attachEvidence } from './evidence/attach-evidence.ts'
import { proposeDossier, returnDossier, saveReview } from './review/commune-review.ts'
import { findDossier } from './find-dossier.ts'
import { moveDossier } from './filing/move-dossier.ts'
import { choosable, conditionOf, formSections, hasNoneAnswer } from './rules.ts'
import type { ChoicePick, CommuneReview, DossierKind, DossierStatus, DossierView, FormSection, UpperMove } from './rules.ts'
import { saveChoices } from './drafting/save-choices.ts'
import { saveSection } from './drafting/save-section.ts'
import { startDossier } from './drafting/start-dossier.ts'
import { submitDossier } from './filing/submit-dossier.ts'
import { listEvidence } from './evidence/vault.ts'
import { withdrawDossier } from './filing/withdraw-dossier.ts'
import type { DossierId } from './rules/ids.ts'

/** Whose hands a dossier goes through. */
export type DossierPeople = { producer: Ctx; communeOfficer: Ctx; provincialOfficer: Ctx; councilChair: Ctx }

export type GivenDossier = {
  productId: string
  kind?: DossierKind
  status?: DossierStatus
  /** What the self-scoring reaches: its minimums and just enough points. */
  stars?: 3 | 4 | 5
  /** Fields as they would be typed, over the sample ones. */
  typed?: Partial<Record<FormSection, Record<string, string>>>
  review?: Partial<CommuneReview>
}

/** A complete dossier in any state, made by the real commands, each by its own person. */
export async function aDossier(people: DossierPeople, given: GivenDossier): Promise<DossierView> {
  const { productId, kind = 'first', status = 'draft', stars = 4 } = given
  const { dossierId } = must(await startDossier(people.producer, { productId, kind }))
  await completeDossier(people.producer, dossierId, { stars, typed: given.typed })
  await bringDossier(people, dossierId, { from: 'draft', to: status, review: given.review })
  return findDossier(people.producer, dossierId)
}

/** Brings a dossier further on its way, so that each stretch of it can have a day of its own. */
export async function bringDossier(
  people: DossierPeople,
  dossierId: DossierId,
  { from, to, review }: { from: DossierStatus; to: DossierStatus; review?: Partial<CommuneReview> },
): Promise<void> {
  for (const step of stepsTo[to].slice(stepsTo[from].length)) await carryOut(people, dossierId, step, review)
}

/** Fills every part of a draft. */
export async function completeDossier(
  producer: Ctx,
  dossierId: DossierId,
  { stars = 4, typed = {} }: Pick<GivenDossier, 'stars' | 'typed'> = {},
): Promise<void> {
  const version = async () => (await findDossier(producer, dossierId)).version
  const { kind } = await findDossier(producer, dossierId)
  for (const section of formSections) {
    // A first dossier changes nothing.
    const fields = { ...sampleTyped[section], ...(section === 'registration' && kind === 'first' && { changes: '' }), ...typed[section] }
    must(await saveSection(producer, { dossierId, version: await version(), section, typed: fields }))
  }
  const { criteriaDecision, setCode } = await findDossier(producer, dossierId)
  const picks = picksFor(criteriaSet(criteriaDecision, setCode), stars)
  must(await saveChoices(producer, { dossierId, version: await version(), picks }))
  const known = (await listEvidence(producer)).find((paper) => paper.kind === sampleEvidence.kind)
  if (known) must(await attachEvidence(producer, { dossierId, evidenceId: known.id, criterion: null }))
  else must(await addEvidence(producer, sampleEvidence, null, { dossierId, criterion: null }))
}

type Step = 'submit' | 'return' | 'review' | 'propose' | 'withdraw' | UpperMove

const received: readonly Step[] = ['submit', 'review', 'propose', 'receive']
const scored: readonly Step[] = [...received, 'appraise', 'score']

const stepsTo: Record<DossierStatus, readonly Step[]> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  proposed: ['submit', 'review', 'propose'],
  'province-returned': [...received, 'return-by-province'],
  received,
  appraising: [...received, 'appraise'],
  scored,
  'awaiting-ministry': [...scored, 'await-ministry'],
  recognised: [...scored, 'recognise'],
  'not-recognised': [...scored, 'not-recognise'],
  withdrawn: ['submit', 'withdraw'],
}

async function carryOut(people: DossierPeople, dossierId: DossierId, step: Step, review?: Partial<CommuneReview>): Promise<void> {
  const { version } = await findDossier(people.producer, dossierId)
  switch (step) {
    case 'submit':
      return void must(await submitDossier(people.producer, { dossierId, version, declared: true }))
    case 'withdraw':
      return void must(await withdrawDossier(people.producer, { dossierId, version, reason: 'Chờ mùa sau' }))
    case 'return':
      return void must(await returnDossier(people.communeOfficer, { dossierId, version, items: [...sampleRequest], repeatReason: '' }))
    case 'review':
      return void must(
        await saveReview(people.communeOfficer, {
          dossierId,
          version,
          ...sampleReview,
          meetingOn: dateInVietnam(people.communeOfficer.now),
          ...review,
        }),
      )
    case 'propose':
      return void must(await proposeDossier(people.communeOfficer, { dossierId, version }))
    default: {
      const ctx = step === 'score' ? people.councilChair : people.provincialOfficer
      const items = step === 'return-by-province' || step === 'return-to-commune' ? sampleRequest : undefined
      await inTransaction(ctx, (tx) => moveDossier(tx, ctx, { dossierId, move: step, items }))
    }
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the fixture was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

const sampleRequest = [{ about: 'section:business', text: 'Ghi rõ nguồn nguyên liệu mua của ai, ở ấp nào.' }] as const

export const sampleEvidence = {
  kind: 1,
  title: 'Giấy chứng nhận đăng ký hợp tác xã',
  number: '5807000001',
  issuedBy: 'Phòng Tài chính – Kế hoạch',
  issuedOn: '2020-03-12',
  expiresOn: null,
} as const

export const sampleReview: CommuneReview = {
  formCheck: {
    'registration-form': 'yes',
    'self-assessment': 'yes',
    'business-registration': 'yes',
    'papers-valid': 'yes',
    samples: 'yes',
    'set-right': 'yes',
  },
  materials: 'Nguyên liệu mua của 32 hộ trong xã, có sổ thu mua; xã đã đối chiếu.',
  labour: '18 lao động, 15 người ở trong xã, 11 nữ.',
  idea: 'Cách làm có từ lâu ở địa phương, cơ sở cải tiến khâu đóng gói.',
  identity: 'Gắn với mùa vụ và cách ăn của bà con trong vùng.',
  meetingOn: null,
  participants: 'Lãnh đạo UBND xã, Phòng Kinh tế, Hội Nông dân, Hội Phụ nữ, Trưởng ấp.',
  conclusion: 'Xã thống nhất đề nghị tỉnh đánh giá, phân hạng.',
}

/** Words to fill a form with where nobody's own are at hand. */
export const sampleTyped: Record<FormSection, Record<string, string>> = {
  producer: {
    organisationName: 'Hợp tác xã Mẫu',
    registrationNo: '5807000001',
    representative: 'Nguyễn Thị Mẫu',
    position: 'Giám đốc',
    gender: 'female',
    address: 'Ấp Mẫu, tỉnh Vĩnh Long',
    phone: '0912 345 678',
  },
  registration: {
    productName: 'Sản phẩm mẫu',
    productDescription: 'Làm từ nguyên liệu trong xã, đóng gói 500 g.',
    changes: 'Đổi bao bì, thêm mã truy xuất.',
    hasBusinessRegistration: 'on',
    hasQualityDeclaration: 'on',
    hasFoodSafety: 'on',
    samplesReady: 'on',
  },
  business: {
    materials: 'Mua của các hộ trong xã theo hợp đồng.',
    process: 'Xưởng 200 m², một máy sấy, một máy đóng gói.',
    outputUnit: 'kg',
    outputLastYear: '12.500',
    outputYearBefore: '9.800',
    revenueLastYear: '1.250.000.000',
    revenueYearBefore: '940.000.000',
    profitLastYear: '180.000.000',
    profitYearBefore: '120.000.000',
    labourTotal: '18',
    labourLocal: '15',
    labourFemale: '11',
    markets: 'Chợ, đại lý trong tỉnh, một sàn thương mại điện tử.',
  },
  plan: {
    planOutput: '15.000',
    planRevenue: '1.500.000.000',
    planMarket: 'Thêm ba đại lý ngoài tỉnh.',
    planQuality: 'Kiểm nghiệm sáu tháng một lần.',
  },
}

/** Choices that hold exactly so many stars: every minimum up to them, then points one criterion after another until it is enough. */
export function picksFor(set: CriteriaSet, stars: 3 | 4 | 5, bands: readonly Band[] = sampleBands): ChoicePick[] {
  const criteria = set.parts.flatMap((part) => part.sections.flatMap(choosable))
  const wanted = bands.find((band) => band.level === stars)!.min
  const chosen = new Map<string, number | null>()
  let total = 0
  for (const criterion of criteria) {
    const least = Math.max(0, ...criterion.options.filter((option) => (option.minimumFor ?? 9) <= stars).map((option) => option.points))
    const index = criterion.options.findIndex((option) => option.points === least)
    chosen.set(criterion.code, index === -1 ? (hasNoneAnswer(criterion) ? null : 0) : index)
    total += least
  }
  for (const criterion of criteria) {
    if (total >= wanted) break
    const best = criterion.options.reduce((top, option, index) => (option.points > criterion.options[top]!.points ? index : top), 0)
    const now = chosen.get(criterion.code) ?? null
    total += criterion.options[best]!.points - (now === null ? 0 : criterion.options[now]!.points)
    chosen.set(criterion.code, best)
  }
  const pointsOf = (code: string) => {
    const index = chosen.get(code) ?? null
    return index === null ? 0 : criteria.find((criterion) => criterion.code === code)!.options[index]!.points
  }
  return criteria
    .filter((criterion) => {
      const condition = conditionOf(set, criterion.code)
      return condition === undefined || pointsOf(condition.code) > 0
    })
    .map((criterion) => ({ criterion: criterion.code, optionIndex: chosen.get(criterion.code)!, reason: '' }))
}

/** Quyết định 26/2026/QĐ-TTg, Điều 3. */
const sampleBands: readonly Band[] = [
  { level: 3, min: 50 },
  { level: 4, min: 70 },
  { level: 5, min: 90 },
]
