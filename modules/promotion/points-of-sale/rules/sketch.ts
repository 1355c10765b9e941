import type { Position } from './position.ts'

export type SketchPoint<T> = { at: T; x: number; y: number; number: number }
export type Sketch<T> = { width: number; height: number; points: SketchPoint<T>[]; kilometres: number; scale: number }

const width = 320
const margin = 24
/** Above, for the arrow that points north; below, for the bar of kilometres. */
const strip = 24
/** A degree of latitude in kilometres. */
const degree = 111.2

/**
 * Where things lie to one another, as a sketch north side up: no map is behind it, so it promises no roads. True to distance in both directions
 * (equirectangular about the middle), with a bar of so many kilometres.
 */
export function sketchOf<T extends Position>(all: readonly T[]): Sketch<T> | null {
  if (all.length === 0) return null
  const middle = (Math.max(...all.map(({ latitude }) => latitude)) + Math.min(...all.map(({ latitude }) => latitude))) / 2
  const narrow = Math.cos((middle * Math.PI) / 180)
  const flat = all.map((at) => ({ at, east: at.longitude * narrow * degree, north: at.latitude * degree }))
  const [west, east] = [Math.min(...flat.map((one) => one.east)), Math.max(...flat.map((one) => one.east))]
  const [south, north] = [Math.min(...flat.map((one) => one.north)), Math.max(...flat.map((one) => one.north))]
  // Less than a kilometre apart is one place on a sketch of a province.
  const span = Math.max(east - west, north - south, 1)
  const perKilometre = (width - 2 * margin) / span
  const height = Math.round((north - south) * perKilometre + 2 * margin + 2 * strip)
  const left = (width - (east - west) * perKilometre) / 2
  const kilometres = [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2].find((one) => one * perKilometre <= 120) ?? 0.1
  return {
    width,
    height,
    points: flat.map((one, index) => ({
      at: one.at,
      x: tenth(left + (one.east - west) * perKilometre),
      y: tenth(margin + strip + (north - one.north) * perKilometre),
      number: index + 1,
    })),
    kilometres,
    scale: tenth(kilometres * perKilometre),
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
