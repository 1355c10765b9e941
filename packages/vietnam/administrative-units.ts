import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { foldText } from './fold-text.ts'
import { isPlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/** One row of a table of changed communes, keyed by its header line: see `units.csv` in `data/provinces/`. */
export type UnitRow = {
  old_province_code: string
  old_province: string
  old_district_code: string
  old_district: string
  old_ward_code: string
  old_ward_type: string
  old_ward: string
  new_province_code: string
  new_province: string
  new_ward_code: string
  new_ward_type: string
  new_ward: string
  old_ward_split: string
}

export type Place = { code: string; name: string }

/** A commune of today: two levels, province and commune. */
export type Unit = Place & { kind: string; province: Place }

/** A commune of before the change, when there was a district between. */
export type FormerUnit = Unit & { district: Place }

/** Where an old commune code leads on a day. A split commune has no single successor, so it gives the candidates. */
export type UnitOn =
  | { code: string; name: string; province: string; split: false }
  | { code: null; name: null; province: string; split: true; candidates: Place[] }

export type UnitRefusal = { code: 'unknown-unit'; unit: string } | { code: 'bad-date'; on: string }

/** A hit: the commune of today and, where the words named an old commune, that one too. */
export type UnitMatch = { unit: Unit; former: FormerUnit | null }

export type UnitMap = {
  /** The communes of today, each once, in the order of the table. */
  current: readonly Unit[]
  /** The old commune of a code, with its district. */
  former(code: string): FormerUnit | undefined
  /** The old communes that went, whole or in part, into a commune of today. */
  formedFrom(code: string): readonly FormerUnit[]
  /** Whether a day lies before the change, when the old communes were those of the day. */
  isBefore(on: PlainDate): boolean
  /** Old commune code + day → the commune that it is on that day; before the change the old commune itself. */
  map(code: string, on: PlainDate): Outcome<UnitOn, UnitRefusal>
  /**
   * Communes found by the beginnings of words, accents ignored, over the old and the new names, districts and provinces.
   * Those that carry more of the words in their own name come first, then the shorter names.
   */
  search(text: string, limit?: number): UnitMatch[]
}

const words = (text: string) =>
  foldText(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

function currentUnit(row: UnitRow): Unit {
  return {
    code: row.new_ward_code,
    name: row.new_ward,
    kind: row.new_ward_type,
    province: { code: row.new_province_code, name: row.new_province },
  }
}

function formerUnit(row: UnitRow): FormerUnit {
  return {
    code: row.old_ward_code,
    name: row.old_ward,
    kind: row.old_ward_type,
    district: { code: row.old_district_code, name: row.old_district },
    province: { code: row.old_province_code, name: row.old_province },
  }
}

/**
 * Joins the communes of before and after a change of the map, so that an old address and a new one find the same place.
 * A code may name one commune before the change and another after it: every question says which it means.
 *
 * @param rows the rows of the table of changes; a split commune has several
 * @param effectiveFrom the first day of the new communes
 * @example unitMap(rows, '2025-07-01').map('29434', '2025-07-01')
 * // { ok: true, value: { code: '29431', name: 'Xã Vinh Kim', province: '86', split: false } }
 */
export function unitMap(rows: readonly UnitRow[], effectiveFrom: PlainDate): UnitMap {
  const current = new Map<string, Unit>()
  const former = new Map<string, FormerUnit>()
  const successors = new Map<string, Unit[]>()
  const origins = new Map<string, FormerUnit[]>()
  const entries: { name: string[]; around: string[]; match: UnitMatch }[] = []

  const index = (place: Unit, district: string, match: UnitMatch) =>
    entries.push({ name: words(place.name), around: words(`${district} ${place.province.name}`), match })

  for (const row of rows) {
    const unit = current.get(row.new_ward_code) ?? currentUnit(row)
    const old = former.get(row.old_ward_code) ?? formerUnit(row)
    if (!current.has(unit.code)) index(unit, '', { unit, former: null })
    current.set(unit.code, unit)
    former.set(old.code, old)
    successors.set(old.code, [...(successors.get(old.code) ?? []), unit])
    origins.set(unit.code, [...(origins.get(unit.code) ?? []), old])
    index(old, old.district.name, { unit, former: old })
  }

  const isBefore = (on: PlainDate) => on < effectiveFrom

  function map(code: string, on: PlainDate): Outcome<UnitOn, UnitRefusal> {
    if (!isPlainDate(on)) return refuse('bad-date', { on })
    const old = former.get(code)
    if (old === undefined) return refuse('unknown-unit', { unit: code })
    if (isBefore(on)) return done({ code: old.code, name: old.name, province: old.province.code, split: false })
    const [unit, ...others] = successors.get(code)!
    const province = unit!.province.code
    if (others.length === 0) return done({ code: unit!.code, name: unit!.name, province, split: false })
    const candidates = [unit!, ...others].map(({ code, name }) => ({ code, name }))
    return done({ code: null, name: null, province, split: true, candidates })
  }

  function search(text: string, limit = 20): UnitMatch[] {
    const asked = words(text)
    if (asked.length === 0) return []
    const starts = (known: string[], word: string) => known.some((candidate) => candidate.startsWith(word))
    return entries
      .filter(({ name, around }) => asked.every((word) => starts(name, word) || starts(around, word)))
      .map(({ name, match }) => ({ match, own: asked.filter((word) => starts(name, word)).length, length: name.length }))
      .toSorted((a, b) => b.own - a.own || a.length - b.length)
      .slice(0, limit)
      .map(({ match }) => match)
  }

  return {
    current: [...current.values()],
    former: (code) => former.get(code),
    formedFrom: (code) => origins.get(code) ?? [],
    isBefore,
    map,
    search,
  }
}
