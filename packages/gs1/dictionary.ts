import { aiTable, aiTitles } from './ai-table.ts'
import { characterBits } from './character-set.ts'
import type { CharacterSet } from './character-set.ts'
import { linterOf } from './linters.ts'

/** One part of a value: so many characters of a set, and the rules that they must keep. */
export type Component = {
  bits: number
  shortest: number
  longest: number
  optional: boolean
  linters: readonly ReturnType<typeof linterOf>[]
}

/** An AI, or all AIs that begin alike: `35nn`. */
export type AiPattern = { start: string; length: number }

/** What the dictionary says of an AI. */
export type AiRule = {
  ai: string
  /** The length is known from the AI, so no separator follows (flag `*`). */
  predefined: boolean
  /** May stand behind the `?` of a Digital Link (flag `?`). */
  attribute: boolean
  components: readonly Component[]
  shortest: number
  longest: number
  /** Each must be met, by one of its alternatives, all of whose AIs are there. */
  requires: readonly { text: string; alternatives: readonly (readonly AiPattern[])[] }[]
  excludes: readonly AiPattern[]
  /** A primary key of Digital Links: the orders that its qualifiers may stand in. */
  sequences?: readonly (readonly string[])[]
}

/** By the digits of the AI behind a 1, so that 01 and 001 are two: an array finds faster than a map of texts. */
let rules: readonly (AiRule | undefined)[] | undefined

/** The AIs of the dictionary, in its order. */
export function aiRules(): readonly AiRule[] {
  return rowsOf(aiTable).flatMap(([range = '', ...words]) => numbersOf(range).map((ai) => ruleOfRow(ai, words)))
}

/** What is known of an AI; undefined for what is none. */
export function ruleOf(ai: string): AiRule | undefined {
  return ruleBetween(ai, 0, ai.length)
}

/** What is known of the AI between two places of a text. */
export function ruleBetween(text: string, from: number, to: number): AiRule | undefined {
  if (to - from < 2 || to - from > 4) return undefined
  let index = 1
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - 48
    if (!(digit >= 0 && digit <= 9)) return undefined
    index = index * 10 + digit
  }
  return (rules ??= indexRules())[index]
}

/** What is known of the AI that a text goes on with at a place: no AI is the beginning of another. */
export function ruleAt(text: string, from: number): AiRule | undefined {
  return ruleBetween(text, from, from + 2) ?? ruleBetween(text, from, from + 3) ?? ruleBetween(text, from, from + 4)
}

/**
 * The data title of an AI, as labels print it; undefined for what is not an AI.
 *
 * @example aiTitle('10') // 'BATCH/LOT'
 */
export function aiTitle(ai: string): string | undefined {
  if (!ruleOf(ai)) return undefined
  const row = rowsOf(aiTitles).find(([range = '']) => numbersOf(range).includes(ai))
  return row?.slice(1).join(' ')
}

function indexRules(): (AiRule | undefined)[] {
  const index: (AiRule | undefined)[] = Array.from({ length: 20_000 })
  for (const rule of aiRules()) index[Number(`1${rule.ai}`)] = rule
  return index
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
}

/** `3100-3105` → its six AIs. */
function numbersOf(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step).padStart(first.length, '0'))
}

function ruleOfRow(ai: string, words: readonly string[]): AiRule {
  const [first = ''] = words
  const flags = /^[*?]+$/.test(first) ? first : ''
  const attributes = words.filter((word) => /^(req|ex|dlpkey)\b/.test(word))
  const components = words.filter((word) => /^\[?[NXYZ]/.test(word)).map(componentOf)
  const valuesOf = (name: string) => attributes.flatMap((word) => (word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : []))
  return {
    ai,
    predefined: flags.includes('*'),
    attribute: flags.includes('?'),
    components,
    shortest: sum(components.map(({ optional, shortest }) => (optional ? 0 : shortest))),
    longest: sum(components.map(({ longest }) => longest)),
    requires: valuesOf('req').map((text) => ({ text, alternatives: text.split(',').map((group) => group.split('+').map(patternOf)) })),
    excludes: valuesOf('ex').flatMap((list) => list.split(',').map(patternOf)),
    ...(attributes.some((word) => word.startsWith('dlpkey')) && { sequences: sequencesOf(valuesOf('dlpkey')) }),
  }
}

/** `N13,csum` · `X..20` · `[N4],hhmi` */
function componentOf(word: string): Component {
  const [, bracket, set, dots, length, names = ''] = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/.exec(word) ?? []
  if (length === undefined) throw new Error(`not a component of the GS1 Syntax Dictionary: ${word}`)
  return {
    bits: characterBits.of(set as CharacterSet),
    shortest: dots ? 1 : Number(length),
    longest: Number(length),
    optional: bracket === '[',
    linters: names.split(',').filter(Boolean).map(linterOf),
  }
}

function patternOf(text: string): AiPattern {
  return { start: text.replace(/n+$/, ''), length: text.length }
}

function sequencesOf(values: readonly string[]): string[][] {
  return values.length === 0 ? [[]] : values.flatMap((value) => value.split('|').map((sequence) => sequence.split(',')))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
