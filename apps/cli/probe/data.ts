import { readFile } from 'node:fs/promises'
import type { Band, CriteriaSet } from '@dacsan/scorecard'
import { type UnitMap, type UnitRow, unitMap } from '@dacsan/vietnam'
import { parse } from 'csv-parse/sync'

const data = new URL('../../../data/', import.meta.url)
const text = (path: string) => readFile(new URL(path, data), 'utf8')
const json = async <T>(path: string) => JSON.parse(await text(path)) as T

/** A question about one score sheet must not wait for the communes to be read, and no file is read twice. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}

export type Criteria = { effectiveFrom: string; bands: Band[]; sets: Map<string, CriteriaSet> }

/** The criteria that dossiers may be scored by, per decision. */
export const criteriaByDecision = once(async () => {
  type Version = { decision: string; effectiveFrom: string; file: string; scorable: boolean }
  type Published = { starBands: { star: number; min: number }[]; sets: CriteriaSet[] }
  const { versions } = await json<{ versions: Version[] }>('criteria/index.json')
  const scorable = versions.filter((version) => version.scorable)
  const read = scorable.map(async ({ decision, effectiveFrom, file }): Promise<[string, Criteria]> => {
    const { starBands, sets } = await json<Published>(`criteria/${file}`)
    const bands = starBands.map(({ star, min }) => ({ level: star, min }))
    return [decision, { effectiveFrom, bands, sets: new Map(sets.map((set) => [set.code, set])) }]
  })
  return new Map(await Promise.all(read))
})

export const units = once(async (): Promise<UnitMap> => {
  const { changes } = await json<{ changes: { file: string; effectiveFrom: string }[] }>('administrative-units/index.json')
  const [change] = changes
  if (!change) throw new Error('data/administrative-units/index.json names no table')
  const rows = parse<UnitRow>(await text(`administrative-units/${change.file}`), { columns: true, bom: true })
  return unitMap(rows, change.effectiveFrom)
})

export const bankNumbers = once(async (): Promise<Set<string>> => {
  const { banks } = await json<{ banks: { bin: string }[] }>('banks/banks.json')
  return new Set(banks.map((bank) => bank.bin))
})
