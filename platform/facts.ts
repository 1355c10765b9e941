import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { judgeFacts } from './judge-facts.ts'
import type { Form } from './judge-facts.ts'

const dataFolder = new URL('../data/', import.meta.url)

/** Where a file of facts is: shared by all provinces, or in the folder of the one that this process serves. */
type Scope = 'country' | 'province'

/** A file of facts that a room declares: where it is, and the shape that it must have. */
export type FactFile<Facts> = { readonly path: string; readonly scope: Scope; readonly form: Form; readonly shape: z.ZodType<Facts> }

/** A file in `data/`, the same for every province: law, criteria, holidays, banks. */
export function countryFacts<Facts>(path: string, shape: z.ZodType<Facts>, form = formOf(path)): FactFile<Facts> {
  return { path, scope: 'country', form, shape }
}

/** A file in the folder of the province, `data/provinces/<PROVINCE>/`. */
export function provinceFacts<Facts>(path: string, shape: z.ZodType<Facts>, form = formOf(path)): FactFile<Facts> {
  return { path, scope: 'province', form, shape }
}

function formOf(path: string): Form {
  if (path.endsWith('.json')) return 'json'
  return path.endsWith('.csv') ? 'rows' : 'lines'
}

const known = new WeakMap<FactFile<unknown>, unknown>()

/** The facts of a file, read and judged once per process. Throws one line that says file, line and what is wrong. */
export function readFacts<Facts>(file: FactFile<Facts>): Facts {
  if (!known.has(file)) {
    const place = placeOf(file)
    known.set(file, judgeFacts(file, `data/${place}`, readText(place)))
  }
  return known.get(file) as Facts
}

/** {@link readFacts} of a file that a province may do without. */
export function findFacts<Facts>(file: FactFile<Facts>): Facts | null {
  return existsSync(new URL(placeOf(file), dataFolder)) ? readFacts(file) : null
}

/** Where a file of facts is, from the root of the project: for messages. */
export const factPath = (file: FactFile<unknown>): string => `data/${placeOf(file)}`

const placeOf = ({ scope, path }: FactFile<unknown>) => (scope === 'country' ? path : `provinces/${currentProvince()}/${path}`)

function readText(place: string): string {
  try {
    return readFileSync(new URL(place, dataFolder), 'utf8')
  } catch {
    throw new Error(`data/${place} is missing`)
  }
}

const defaultProvince = 'vinh-long'

/** The folder of the province that PROVINCE names; throws why there is none. */
export function provinceNamed(name: string = defaultProvince): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new Error(`PROVINCE=${name} is not the name of a folder in data/provinces`)
  if (!existsSync(new URL(`provinces/${name}/province.json`, dataFolder)))
    throw new Error(`PROVINCE=${name} has no data/provinces/${name}/province.json; there are ${provinceNames().join(', ')}`)
  return name
}

/** The provinces that have a folder. */
function provinceNames(): string[] {
  return readdirSync(new URL('provinces/', dataFolder)).filter((name) => existsSync(new URL(`provinces/${name}/province.json`, dataFolder)))
}

let current: string | undefined

/** The province of this process: facts are read where no configuration is at hand, so it comes from the environment itself, once. */
export function currentProvince(): string {
  return (current ??= provinceNamed(process.env['PROVINCE'] || undefined))
}
