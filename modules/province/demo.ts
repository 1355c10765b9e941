import { factPath, findFacts, provinceFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { unitRows } from './units.ts'

const text = z.string().min(1)
const product = z.object({ name: text, description: text, netContent: text })
const producer = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  kind: z.enum(['cooperative', 'household', 'company']),
  taxCode: text,
  registrationNo: text,
  representative: text,
  /** In the commune; and with it. */
  hamlet: text,
  address: text,
  phone: text,
  about: text,
  /** As the bank writes it. */
  accountName: text,
})

/** A producer beside the three that have accounts: small, with one recognised product. */
const neighbour = z.object({
  name: text,
  kind: z.enum(['cooperative', 'household', 'company']),
  commune: text.refine((code) => isCommune(code), 'is not a commune of units.csv'),
  product: text,
  set: text,
  stars: z.union([z.literal(3), z.literal(4)]),
})

const isCommune = (code: string) => unitRows().some((row) => row.new_ward_code === code)

const shape = z.object({
  commune: z.string().refine(isCommune, 'is not a commune of units.csv'),
  communeOffice: z.object({ code: text, name: text }),
  partner: z.object({ code: text, name: text }),
  producers: z.tuple([producer, producer, producer]),
  /** Who asks for stands, goes to courses and tells results beside them. */
  neighbours: z.array(neighbour).default([]),
  /** A product for each dossier of the demonstration; all are processed fruit but `second`, which is processed rice. */
  products: z.object({
    recognised: product,
    threeStars: product,
    fiveStars: product,
    belowThree: product,
    second: product,
    third: product,
    scoring: product,
    received: product,
    proposed: product,
    submitted: product,
    returned: product,
    draft: product,
  }),
})

/** The address of a neighbour, by its place in the file. */
export const neighbourSlug = (index: number): string => `chu-the-mau-${String(index + 1).padStart(2, '0')}`

export const demoFile = provinceFacts('demo.json', shape)

export type DemoFacts = z.infer<typeof shape>

/** The invented people and goods of the demonstration in this province; throws where it has none. */
export function demoFacts(): DemoFacts {
  const facts = findFacts(demoFile)
  if (!facts) throw new Error(`SEED=demo needs ${factPath(demoFile)}, which this province does not have; start with SEED=reference`)
  return facts
}
