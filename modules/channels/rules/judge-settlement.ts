import type { SettledRow } from '@dacsan/marketplaces'
import type { SettlementAnswer, SettlementState } from './kinds.ts'

/** Of one row: what stands in it, what its order came to (null: nobody knows such an order), and the how many-th with money of that order it is. */
export type SettlementFacts = Pick<SettledRow, 'grossVnd' | 'unexplainedVnd'> & { expectedVnd: number | null; nth: number }

/** `fees`: no price of goods stands in it, such as a later charge. */
export function settlementState({ grossVnd, unexplainedVnd, expectedVnd, nth }: SettlementFacts): SettlementState {
  if (grossVnd === 0) return 'fees'
  if (expectedVnd === null) return 'unknown'
  if (nth > 1) return 'twice'
  if (unexplainedVnd !== 0) return 'unexplained'
  return grossVnd === expectedVnd ? 'exact' : 'differs'
}

export const answersForSettlement: Readonly<Record<SettlementState, readonly SettlementAnswer[]>> = {
  exact: [],
  fees: [],
  differs: ['accepted', 'claimed'],
  unexplained: ['accepted', 'claimed'],
  unknown: ['accepted', 'set-aside'],
  twice: ['accepted', 'set-aside'],
}

/** By which a row of an overlapping file is known: everything that it says, and which of several alike in one file it is. */
export function rowKeys(rows: readonly SettledRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ number, settledOn, grossVnd, netVnd, fees }) => {
    const said = [number, settledOn, grossVnd, netVnd, ...fees.map(({ name, vnd }) => `${name}=${vnd}`)].join('|')
    const place = seen.get(said) ?? 0
    seen.set(said, place + 1)
    return `${said}#${place}`
  })
}

export const feesOf = ({ fees }: Pick<SettledRow, 'fees'>): number => fees.reduce((sum, { vnd }) => sum + vnd, 0)
