import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { mentionsIn } from './address-mentions.ts'
import type { Mention, PlaceKind } from './address-mentions.ts'
import type { FormerUnit, Place, Unit, UnitMap } from './administrative-units.ts'
import { foldText } from './fold-text.ts'
import { isPlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import { spellingOf } from './spelling.ts'

/**
 * The commune that an address means. `current`: as it is on the day that was asked for; `former`: the old commune by whose name the address calls it,
 * null where it goes by the name of that day; `candidates`: those of the day among which a person must choose, where the address alone does not tell.
 */
export type ReadPlace = { current: Place | null; former: Place | null; candidates: Place[] }
export type PlaceRefusal = { code: 'bad-date'; on: string } | { code: 'address-too-long'; most: number }

const longestAddress = 1000
const communeKinds: ReadonlySet<PlaceKind | null> = new Set<PlaceKind | null>(['xa', 'phuong', 'thi tran'])

type Named = { kind: string; name: string }
/** A commune with what lies above it, as addresses name it. */
type Known = {
  unit: Unit
  former: boolean
  kind: string
  name: string
  spelling: string
  /** Those of its own time count for more than those of the other time, which people go on writing. */
  districts: { own: Named[]; other: Named[] }
  provinces: { own: string[]; other: string[] }
}
type Reading = Known & { score: number; isWeak: boolean; mention: Mention }

const kinds = ['thi tran', 'thi xa', 'thanh pho', 'xa', 'phuong', 'huyen', 'quan', 'tinh']

function split(full: string): Named {
  const folded = foldText(full)
  const kind = kinds.find((known) => folded.startsWith(`${known} `)) ?? ''
  return { kind, name: kind === '' ? folded : folded.slice(kind.length + 1) }
}
const named = (place: Place) => split(place.name)
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
const place = ({ code, name }: Place): Place => ({ code, name })

/**
 * Makes a reader of addresses out of the communes of before and after a change: whatever the kinds are shortened to, with or without accents, by old names
 * or new ones, with a district that is no more. A name alone that is also one of a district chooses nothing.
 *
 * @example placeReader(units)('X. Kim Hòa, H. Cầu Ngang, Trà Vinh', '2026-11-23')
 * // { ok: true, value: { current: { code: '29431', name: 'Xã Vinh Kim' }, former: { code: '29434', name: 'Xã Kim Hòa' }, candidates: [] } }
 */
export function placeReader(units: UnitMap): (text: string, on: PlainDate) => Outcome<ReadPlace, PlaceRefusal> {
  const known = knownPlaces(units)
  const byName = Map.groupBy(known, ({ name }) => name)
  const districtNames = new Set(known.flatMap(({ districts }) => districts.own.map(({ name }) => name)))
  const provinceNames = new Set(known.flatMap(({ provinces }) => [...provinces.own, ...provinces.other]))
  const names = new Set([...byName.keys(), ...districtNames, ...provinceNames])
  const longestName = Math.max(0, ...[...names].map((name) => name.split(' ').length))

  function judge(one: Known, mention: Mention, others: readonly Mention[]): Reading | undefined {
    if (mention.kind !== null && mention.kind !== one.kind) return undefined
    const score = (mention.kind === null ? 4 : 6) + (mention.spelling === one.spelling ? 0.5 : 0)
    const above = scoreAbove(one, others)
    if (above === undefined) return undefined
    const { district, province } = above
    const isAlone = mention.kind === null && (one.former ? district === 0 : province < 3)
    if (isAlone && provinceNames.has(one.name)) return undefined
    return { ...one, mention, score: score + district + province, isWeak: isAlone && districtNames.has(one.name) }
  }

  return (text, on) => {
    if (!isPlainDate(on)) return refuse('bad-date', { on })
    if (text.length > longestAddress) return refuse('address-too-long', { most: longestAddress })
    const mentions = mentionsIn(text, names, longestName)
    const isOld = units.isBefore(on)
    const readings = mentions.flatMap((mention) => {
      if (mention.name === null || !(mention.kind === null || communeKinds.has(mention.kind))) return []
      const others = mentions.filter((other) => other !== mention)
      return (byName.get(mention.name) ?? []).flatMap((one) => (isOld && !one.former ? [] : (judge(one, mention, others) ?? [])))
    })
    const most = Math.max(...readings.map(({ score }) => score))
    const best = readings.filter(({ score }) => score === most)
    const ofToday = best.filter(({ former }) => !former)
    // A name of both times means the commune of the day, unless a district or an old province says otherwise.
    return done(answer(ofToday.length > 0 ? ofToday : best, readings, on))
  }

  function answer(best: readonly Reading[], readings: readonly Reading[], on: PlainDate): ReadPlace {
    const meant = unique(best.map(({ unit }) => unit))
    const targets = [...new Map(best.flatMap((reading) => onDay(reading, on)).map((target) => [target.code, target])).values()]
    const isOld = units.isBefore(on)
    const only = meant.length === 1 ? best[0]! : undefined
    const isSure = targets.length === 1 && !best.some(({ isWeak }) => isWeak)
    const formerly = only === undefined || only.isWeak || isOld ? null : only.former ? only.unit : alsoFormerly(only, readings, on)
    return {
      current: isSure ? targets[0]! : null,
      former: formerly && place(formerly),
      candidates: isSure ? [] : targets,
    }
  }

  /** "xã Vinh Kim (xã Kim Hòa cũ)": another commune that is named went into this one. */
  function alsoFormerly(chosen: Reading, readings: readonly Reading[], on: PlainDate): Unit | null {
    const named = readings.filter(
      (one) =>
        one.former &&
        one.mention !== chosen.mention &&
        one.mention.kind !== null &&
        onDay(one, on).some(({ code }) => code === chosen.unit.code),
    )
    const all = unique(named.map(({ unit }) => unit))
    return all.length === 1 ? all[0]! : null
  }

  function onDay({ unit, former }: Known, on: PlainDate): Place[] {
    if (!former) return [place(unit)]
    const mapped = units.map(unit.code, on)
    if (!mapped.ok) return []
    return mapped.value.split ? mapped.value.candidates : [place(mapped.value)]
  }
}

function knownPlaces(units: UnitMap): Known[] {
  const olds = unique(units.current.flatMap((unit) => units.formedFrom(unit.code)))
  const spelt = (unit: Unit) => ({ ...named(unit), spelling: spellingOf(unit.name.slice(unit.kind.length + 1)) })
  const today = units.current.map((unit): Known => {
    const origins = units.formedFrom(unit.code)
    return {
      unit,
      former: false,
      ...spelt(unit),
      districts: { own: [], other: origins.map(({ district }) => named(district)) },
      provinces: { own: [named(unit.province).name], other: origins.map(({ province }) => named(province).name) },
    }
  })
  const before = olds.map((unit: FormerUnit): Known => {
    const successors = units.current.filter(({ code }) => units.formedFrom(code).includes(unit))
    return {
      unit,
      former: true,
      ...spelt(unit),
      districts: { own: [named(unit.district)], other: [] },
      provinces: { own: [named(unit.province).name], other: successors.map(({ province }) => named(province).name) },
    }
  })
  return [...today, ...before]
}

/** How well what lies above a commune fits what else the address names; undefined where it names another district or province. */
function scoreAbove({ districts, provinces }: Known, others: readonly Mention[]): { district: number; province: number } | undefined {
  let [district, province] = [0, 0]
  for (const { kind, name } of others) {
    if (communeKinds.has(kind)) continue
    const fits = (one: Named) => one.name === name && (kind === null || one.kind === kind)
    const asDistrict = kind === 'tinh' ? 0 : districts.own.some(fits) ? 3 : districts.other.some(fits) ? 1 : 0
    const asProvince =
      kind !== null && kind !== 'tinh' ? 0 : provinces.own.includes(name ?? '') ? 3 : provinces.other.includes(name ?? '') ? 1 : 0
    if (asDistrict > 0 && district === 0) district = asDistrict
    else if (asProvince > 0) province = Math.max(province, asProvince)
    else if (kind !== null && asDistrict === 0) return undefined
  }
  return { district, province }
}
