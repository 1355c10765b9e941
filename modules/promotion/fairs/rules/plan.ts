import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { PlanRefusal } from './refusals.ts'

/** A stand, in modules of 3 × 3 m (Nghị định 81/2018/NĐ-CP): where it lies and how large it is. */
export type PlannedStand = { zone: string; number: string; across: number; down: number; wide: number; deep: number }

const within = (one: PlannedStand) => one.across >= 0 && one.down >= 0 && one.wide >= 1 && one.deep >= 1
const most = 99

/**
 * A plan as it is typed: a zone, then its stands, one a line: `A1 0,0` or `A3 4,0 2x1`, number, place, size in modules.
 * Each zone stands below the one before, so that nobody has to count over all of them.
 */
export function readPlan(typed: string): { ok: true; value: PlannedStand[] } | Refused<PlanRefusal> {
  const stands: PlannedStand[] = []
  let zone = ''
  for (const [index, line] of typed.split('\n').entries()) {
    const text = line.trim()
    if (text === '') continue
    const [, named] = /^khu\s+(.{1,60})$/iu.exec(text) ?? []
    if (named) {
      zone = named
      continue
    }
    const [, number, across, down, wide, deep] =
      /^(\S{1,12})\s+(\d{1,2})\s*[,;]\s*(\d{1,2})(?:\s+(\d{1,2})\s*[x×]\s*(\d{1,2}))?$/iu.exec(text) ?? []
    if (!number || zone === '') return refuse('plan-unreadable', { line: index + 1, text: text.slice(0, 60) })
    const stand = { zone, number, across: Number(across), down: Number(down), wide: Number(wide ?? 1), deep: Number(deep ?? 1) }
    if (!within(stand) || stand.wide > 10 || stand.deep > 10 || stand.across > most || stand.down > most)
      return refuse('plan-unreadable', { line: index + 1, text: text.slice(0, 60) })
    stands.push(stand)
  }
  return refusePlan(stands) ?? { ok: true, value: stands }
}

/** The same plan as a text, for whoever goes on with it. */
export function writePlan(stands: readonly PlannedStand[]): string {
  return [...Map.groupBy(stands, ({ zone }) => zone)]
    .map(([zone, own]) =>
      [
        `Khu ${zone}`,
        ...own.map((one) => `${one.number} ${one.across},${one.down}${one.wide * one.deep > 1 ? ` ${one.wide}x${one.deep}` : ''}`),
      ].join('\n'),
    )
    .join('\n')
}

function refusePlan(stands: readonly PlannedStand[]): Refused<PlanRefusal> | null {
  const numbers = new Set<string>()
  for (const [index, one] of stands.entries()) {
    if (numbers.has(one.number)) return refuse('number-twice', { number: one.number })
    numbers.add(one.number)
    const other = stands.slice(0, index).find((before) => before.zone === one.zone && overlap(before, one))
    if (other) return refuse('stands-overlap', { number: one.number, other: other.number })
  }
  return null
}

const overlap = (a: PlannedStand, b: PlannedStand): boolean =>
  a.across < b.across + b.wide && b.across < a.across + a.wide && a.down < b.down + b.deep && b.down < a.down + a.deep

type Existing = PlannedStand & { id: string; isHeld: boolean }
export type PlanEdit = { added: PlannedStand[]; moved: { id: string; to: PlannedStand }[]; removed: { id: string; number: string }[] }

/** What a new plan does to the stands that are there, known by their numbers: whoever holds one keeps it, wherever it moves. */
export function editPlan(
  existing: readonly Existing[],
  wanted: readonly PlannedStand[],
  { isPrinted }: { isPrinted: boolean },
): { ok: true; value: PlanEdit } | Refused<PlanRefusal> {
  const wantedBy = new Map(wanted.map((one) => [one.number, one]))
  const gone = existing.filter(({ number }) => !wantedBy.has(number))
  const held = gone.find(({ isHeld }) => isHeld)
  if (held) return refuse('stand-held', { number: held.number })
  if (isPrinted && gone.length > 0) return refuse('number-printed', { number: gone[0]!.number })
  const known = new Map(existing.map((one) => [one.number, one]))
  const same = (a: PlannedStand, b: PlannedStand) =>
    a.zone === b.zone && a.across === b.across && a.down === b.down && a.wide === b.wide && a.deep === b.deep
  return {
    ok: true,
    value: {
      added: wanted.filter(({ number }) => !known.has(number)),
      moved: wanted.flatMap((to) => {
        const before = known.get(to.number)
        return before && !same(before, to) ? [{ id: before.id, to }] : []
      }),
      removed: gone.map(({ id, number }) => ({ id, number })),
    },
  }
}

export type DrawnStand = PlannedStand & { id: string; label: string; x: number; y: number; width: number; height: number }
export type DrawnPlan = { width: number; height: number; zones: { name: string; y: number }[]; stands: DrawnStand[] }

const side = 54
const gap = 34

/** Where everything stands in the drawing: each zone below the one before. */
export function drawPlan(stands: readonly (PlannedStand & { id: string; label: string })[]): DrawnPlan {
  const drawn: DrawnPlan = { width: side, height: 0, zones: [], stands: [] }
  for (const [name, own] of Map.groupBy(stands, ({ zone }) => zone)) {
    const top = drawn.height + gap
    drawn.zones.push({ name, y: top - 10 })
    // The name of a zone may be wider than its stands.
    drawn.width = Math.max(drawn.width, (name.length + 6) * 10)
    for (const one of own) {
      const place = { x: one.across * side, y: top + one.down * side, width: one.wide * side, height: one.deep * side }
      drawn.stands.push({ ...one, ...place })
      drawn.width = Math.max(drawn.width, place.x + place.width)
      drawn.height = Math.max(drawn.height, place.y + place.height)
    }
  }
  return { ...drawn, width: drawn.width + 2, height: drawn.height + 4 }
}
