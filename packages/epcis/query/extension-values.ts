import { type Namespaces, expandName } from '../context.ts'
import { isDateTime } from '../validate/formats.ts'
import { millisecondsOf } from './given.ts'
import type { Comparison, ExtensionName, ExtensionPlace, Moment } from './query.ts'

export type Members = Readonly<Record<string, unknown>>
export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
export const membersOf = (value: unknown): readonly Members[] => listOf(value).filter(isMembers)

export const sensors = (event: Members): readonly Members[] => membersOf(event['sensorElementList'])
export const reports = (event: Members): readonly Members[] => sensors(event).flatMap((element) => membersOf(element['sensorReport']))
export const metadata = (event: Members): readonly Members[] => sensors(event).flatMap((element) => membersOf(element['sensorMetadata']))

export const timeOf = (value: unknown): number | undefined =>
  typeof value === 'string' && isDateTime(value) ? millisecondsOf(value) : undefined

export const compareNumbers: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  EQ: (left, right) => left === right,
  GT: (left, right) => left > right,
  GE: (left, right) => left >= right,
  LT: (left, right) => left < right,
  LE: (left, right) => left <= right,
}

/** Compares what an extension holds with what is asked. */
export function compareExtension(compare: Comparison, given: unknown, value: string | number | Moment): boolean {
  const held = isMembers(given) ? given['#text'] : given
  if (typeof value === 'object') {
    const time = timeOf(held)
    return time !== undefined && compareNumbers[compare](time, value.time)
  }
  if (compare === 'EQ' && typeof value === 'string') return String(held) === value
  // XML has no types: what looks like a number there is one.
  const number = typeof held === 'number' ? held : typeof held === 'string' && held.trim() !== '' ? Number(held) : Number.NaN
  return Number.isFinite(number) && compareNumbers[compare](number, Number(value))
}

const holders: Readonly<Record<ExtensionPlace, (event: Members) => readonly Members[]>> = {
  event: (event) => [event],
  ilmd: (event) => membersOf(event['ilmd']),
  errorDeclaration: (event) => membersOf(event['errorDeclaration']),
  readPoint: (event) => membersOf(event['readPoint']),
  bizLocation: (event) => membersOf(event['bizLocation']),
  sensorElement: sensors,
  sensorMetadata: metadata,
  sensorReport: reports,
}

const standardHolders = new Set(['ilmd', 'errorDeclaration', 'readPoint', 'bizLocation', 'sensorElementList', 'quantityList', '@context'])

/** All values of an extension at its place; `inner` looks below the extensions that stand there, at any depth. */
export function extensionValues(
  { place, inner, name }: ExtensionName,
  event: Members,
  { namespaces }: { namespaces: Namespaces },
): unknown[] {
  const isNamed = (each: string) => each.includes(':') && (each === name || expandName(each, namespaces) === name)
  const found: unknown[] = []
  const collect = (members: Members, below: boolean) => {
    for (const [each, value] of Object.entries(members)) {
      if (below && isNamed(each)) found.push(...listOf(value))
      if (inner) for (const deeper of membersOf(value)) collect(deeper, true)
    }
  }
  for (const holder of holders[place](event)) {
    if (!inner) {
      collect(holder, true)
      continue
    }
    for (const [each, value] of Object.entries(holder)) {
      if (!each.includes(':') || standardHolders.has(each)) continue
      for (const deeper of membersOf(value)) collect(deeper, true)
    }
  }
  return found
}
