import { boundWords } from '../words/bounds.ts'

/** The least and the most that a whole number may be. Both are possible; what lies beyond is a slip of the pen or a bend. */
export type Range = { least: number; most: number }

/** What a value must keep beyond its shape, with the sentence for whoever proposes another. */
export type Bound<Value = never> = { says: string; holds(value: Value): boolean }

/** What a value and that of another topic must keep together, wherever both are in force. */
export type Relation<Value = never> = {
  /** The other topic, by its name. */
  topic: string
  says: string
  /** The other value was judged by its own shape before. */
  holds(value: Value, other: unknown): boolean
}

const isWithin = (value: unknown, { least, most }: Range) =>
  typeof value === 'number' && Number.isFinite(value) && least <= value && value <= most

/** A number between two others, both included. */
export const between = (least: number, most: number): { range: Range } => ({ range: { least, most } })

/** A field of a value between two numbers. */
export function fieldBetween<const Field extends string>(
  field: Field,
  name: string,
  least: number,
  most: number,
): Bound<{ [F in Field]: number }> {
  return { says: boundWords.field(name, least, most), holds: (value) => isWithin(value[field], { least, most }) }
}

/** Each number of a list between two others. */
export const eachBetween = (least: number, most: number): Bound<readonly number[]> => ({
  says: boundWords.each(least, most),
  holds: (values) => values.every((value) => isWithin(value, { least, most })),
})

/** A list that says something: no empty one, none that goes on for ever. */
export const listed = (most: number): Bound<readonly unknown[]> => ({
  says: boundWords.listed(most),
  holds: (values) => values.length >= 1 && values.length <= most,
})

/** A list that may be empty, and does not go on for ever. */
export const atMost = (most: number): Bound<readonly unknown[]> => ({
  says: boundWords.atMost(most),
  holds: (values) => values.length <= most,
})

/** A code is a short word that the software keeps; the words for it stand in the room. */
const code = /^[a-z][a-z0-9-]{0,59}$/

/** Codes, none of them twice. */
export const distinctCodes: Bound<readonly string[]> = {
  says: boundWords.distinctCodes,
  holds: (codes) => codes.every((one) => code.test(one)) && isDistinct(codes),
}

export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** Whether each number is smaller than the one before it. */
export const isFalling = (values: readonly number[]): boolean => values.every((value, at) => at === 0 || value < values[at - 1]!)

type Limits = { range?: Range | undefined; bounds?: readonly Bound[] | undefined }

/** The first bound that a value of the right shape breaks, as a sentence; null where it keeps them all. */
export function brokenBound({ range, bounds = [] }: Limits, value: unknown): string | null {
  if (range && !isWithin(value, range)) return boundWords.range(range.least, range.most)
  return bounds.find((bound) => !bound.holds(value as never))?.says ?? null
}

/** All bounds of a topic, for the form. */
export const sayBounds = ({ range, bounds = [] }: Limits): string[] => [
  ...(range ? [boundWords.range(range.least, range.most)] : []),
  ...bounds.map(({ says }) => says),
]
