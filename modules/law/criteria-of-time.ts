import { z } from 'zod'
import { criteriaVersions, listCriteriaSets, once, readData } from './criteria.ts'
import type { CriteriaVersion } from './criteria.ts'
import { verifyReadings } from './criteria-reading.ts'

const partShape = z.object({
  code: z.string(),
  max: z.number(),
  sections: z.array(
    z.object({
      name: z.string(),
      max: z.number(),
      criteria: z.array(z.object({ name: z.string(), max: z.number(), options: z.array(z.object({ points: z.number() })).min(1) })),
    }),
  ),
})

const fileShape = z.object({
  sets: z.array(
    z
      .object({
        code: z.string(),
        name: z.string().optional(),
        subgroup: z.string().nullish(),
        group: z.string(),
        status: z.string().optional(),
        parts: z.array(partShape).optional(),
      })
      .transform(({ code, name, subgroup, group, status, parts }) => ({
        code,
        name: name ?? subgroup ?? group,
        status: status ?? '',
        parts,
      })),
  ),
})

/** A set of a decision of its time, to read old papers with; without `parts` where only its name is known. */
export type ReadableSet = z.infer<typeof fileShape>['sets'][number]

/** What the file of a decision that nothing is scored by any more knows of its sets. */
export function readableSets({ file, readable }: CriteriaVersion): readonly ReadableSet[] {
  return readable ? fileShape.parse(readData(file)).sets : []
}

/** What does not add up in a set of an earlier decision; a set that says it is `partial` may lack points, never have too many. */
export function faultsOf({ code, status, parts = [] }: ReadableSet): string[] {
  const lacking = status.startsWith('partial')
  const differs = (at: string, stated: number, found: number) =>
    found === stated || (lacking && found < stated) ? [] : [`${code} ${at}: ${stated} stated, ${found} found`]
  const sum = (rows: readonly { max: number }[]) => rows.reduce((total, { max }) => total + max, 0)
  return parts.flatMap((part) => [
    ...differs(part.code, part.max, sum(part.sections)),
    ...part.sections.flatMap((section) => [
      ...differs(section.name, section.max, sum(section.criteria)),
      ...section.criteria.flatMap(({ name, max, options }) => differs(name, max, Math.max(...options.map(({ points }) => points)))),
    ]),
  ])
}

/** Reads every file of criteria there is and throws at the first that does not add up: better no start than wrong points. */
export const verifyCriteria = once((): void => {
  for (const version of criteriaVersions()) {
    if (version.scorable) listCriteriaSets(version.decision)
    const [fault] = version.scorable ? [] : readableSets(version).flatMap(faultsOf)
    if (fault !== undefined) throw new Error(`${version.file}: ${fault}`)
  }
  verifyReadings()
})

/** The criteria that a recognition of some day, or only of some year, was judged by; `sets` has several names where two come into question. */
export type CriteriaOfTime = { decision: string | null; sets: string[]; inferred: boolean }

/**
 * By which decision, and which of its sets, a product was judged when it was recognised. Unknown (`decision` null) where the year
 * saw two decisions or none; an earlier set is found by the name of the present one, and says so.
 */
export function criteriaOfTime(setCode: string, recognised: { on: string | null; year: number | null }): CriteriaOfTime {
  const [from, to] = recognised.on === null ? yearOf(recognised.year) : [recognised.on, recognised.on]
  const inForce =
    from === null ? [] : criteriaVersions().filter((version) => version.effectiveFrom <= to && (version.effectiveTo ?? to) >= from)
  const [version] = inForce
  if (version === undefined || inForce.length > 1) return { decision: null, sets: [], inferred: false }
  const codes = version.formerSets ? (version.formerSets[setCode] ?? []) : [setCode]
  return { decision: version.decision, sets: codes.map((code) => nameOf(version, code)), inferred: version.formerSets !== undefined }
}

const yearOf = (year: number | null): [string, string] | [null, null] => (year === null ? [null, null] : [`${year}-01-01`, `${year}-12-31`])

const names = new Map<string, Map<string, string>>()

function nameOf(version: CriteriaVersion, setCode: string): string {
  const sets = () => (version.scorable ? listCriteriaSets(version.decision) : readableSets(version))
  const known = names.get(version.decision) ?? new Map(sets().map(({ code, name }) => [code, name]))
  names.set(version.decision, known)
  const name = known.get(setCode)
  if (name === undefined) throw new Error(`${version.file} has no set ${setCode}`)
  return name
}
