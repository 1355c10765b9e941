import type { ValueOf } from '../../law/rules.ts'

/** Where a scan came from, as coarse as it is kept: tenths of a degree, some 11 km. */
export type CoarsePlace = { latitude: number; longitude: number }

/** A place as a proxy tells it, `10.0312,106.2654`, made coarse; null for anything else. */
export function readPlace(text: string): CoarsePlace | null {
  const [, latitude, longitude] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? []
  if (latitude === undefined || longitude === undefined) return null
  const place = { latitude: inTenths(latitude), longitude: inTenths(longitude) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null
}

const inTenths = (degrees: string): number => Math.round(Number(degrees) * 10) / 10

/** One device, known by a keyed hash alone. */
export type Sighting = { device: string; firstAt: Date; lastAt: Date; place: CoarsePlace | null }

/** What became of the label of a unit. `unprinted`: its number is genuine, and no sheet has it. */
export type UnitState = 'unprinted' | 'printed' | 'applied' | 'spoiled'

/** What the books say of the goods that a unit belongs to; of its pack, where its lot was packed at all. */
export type UnitGoods = {
  recalledAt: Date | null
  pack: { packed: number; destroyed: number; firstPackedAt: Date | null } | null
  /** How many units of the pack somebody scanned so far, this one included once it was. */
  unitsScanned: number
}

export type UnitFacts = { state: UnitState; sightings: readonly Sighting[]; goods: UnitGoods }

/** What the law says of it: `label.scan-doubt`. */
export type ScanLimits = ValueOf<'label.scan-doubt'>

/** What may be wrong with a unit that was scanned, the gravest first. */
export const unitFindings = [
  'spoiled',
  'unprinted',
  'destroyed',
  'more-than-packed',
  'copied',
  'too-far',
  'burst',
  'recalled',
  'before-packing',
  'not-applied',
] as const
export type UnitFinding = (typeof unitFindings)[number]

const minute = 60_000

/** Each finding by the facts that it stands on. */
const findingTests: Record<UnitFinding, (facts: UnitFacts, limits: ScanLimits) => boolean> = {
  spoiled: ({ state }) => state === 'spoiled',
  unprinted: ({ state }) => state === 'unprinted',
  destroyed: ({ goods: { pack } }) => pack !== null && pack.destroyed >= pack.packed,
  'more-than-packed': ({ goods: { pack, unitsScanned } }) => pack !== null && unitsScanned > pack.packed,
  copied: ({ sightings }, { devices }) => sightings.length > devices,
  'too-far': ({ sightings }, { kilometresAnHour }) =>
    inOrder(sightings).some((sighting, index, all) => isTooFar(all[index - 1], sighting, kilometresAnHour)),
  burst: ({ sightings }, { burst }) =>
    inOrder(sightings).some(({ firstAt }, index, all) => {
      const before = all[index - burst.devices + 1]
      return before !== undefined && firstAt.getTime() - before.firstAt.getTime() <= burst.minutes * minute
    }),
  recalled: ({ goods: { recalledAt }, sightings }) => recalledAt !== null && sightings.some(({ lastAt }) => lastAt > recalledAt),
  'before-packing': ({ goods: { pack }, sightings }) => {
    const since = pack?.firstPackedAt ?? null
    return since !== null && sightings.some(({ firstAt }) => firstAt < since)
  },
  'not-applied': ({ state }) => state === 'printed',
}

export type UnitJudgement = {
  /** How many devices scanned it in the time that they are remembered. */
  devices: number
  findings: UnitFinding[]
  score: number
  /** The score says that the label should not be trusted. */
  isDoubtful: boolean
  /** It says that the office should look. */
  isCase: boolean
}

/** What speaks against the label of one unit, and how much. */
export function judgeUnit(facts: UnitFacts, limits: ScanLimits): UnitJudgement {
  const findings = unitFindings.filter((finding) => findingTests[finding](facts, limits))
  const score = findings.reduce((sum, finding) => sum + limits.points[finding], 0)
  return { devices: facts.sightings.length, findings, score, isDoubtful: score >= limits.warnFrom, isCase: score >= limits.caseFrom }
}

/** The sightings with one more; a device that was there before is the same one. */
export function withSighting(
  sightings: readonly Sighting[],
  { device, at, place }: { device: string; at: Date; place: CoarsePlace | null },
): Sighting[] {
  const before = sightings.find((one) => one.device === device)
  const others = sightings.filter((one) => one !== before)
  return [...others, { device, firstAt: before?.firstAt ?? at, lastAt: at, place: place ?? before?.place ?? null }]
}

/** Whether so many numbers that nobody gave out were asked for that somebody is trying them. */
export const isGuessing = (count: number, { guesses }: ScanLimits): boolean => count >= guesses.most

const inOrder = (sightings: readonly Sighting[]) => sightings.toSorted((a, b) => a.firstAt.getTime() - b.firstAt.getTime())

/** The least distance that tells: two neighbouring squares of a tenth of a degree may be a street apart. */
const leastKilometres = 50

function isTooFar(before: Sighting | undefined, { firstAt, place }: Sighting, kilometresAnHour: number): boolean {
  if (!before?.place || !place) return false
  const kilometres = distance(before.place, place)
  const hours = Math.max(0, firstAt.getTime() - before.lastAt.getTime()) / (60 * minute)
  return kilometres >= leastKilometres && kilometres > kilometresAnHour * hours
}

/** Along the surface of a ball as large as the earth, in kilometres (haversine). */
function distance(from: CoarsePlace, to: CoarsePlace): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude)
  return 2 * 6371 * Math.asin(Math.sqrt(half(from.latitude, to.latitude) + across))
}
