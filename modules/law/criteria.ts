import { NotFound } from '@dacsan/decisions'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { verifySet } from '@dacsan/scorecard'
import type { CriteriaSet as Scorecard } from '@dacsan/scorecard'
import { z } from 'zod'
import { certainties } from './topics.ts'
import type { LegalSource } from './topics.ts'
import { decisionNamed } from './words/values.ts'

/** One of the product sets of a decision: how its products are judged, by whom, and what is handed in. */
export type CriteriaSet = Scorecard & {
  no: number
  industry: string
  group: string
  subgroup: string | null
  leadAgency: string | readonly string[]
  samplesRequired: number
  eliminateDossierWhen: readonly string[]
}

const versionShape = z.object({
  decision: z.string(),
  issued: z.iso.date(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  /** How sure we are of its text, as for a row of law, and where the paper itself should be. */
  certainty: z.enum(certainties),
  sourceUrl: z.url().nullable(),
  file: z.string(),
  /** Whether papers of its time can be read with it, and whether its sets are known well enough to score by. */
  readable: z.boolean(),
  scorable: z.boolean(),
  /** How we read it: aisles, plain words, papers. A decision that is scored by has one. */
  reading: z.string().optional(),
  /** Which of its sets a product of a present set was judged by: found by their names, for no paper says so. */
  formerSets: z.record(z.string(), z.array(z.string())).optional(),
  source: z.string(),
  note: z.string(),
})
export type CriteriaVersion = z.infer<typeof versionShape>

/** A file of sets, judged by those who read it: in full only where they are scored by. */
export const readData = (file: string): unknown => readFacts(countryFacts(`criteria/${file}`, z.unknown()))

const criteriaIndexFile = countryFacts('criteria/index.json', z.object({ versions: z.array(versionShape) }))

export const criteriaVersions = (): CriteriaVersion[] => readFacts(criteriaIndexFile).versions

/** The criteria for a dossier filed on this day: the newest in force (Quyết định 26/2026/QĐ-TTg, Điều 12, for what was filed before). */
export function criteriaVersionOn(date: string): CriteriaVersion {
  const version = criteriaVersions()
    .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo))
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1)
  if (!version) throw new NotFound('no criteria are known for this day', { date })
  return version
}

function versionOf(decision: string): CriteriaVersion {
  const version = criteriaVersions().find((known) => known.decision === decision)
  if (!version) throw new NotFound('no such decision', { decision })
  return version
}

/** The paper that a decision's criteria stand on, as pages print it; throws `NotFound` for a decision that set none. */
export function criteriaSource(decision: string): LegalSource {
  const { sourceUrl, certainty } = versionOf(decision)
  return { instrument: decisionNamed(decision), article: null, sourceUrl, certainty }
}

const loaded = new Map<string, readonly CriteriaSet[]>()

/** The sets of a decision in its own order, read and checked once; none where they are not known in full. */
export function listCriteriaSets(decision: string): readonly CriteriaSet[] {
  const sets = loaded.get(decision) ?? readSets(decision)
  loaded.set(decision, sets)
  return sets
}

function readSets(decision: string): readonly CriteriaSet[] {
  const version = versionOf(decision)
  if (!version.scorable) return []
  const { sets } = readData(version.file) as { sets: CriteriaSet[] }
  for (const set of sets) {
    const [fault] = verifySet(set)
    if (fault) throw new Error(`${version.file}: ${set.code} does not add up: ${JSON.stringify(fault)}`)
  }
  return sets
}

/** One set of a decision; throws `NotFound` where there is none by this code. */
export function criteriaSet(decision: string, setCode: string): CriteriaSet {
  const set = listCriteriaSets(decision).find(({ code }) => code === setCode)
  if (!set) throw new NotFound('no such criteria set', { decision, setCode })
  return set
}

export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
