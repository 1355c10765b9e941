import { addDays, addMonths, daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { lotUnits } from '../words/units.ts'

/** A lot number nobody has to think up: the day it was made and a running number, `261123-01`. */
export function proposeLotNumber(madeOn: PlainDate, taken: readonly string[]): string {
  const day = madeOn.slice(2).replaceAll('-', '')
  const numbers = new Set(taken.map((number) => number.toUpperCase()))
  for (let count = 1; ; count++) {
    const number = `${day}-${String(count).padStart(2, '0')}`
    if (!numbers.has(number)) return number
  }
}

/** How long goods keep: whole months where the dates say so, else days. */
export type ShelfLife = { months: number } | { days: number }

/** The shelf life that two dates of a label stand for. @example shelfLifeOf('2026-11-23', '2027-05-23') // { months: 6 } */
export function shelfLifeOf(madeOn: PlainDate, expiresOn: PlainDate): ShelfLife {
  const days = daysBetween(madeOn, expiresOn)
  const months = Math.round(days / 30.44)
  return months > 0 && addMonths(madeOn, months) === expiresOn ? { months } : { days }
}

export function expiryAfter(madeOn: PlainDate, life: ShelfLife): PlainDate {
  return 'months' in life ? addMonths(madeOn, life.months) : addDays(madeOn, life.days)
}

/** What the form for the next lot of a product already holds. */
export type LotProposal = {
  number: string
  madeOn: PlainDate
  expiresOn: PlainDate | null
  /** Null before the first lot: nothing is known about how long it keeps. */
  shelfLife: ShelfLife | null
  quantity: number
  unit: string
  standards: string | null
}

/** The last lot of the product, as far as the next one takes after it. */
export type LastLot = { madeOn: PlainDate; expiresOn: PlainDate | null; quantity: number; unit: string; standards: string | null }

const first = { quantity: 20, unit: lotUnits[0], standards: null }

export function proposeLot({ today, last, taken }: { today: PlainDate; last: LastLot | null; taken: readonly string[] }): LotProposal {
  const shelfLife = last?.expiresOn ? shelfLifeOf(last.madeOn, last.expiresOn) : null
  const { quantity, unit, standards } = last ?? first
  return {
    number: proposeLotNumber(today, taken),
    madeOn: today,
    expiresOn: shelfLife && expiryAfter(today, shelfLife),
    shelfLife,
    quantity,
    unit,
    standards,
  }
}
