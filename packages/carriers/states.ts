import type { CarrierName } from './carrier-names.ts'

/** Where a parcel is, in our words, whoever carries it. */
export const parcelStates = [
  'created',
  'picked',
  'in-transit',
  'out-for-delivery',
  'delivered',
  'failed',
  'returning',
  'returned',
  'lost',
  'cancelled',
] as const
export type ParcelState = (typeof parcelStates)[number]

type Source = { source: string; readOn: string }
const from = (source: string): Source => ({ source, readOn: '2026-11-30' })

/** What each carrier calls its statuses. What is not here is unknown: it is kept and shown, never guessed. */
export const statusTables: Readonly<Record<CarrierName, Source & { states: Readonly<Record<string, ParcelState>> }>> = {
  ghn: {
    ...from('names of the order status of GHN; from memory, to be compared with the contract'),
    states: {
      ready_to_pick: 'created',
      picking: 'created',
      money_collect_picking: 'created',
      cancel: 'cancelled',
      picked: 'picked',
      storing: 'in-transit',
      sorting: 'in-transit',
      transporting: 'in-transit',
      delivering: 'out-for-delivery',
      money_collect_delivering: 'out-for-delivery',
      delivered: 'delivered',
      delivery_fail: 'failed',
      waiting_to_return: 'returning',
      return: 'returning',
      return_transporting: 'returning',
      return_sorting: 'returning',
      returning: 'returning',
      return_fail: 'returning',
      returned: 'returned',
      lost: 'lost',
      damage: 'lost',
    },
  },
  ghtk: {
    ...from('status_id of GHTK, seen in source (71239096128, 5331174005, 52065770775)'),
    states: {
      '-1': 'cancelled',
      '1': 'created',
      '2': 'created',
      '3': 'picked',
      '4': 'out-for-delivery',
      '5': 'delivered',
      '6': 'delivered',
      '7': 'created',
      '8': 'created',
      '9': 'failed',
      '10': 'failed',
      '11': 'returned',
      '12': 'created',
      '13': 'lost',
      '20': 'returning',
      '21': 'returned',
      '45': 'delivered',
      '49': 'failed',
      '123': 'picked',
      '127': 'created',
      '128': 'created',
      '410': 'created',
    },
  },
  viettelpost: {
    ...from('ORDER_STATUS of Viettel Post, seen in source (66665563571); what says 400 = delivered is wrong'),
    states: {
      '100': 'created',
      '101': 'cancelled',
      '102': 'created',
      '103': 'created',
      '104': 'created',
      '105': 'created',
      '107': 'cancelled',
      '200': 'picked',
      '201': 'cancelled',
      '300': 'in-transit',
      '301': 'in-transit',
      '302': 'in-transit',
      '303': 'in-transit',
      '400': 'in-transit',
      '401': 'in-transit',
      '402': 'in-transit',
      '403': 'in-transit',
      '500': 'out-for-delivery',
      '501': 'delivered',
      '502': 'returning',
      '503': 'lost',
      '504': 'returned',
      '505': 'returning',
      '506': 'failed',
      '507': 'failed',
      '508': 'out-for-delivery',
      '515': 'returning',
      '550': 'out-for-delivery',
    },
  },
  vnpost: {
    ...from('status of MyVNPost, seen in source (65844951680, 70145029034)'),
    states: {
      '0': 'created',
      '1': 'created',
      '4': 'created',
      '6': 'picked',
      '10': 'in-transit',
      '12': 'out-for-delivery',
      '14': 'delivered',
      '15': 'failed',
      '17': 'returning',
      '19': 'returned',
      '21': 'delivered',
      '22': 'cancelled',
    },
  },
}

/** Ten of eighteen groups of Viettel Post came with a text and no code: what is known by its text. */
const viettelTexts: readonly (readonly [RegExp, ParcelState])[] = [
  [/^phát thành công$/iu, 'delivered'],
  [/^(?:đã )?chuyển hoàn thành công$/iu, 'returned'],
  [/^(?:đang )?(?:đi )?phát$/iu, 'out-for-delivery'],
  [/^phát thất bại$/iu, 'failed'],
]

/**
 * What a status of a carrier means; null where nobody told us.
 *
 * @example parcelStateOf('viettelpost', '501') // 'delivered'
 */
export function parcelStateOf(carrier: CarrierName, status: string, text: string | null = null): ParcelState | null {
  const { states } = statusTables[carrier]
  if (Object.hasOwn(states, status)) return states[status]!
  if (carrier !== 'viettelpost' || text === null || (status !== '' && status !== text)) return null
  return viettelTexts.find(([known]) => known.test(text.normalize('NFC').trim()))?.[1] ?? null
}

const ended: ReadonlySet<ParcelState> = new Set(['delivered', 'returned', 'lost', 'cancelled'])
/**
 * Whether nothing more is expected of a parcel.
 *
 * @example isEndOfWay('returning') // false
 */
export const isEndOfWay = (state: ParcelState): boolean => ended.has(state)

/**
 * Whether a parcel can be cancelled: nobody came for it yet.
 *
 * @example isCancellable('picked') // false
 */
export const isCancellable = (state: ParcelState): boolean => state === 'created'
