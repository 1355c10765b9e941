import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'

/** A sheet as it is counted. */
export type CountedSheet = { count: number; spoiled: number; appliedAt: Date | null }

export const sheetStates = ['printed', 'applied', 'spoiled'] as const
export type SheetState = (typeof sheetStates)[number]

export function sheetStateOf({ count, spoiled, appliedAt }: CountedSheet): SheetState {
  if (spoiled >= count) return 'spoiled'
  return appliedAt ? 'applied' : 'printed'
}

/** What became of the labels of a lot. */
export type LabelCounts = { printed: number; applied: number; spoiled: number }

/** Every label stands in one count: a spoiled one was printed, and is on nothing. */
export function countLabels(sheets: readonly CountedSheet[]): LabelCounts {
  const sum = (of: (sheet: CountedSheet) => number) => sheets.reduce((total, sheet) => total + of(sheet), 0)
  return {
    printed: sum(({ count }) => count),
    applied: sum(({ count, spoiled, appliedAt }) => (appliedAt ? count - spoiled : 0)),
    spoiled: sum(({ spoiled }) => spoiled),
  }
}

export type BalanceRefusal = { code: 'more-labels-than-goods'; made: number; printed: number; spoiled: number; left: number }

/** Not more labels than goods: one too many comes onto other goods. Spoiled ones are printed again. */
export function decideBalance(
  count: number,
  { made, printed, spoiled }: { made: number } & Omit<LabelCounts, 'applied'>,
): Decision<object, BalanceRefusal> {
  const left = Math.max(0, made - (printed - spoiled))
  return count > left ? refuse('more-labels-than-goods', { made, printed, spoiled, left }) : accept({})
}

export type SpoilRefusal = { code: 'more-spoiled-than-printed'; left: number }

export function decideSpoiled(count: number, sheet: CountedSheet): Decision<object, SpoilRefusal> {
  const left = sheet.count - sheet.spoiled
  return count > left ? refuse('more-spoiled-than-printed', { left }) : accept({})
}

export type ApplyRefusal = { code: 'labels-already-applied' } | { code: 'labels-all-spoiled' }

export function decideApplied(sheet: CountedSheet): Decision<object, ApplyRefusal> {
  if (sheet.appliedAt !== null) return refuse('labels-already-applied')
  return sheet.spoiled >= sheet.count ? refuse('labels-all-spoiled') : accept({})
}
