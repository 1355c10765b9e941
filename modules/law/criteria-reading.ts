import { scoredCriteria } from '@dacsan/scorecard'
import { z } from 'zod'
import { criteriaVersions, criteriaSet, listCriteriaSets, once, readData } from './criteria.ts'
import type { CriteriaSet, CriteriaVersion } from './criteria.ts'
import { communeItems, qualityKinds } from './rules/papers.ts'
import type { CommuneItem, ItemSources, PaperLaw, PaperRow } from './rules/papers.ts'
import { certainties } from './topics.ts'

const criteriaBySet = z.record(z.string(), z.array(z.string()))
const itemShape = z.object({ answers: z.array(z.string().regex(/^[a-z]+\.[A-Za-z]+$/)), criteria: criteriaBySet })

/** How we read a decision: what its own text does not say, kept apart from it, with its source and how sure we are. */
const readingShape = z.object({
  decision: z.string(),
  source: z.string().min(1),
  certainty: z.enum(certainties),
  writtenOn: z.iso.date(),
  sets: z.array(z.object({ code: z.string(), aisle: z.string(), plain: z.string(), examples: z.array(z.string()) })),
  papers: z.array(
    z.object({
      row: z.number().int().positive(),
      name: z.string(),
      hint: z.string(),
      required: z.literal(true).optional(),
      declaredBy: z.string().optional(),
      quality: z.enum(qualityKinds).optional(),
    }),
  ),
  usualPapers: z.array(z.object({ about: z.string(), papers: z.array(z.number()), criteria: criteriaBySet })),
  communeItems: z.object({ materials: itemShape, labour: itemShape, idea: itemShape, identity: itemShape }),
})
export type CriteriaReading = z.infer<typeof readingShape>

/** The readings of the decisions that are scored by, the newest last; each checked against the decision that it reads. */
const readings = once((): readonly CriteriaReading[] => {
  const scorable = criteriaVersions()
    .filter(({ scorable }) => scorable)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
  return scorable.map(readingOf)
})

function readingOf({ decision, reading: file }: CriteriaVersion): CriteriaReading {
  if (file === undefined) throw new Error(`criteria: ${decision} is scored by and has no reading`)
  const reading = readingShape.parse(readData(file))
  const [fault] = readingFaults(reading, listCriteriaSets(decision))
  if (fault !== undefined) throw new Error(`${file}: ${fault}`)
  return reading
}

/** What a reading says of sets, criteria and papers that the decision does not know, or leaves unsaid of those that it does. */
export function readingFaults(reading: CriteriaReading, sets: readonly CriteriaSet[]): string[] {
  const codes = reading.sets.map(({ code }) => code)
  const rows = reading.papers.map(({ row }) => row)
  const known = new Map(sets.map((set) => [set.code, new Set(scoredCriteria(set).map(({ code }) => code))]))
  const unknown = (at: string, criteria: Record<string, readonly string[]>) =>
    Object.entries(criteria).flatMap(([set, listed]) =>
      listed.filter((criterion) => !known.get(set)?.has(criterion)).map((criterion) => `${at}: ${set} has no criterion ${criterion}`),
    )
  const spokenFor = reading.usualPapers.flatMap(({ criteria }) =>
    Object.entries(criteria).flatMap(([set, listed]) => listed.map((criterion) => `${set} ${criterion}`)),
  )
  return [
    ...codes.filter((code) => !known.has(code)).map((code) => `the decision has no set ${code}`),
    ...[...known.keys()].filter((code) => codes.filter((one) => one === code).length !== 1).map((code) => `${code} is not read once`),
    ...rows.filter((row, index) => rows.indexOf(row) !== index).map((row) => `there are two rows ${row} of papers`),
    ...reading.usualPapers.flatMap(({ about, papers }) =>
      papers.filter((row) => !rows.includes(row)).map((row) => `${about}: no row ${row} of papers`),
    ),
    ...spokenFor.filter((one, index) => spokenFor.indexOf(one) !== index).map((one) => `two lines of usual papers speak of ${one}`),
    ...reading.usualPapers.flatMap(({ about, criteria }) => unknown(about, criteria)),
    ...communeItems.flatMap((item) => unknown(item, reading.communeItems[item].criteria)),
  ]
}

function readingFor(decision: string): CriteriaReading {
  const reading = readings().find((one) => one.decision === decision)
  if (!reading) throw new Error(`no reading of ${decision}`)
  return reading
}

/** Which papers a decision asks to be shown with a product of a set. */
export function papersOf(decision: string, setCode: string): PaperLaw {
  const { papers, usualPapers } = readingFor(decision)
  const usual = usualPapers.flatMap(({ papers: rows, criteria }) =>
    (criteria[setCode] ?? []).map((criterion) => [criterion, rows] as const),
  )
  return { rows: papers, usual: Object.fromEntries(usual) }
}

/** The rows of papers that a producer's vault is kept by: those of the newest decision. */
export function paperRows(): readonly PaperRow[] {
  return readings().at(-1)!.papers
}

/** What of a dossier about a set speaks to each of the commune's four items. */
export function communeItemSources(decision: string, setCode: string): Record<CommuneItem, ItemSources> {
  const { communeItems: items } = readingFor(decision)
  const sources = communeItems.map((item) => [item, { answers: items[item].answers, criteria: items[item].criteria[setCode] ?? [] }])
  return Object.fromEntries(sources) as Record<CommuneItem, ItemSources>
}

/** The aisle of every set that products are or were filed under, by its code. */
export const aislesOfSets = once(
  (): ReadonlyMap<string, string> => new Map(readings().flatMap(({ sets }) => sets.map(({ code, aisle }) => [code, aisle]))),
)

/** The sets of every decision that is scored by: what products are or were filed under. */
export const listScorableSets = (): CriteriaSet[] => readings().flatMap(({ decision }) => [...listCriteriaSets(decision)])

/** A set as someone who makes the product looks for it. */
export type SetDescription = Pick<CriteriaSet, 'code' | 'name' | 'industry' | 'group' | 'samplesRequired'> & {
  leadAgency: string
  plain: string
  examples: string[]
}

/** The sets of the newest decision, in plain words with everyday examples. */
export const describeSets = once((): readonly SetDescription[] => {
  const { decision, sets } = readings().at(-1)!
  return sets.map(({ code, plain, examples }) => {
    const { name, industry, group, leadAgency, samplesRequired } = criteriaSet(decision, code)
    return { code, name, industry, group, leadAgency: [leadAgency].flat().join('; '), samplesRequired, plain, examples }
  })
})

/** Reads every reading there is and throws at the first that does not fit its decision: better no start than a wrong aid. */
export const verifyReadings = (): void => void readings()
