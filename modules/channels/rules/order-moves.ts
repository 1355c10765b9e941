import { channelOrderStates } from '@dacsan/marketplaces'
import type { ChannelOrderState } from '@dacsan/marketplaces'
import type { ChannelGoodsState, GoodsAnswer } from './kinds.ts'

/** What is known of an order and what is told of it now; `at` where the marketplace says since when. */
type Known = { state: ChannelOrderState; toldAt: Date | null }
type Told = { state: ChannelOrderState; at: Date | null }

/**
 * Files and pushes come late and in any order: an order only goes on. Of two that say when, the older is no news; otherwise whoever is further on is right.
 */
export function nextState(known: Known, told: Told): ChannelOrderState {
  if (known.toldAt !== null && told.at !== null && told.at < known.toldAt) return known.state
  return channelOrderStates.indexOf(told.state) > channelOrderStates.indexOf(known.state) ? told.state : known.state
}

const isSold = (state: ChannelOrderState) => state === 'to-ship' || state === 'shipped' || state === 'completed'

/** What has to be done with the goods of an order whose state became `to`: nothing, take them out, put them back, give the order up, or ask the seller. */
export type GoodsMove = 'nothing' | 'take-out' | 'take-out-and-ask' | 'put-back' | 'give-up' | 'ask'

export function goodsMove(goods: ChannelGoodsState, { from, to }: { from: ChannelOrderState | null; to: ChannelOrderState }): GoodsMove {
  if (goods === 'none') {
    if (isSold(to)) return 'take-out'
    // Told for the first time when it was on its way back: its goods left all the same.
    return to === 'returned' && (from === null || isSold(from)) ? 'take-out-and-ask' : 'nothing'
  }
  if (goods === 'waiting') return isSold(to) ? 'take-out' : 'give-up'
  if (goods !== 'out') return 'nothing'
  if (to === 'returned') return 'ask'
  // What nobody sent yet lies here still; what was on its way somebody has to see.
  if (to === 'cancelled') return from === 'to-ship' ? 'put-back' : 'ask'
  return 'nothing'
}

export const answersForGoods: Readonly<Record<ChannelGoodsState, readonly GoodsAnswer[]>> = {
  none: [],
  waiting: ['again', 'outside'],
  out: [],
  asked: ['back', 'kept'],
  back: [],
  outside: [],
  kept: [],
}

/** `again` leaves an order as the shelf makes it. */
export const goodsAfter = { outside: 'outside', back: 'back', kept: 'kept' } as const satisfies Partial<
  Record<GoodsAnswer, ChannelGoodsState>
>
