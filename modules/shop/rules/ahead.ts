import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays, addWorkingDays, isWorkingDay, weekday } from '@dacsan/vietnam'
import type { Holidays, PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import { aheadActs } from '../acts.ts'
import type { AheadStatus } from '../acts.ts'
import type { AheadOfferId } from './ids.ts'
import type { EndAheadRefusal, OpenAheadRefusal } from './refusals.ts'

/** Goods of a harvest that will be there from a day on; goods that are made when they are ordered. */
export const aheadKinds = ['pre-order', 'made-to-order'] as const
export type AheadKind = (typeof aheadKinds)[number]

/** When whoever orders ahead pays: with the order, or once the goods are there. */
export const payTimes = ['now', 'when-there'] as const
export type PayTime = (typeof payTimes)[number]

/** In which so many are made: nobody makes more than hands allow. */
export const aheadPeriods = ['day', 'week'] as const
export type AheadPeriod = (typeof aheadPeriods)[number]

export type AheadTerms = { offered: number; pays: PayTime } & (
  | { kind: 'pre-order'; season: string; firstDeliveryOn: PlainDate; lastOrderOn: PlainDate }
  | { kind: 'made-to-order'; leadLeast: number; leadMost: number; period: AheadPeriod }
)

/** What a pack is sold by while none of it is there; `ended` takes no more orders, and waits for the goods of those that it took. */
export type AheadOffer = AheadTerms & { id: AheadOfferId; ended: boolean }

/** What is said of goods before they exist: by when they are there if they are ordered now, and when they are paid; no day where nobody can order any more. */
export type AheadTold = { dueOn: PlainDate | null; pays: PayTime } & (
  | { kind: 'pre-order'; season: string; lastOrderOn: PlainDate }
  | { kind: 'made-to-order'; leadLeast: number; leadMost: number }
)

/** A line of the book of promises: a season, or a day or week of work. */
export type AheadSlot = { offerId: AheadOfferId; startsOn: PlainDate; promised: number }

/** Where a promise stands in the book, and by when its goods are there. */
export type AheadPlace = { startsOn: PlainDate; dueOn: PlainDate }

export type AheadDay = { today: PlainDate; holidays: Holidays }

/** So many days or weeks ahead goods are promised that are made to order; whoever is full for longer says so. */
const periodsAhead = { day: 20, week: 8 } as const satisfies Record<AheadPeriod, number>

/**
 * The lines of the book in which an order of today may stand, the earliest first; none once orders are closed. Goods that are made to order are promised for
 * the day on which their making surely ends, or for the last working day of their week.
 *
 * @example placesOf({ kind: 'pre-order', firstDeliveryOn: '2027-01-20', lastOrderOn: '2027-01-10', … }, { today: '2026-12-01', holidays }) // [{ startsOn: '2027-01-20', dueOn: '2027-01-20' }]
 */
export function placesOf(offer: AheadOffer, { today, holidays }: AheadDay): AheadPlace[] {
  if (offer.ended) return []
  if (offer.kind === 'pre-order')
    return today > offer.lastOrderOn ? [] : [{ startsOn: offer.firstDeliveryOn, dueOn: offer.firstDeliveryOn }]
  const first = addWorkingDays(today, offer.leadMost, holidays)
  if (offer.period === 'day')
    return Array.from({ length: periodsAhead.day }, (_, later) => {
      const day = addWorkingDays(first, later, holidays)
      return { startsOn: day, dueOn: day }
    })
  const monday = addDays(first, 1 - weekday(first))
  const weeks = Array.from({ length: periodsAhead.week }, (_, later) => addDays(monday, 7 * later))
  return weeks.flatMap((startsOn, later) => {
    const dueOn = later === 0 ? first : lastWorkingDay(startsOn, holidays)
    return dueOn === null ? [] : [{ startsOn, dueOn }]
  })
}

/** Null in a week in which nobody works. */
function lastWorkingDay(monday: PlainDate, holidays: Holidays): PlainDate | null {
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  return days.findLast((day) => isWorkingDay(day, holidays)) ?? null
}

/** How many may still be promised in one line of the book. */
const leftIn = (offer: AheadOffer, slots: readonly AheadSlot[], { startsOn }: AheadPlace): number =>
  offer.offered - (slots.find((slot) => slot.offerId === offer.id && slot.startsOn === startsOn)?.promised ?? 0)

/** The first line of the book with room for all of it: half an order line is not an order line. Null where there is none. */
export const pickPlace = (offer: AheadOffer, slots: readonly AheadSlot[], quantity: number, day: AheadDay): AheadPlace | null =>
  placesOf(offer, day).find((place) => leftIn(offer, slots, place) >= quantity) ?? null

/** The most that one order can be promised today. */
export const leftAhead = (offer: AheadOffer, slots: readonly AheadSlot[], day: AheadDay): number =>
  Math.max(0, ...placesOf(offer, day).map((place) => leftIn(offer, slots, place)))

/** The goods were promised by a day that is over: whoever ordered them may leave with all money. */
export const isLate = (dueOn: PlainDate, today: PlainDate): boolean => today > dueOn

/** No season is promised for longer than to the next but one harvest. */
const furthestDays = 550

/** What a seller offers ahead holds together: days in order and not past, the longest time not shorter than the shortest. */
export function decideOpenAhead(
  terms: AheadTerms,
  {
    today,
    stands,
    isBox,
  }: { today: PlainDate; /** An offer of this pack takes orders, or waits for its goods. */ stands: boolean; isBox: boolean },
): Decision<AheadTerms, OpenAheadRefusal> {
  if (stands) return refuse('ahead-stands')
  // What lies in it is there or not.
  if (isBox) return refuse('ahead-box')
  if (terms.kind === 'made-to-order') return terms.leadMost < terms.leadLeast ? refuse('lead-backwards') : accept(terms)
  if (terms.lastOrderOn < today) return refuse('last-order-past')
  if (terms.firstDeliveryOn < terms.lastOrderOn) return refuse('delivery-before-order')
  return terms.firstDeliveryOn > addDays(today, furthestDays) ? refuse('delivery-too-far') : accept(terms)
}

export const decideEndAhead = (status: AheadStatus): Decision<{ status: AheadStatus }, EndAheadRefusal> =>
  refuseStatus(aheadActs.end, status) ?? accept({ status: aheadActs.end.to })

/** Which order a line belongs to beside its seller: goods on the shelf together, goods ahead by their day, for they have another clock. */
export const clockOf = (ahead: { dueOn: PlainDate; pays: PayTime } | null): string => (ahead === null ? '' : `${ahead.dueOn} ${ahead.pays}`)

/** What a line was promised: where it stands in the book, and when it is paid. */
export type Promised = AheadPlace & { offerId: AheadOfferId; pays: PayTime }

/** The book as it lies open: what is promised in it, on which day. */
export type AheadBook = AheadDay & { slots: readonly AheadSlot[] }

/** So many of a pack promised today; null where there is no room for all of them. */
export function promiseOf(offer: AheadOffer, quantity: number, { slots, ...day }: AheadBook): Promised | null {
  const place = pickPlace(offer, slots, quantity, day)
  return place && { ...place, offerId: offer.id, pays: offer.pays }
}

type Clocked = {
  producerId: ProducerId
  ahead: { dueOn: PlainDate; pays: PayTime } | null
  /** The place of its receiver; none where goods go to their buyer. */
  to?: number | null
}

/** What becomes one order; `first` of those of its seller. */
export type OrderOfLines<Line> = {
  key: string
  producerId: ProducerId
  ahead: Clocked['ahead']
  to: number | null
  first: boolean
  lines: Line[]
}

/** Whoever stands first among the receivers, and of theirs what is on the shelf. */
const parcelOf = ({ ahead, to = null }: Clocked): string => [...(to === null ? [] : [`#${to}`]), clockOf(ahead)].join(' ').trim()

/**
 * Lines become orders: one for each seller, and one more for each receiver and for each day on which goods are promised that are not there yet. Goods
 * on the shelf stand first.
 *
 * @example ordersOf([{ producerId, ahead: null }, { producerId, ahead: { dueOn: '2027-01-20', pays: 'now' } }], (line) => line).length // 2
 */
export function ordersOf<Line>(lines: readonly Line[], clocked: (line: Line) => Clocked): OrderOfLines<Line>[] {
  return [...Map.groupBy(lines, (line) => clocked(line).producerId)].flatMap(([producerId, own]) =>
    [...Map.groupBy(own, (line) => parcelOf(clocked(line)))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([parcel, together], at) => ({
        key: parcel === '' ? producerId : `${producerId} ${parcel}`,
        producerId,
        ahead: clocked(together[0]!).ahead,
        to: clocked(together[0]!).to ?? null,
        first: at === 0,
        lines: together,
      })),
  )
}

/** What the page of a product says of goods that do not exist yet. */
export function toldAhead(offer: AheadOffer, book: AheadBook): AheadTold {
  const said = { dueOn: promiseOf(offer, 1, book)?.dueOn ?? null, pays: offer.pays }
  return offer.kind === 'pre-order'
    ? { ...said, kind: offer.kind, season: offer.season, lastOrderOn: offer.lastOrderOn }
    : { ...said, kind: offer.kind, leadLeast: offer.leadLeast, leadMost: offer.leadMost }
}
