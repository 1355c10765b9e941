import type { Bank } from '@dacsan/bank-statements'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import type { Band, CriteriaSet } from '@dacsan/scorecard'
import { placeReader } from '@dacsan/vietnam'
import { z } from 'zod'
import { units } from '../../../modules/province/index.ts'
export { holidays } from '../../../modules/law/index.ts'
export { units }

// Read when asked for: a question about one score sheet does not wait for the communes.

export type Criteria = { effectiveFrom: string; bands: Band[]; sets: Map<string, CriteriaSet> }

const indexFile = countryFacts(
  'criteria/index.json',
  z.object({ versions: z.array(z.object({ decision: z.string(), effectiveFrom: z.string(), file: z.string(), scorable: z.boolean() })) }),
)
const setsShape = z.object({
  starBands: z.array(z.object({ star: z.number(), min: z.number() }).transform(({ star, min }): Band => ({ level: star, min }))),
  // The scorecard judges a set itself.
  sets: z.array(z.custom<CriteriaSet>()).transform((sets) => new Map(sets.map((set) => [set.code, set]))),
})
const setsFiles = new Map<string, ReturnType<typeof setsFile>>()
const setsFile = (name: string) => countryFacts(`criteria/${name}`, setsShape)

/** The criteria of a decision that dossiers may be scored by; undefined for any other. */
export function criteriaOf(decision: string): Criteria | undefined {
  const version = readFacts(indexFile).versions.find((known) => known.scorable && known.decision === decision)
  if (!version) return undefined
  const file = setsFiles.get(decision) ?? setsFile(version.file)
  setsFiles.set(decision, file)
  const { starBands, sets } = readFacts(file)
  return { effectiveFrom: version.effectiveFrom, bands: starBands, sets }
}

const banksFile = countryFacts(
  'banks/banks.json',
  z
    .object({ banks: z.array(z.object({ bin: z.string(), code: z.string(), shortName: z.string(), name: z.string() })) })
    .transform(({ banks: list }) => list),
)

export const banks = (): readonly Bank[] => readFacts(banksFile)
export const bankNumbers = (): ReadonlySet<string> => new Set(banks().map(({ bin }) => bin))

let reader: ReturnType<typeof placeReader> | undefined

/** The reader of addresses of the province, made of all its communes once. */
export const readPlace: ReturnType<typeof placeReader> = (text, on) => (reader ??= placeReader(units()))(text, on)
