import { registerProduct } from '../catalogue/index.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { demoFacts } from '../province/demo.ts'
import type { DemoFacts } from '../province/demo.ts'
import { completeDossier, takeStep } from './demo/sample-dossier.ts'
import type { LocalPeople } from './demo/sample-dossier.ts'
import { startDossier } from './drafting/start-dossier.ts'
import type { DossierId } from './rules.ts'
import type { ProductId } from '../catalogue/rules.ts'

export { picksFor } from './demo/picks-for.ts'

/** The dossier of a product that the province names for its demonstration. */
export type DemoKey = keyof DemoFacts['products']

/** How far a dossier came before the province had it; each stretch so many working days ago. */
export type DemoSample = {
  account: 'chuthe' | 'chuthe2' | 'chuthe3'
  setCode: string
  stars: 3 | 4 | 5
  /** The producer began it, and handed it in unless that is not told. */
  begun: number
  filed?: boolean
  returned?: number
  proposed?: number
}

const processedFruit = 'QD26-07'
const processedRice = 'QD26-06'
const ours = { account: 'chuthe', setCode: processedFruit, stars: 4, filed: true } as const
const early = { begun: 40, proposed: 34 } as const

/** One product for every state that a dossier can be met in; what the tour needs next stands at each desk. */
const samples: Readonly<Record<DemoKey, DemoSample>> = {
  recognised: { ...ours, ...early },
  threeStars: { ...ours, ...early, stars: 3 },
  fiveStars: { ...ours, ...early, stars: 5 },
  belowThree: { ...ours, ...early },
  second: { ...ours, ...early, account: 'chuthe2', setCode: processedRice, stars: 3 },
  third: { ...ours, ...early, account: 'chuthe3' },
  scoring: { ...ours, begun: 27, proposed: 20 },
  received: { ...ours, begun: 18, proposed: 11 },
  proposed: { ...ours, begun: 12, proposed: 6 },
  submitted: { ...ours, begun: 4 },
  returned: { ...ours, begun: 9, returned: 6 },
  draft: { ...ours, begun: 1, filed: false },
}
const keys = Object.keys(samples) as DemoKey[]

export type DossiersDemo = {
  steps: DemoStep[]
  sample(key: DemoKey): DemoSample
  dossierId(key: DemoKey): DossierId
  productId(key: DemoKey): ProductId
  keyOf(dossierId: DossierId): DemoKey
}

/** Dossiers in every state that a commune brings them to. */
export function dossiersDemo(stage: DemoStage): DossiersDemo {
  const { cast } = stage.of(identityDemo)
  const made = new Map<DemoKey, { productId: ProductId; dossierId: DossierId }>()
  const hands = ({ account }: DemoSample, at: Date): LocalPeople => ({ producer: cast(account, at), communeOfficer: cast('canbo.xa', at) })
  const find = (key: DemoKey) => {
    const found = made.get(key)
    if (!found) throw new Error(`the sample dossier ${key} is not there yet`)
    return found
  }
  const steps = keys.flatMap((key): DemoStep[] => {
    const sample = samples[key]
    const { begun, returned, proposed } = sample
    const go = async (at: Date, ...way: Parameters<typeof takeStep>[2][]) => {
      for (const step of way) await takeStep(hands(sample, at), find(key).dossierId, step)
    }
    return [
      { ago: begun, take: async (at) => void made.set(key, await begin(hands(sample, at), key)) },
      ...(returned === undefined ? [] : [{ ago: returned, take: (at: Date) => go(at, 'return') }]),
      ...(proposed === undefined ? [] : [{ ago: proposed, take: (at: Date) => go(at, 'review', 'propose') }]),
    ]
  })
  return {
    steps,
    sample: (key) => samples[key],
    dossierId: (key) => find(key).dossierId,
    productId: (key) => find(key).productId,
    keyOf: (dossierId) => keys.find((key) => made.get(key)?.dossierId === dossierId)!,
  }
}

async function begin(people: LocalPeople, key: DemoKey): Promise<{ productId: ProductId; dossierId: DossierId }> {
  const { account, setCode, stars, filed } = samples[key]
  const { name, description, netContent } = demoFacts().products[key]
  const { productId } = must(await registerProduct(people.producer, { name, setCode, description, netContent }))
  const registration = { productName: name, productDescription: `${description} Quy cách ${netContent}.` }
  const { dossierId } = must(await startDossier(people.producer, { productId, kind: 'first' }))
  await completeDossier(people.producer, dossierId, { stars, typed: { producer: typedBy(account), registration } })
  if (filed) await takeStep(people, dossierId, 'submit')
  return { productId, dossierId }
}

/** What each producer would type of itself. */
function typedBy(account: DemoSample['account']): Record<string, string> {
  const [first, second, third] = demoFacts().producers
  const {
    name: organisationName,
    registrationNo,
    representative,
    hamlet: address,
    phone,
  } = { chuthe: first, chuthe2: second, chuthe3: third }[account]
  const typed = { organisationName, registrationNo, representative, address, phone }
  return account === 'chuthe2' ? { ...typed, position: 'Chủ cơ sở', gender: 'male' } : typed
}
