import type { LegalRuleId } from './rules/ids.ts'
import type { z } from 'zod'
import { brokenBound } from './rules/bounds.ts'
import type { Bound, Range, Relation } from './rules/bounds.ts'

/**
 * The topics that rooms read, with the type of their values. Empty here: the topics.ts of a room adds its own, so that nobody can ask for a
 * topic that no room declares, or that it declares as not read.
 */
export interface LegalTopics {}

/** What a room says of a topic: the shape of its values, what they must keep, and its words. */
export type TopicDeclaration<Shape extends z.ZodType = z.ZodType, Implemented extends boolean = boolean> = {
  /** A row whose value has another shape never enters the database. */
  shape: Shape
  /** Its name with the unit: what a page prints above the value. */
  title: string
  /** A value as a person reads it; absent where it is plain to read. */
  say?(value: z.infer<Shape>): string
  /** The least and the most, where the value is a number. A value beyond its bounds is never proposed, and never used where it got into the database. */
  range?: Range
  /** What else a value must keep, each with its sentence. */
  bounds?: readonly Bound<z.infer<Shape>>[]
  /** What it must keep together with the values of other topics: asked when one of both is proposed and confirmed. */
  relations?: readonly Relation<z.infer<Shape>>[]
  /** Administrators alone propose it: who comes in, and how. */
  administratorsOnly?: true
  /** False: the law says it and no part of the programme works by it yet. Whoever looks the value up is told so. */
  implemented: Implemented
}

type TopicTable = Readonly<Record<string, TopicDeclaration>>

type Words<Shape extends z.ZodType> = Omit<TopicDeclaration<Shape>, 'shape' | 'implemented'>

/** A topic that the room reads. */
export const topic = <Shape extends z.ZodType>(shape: Shape, words: Words<Shape>): TopicDeclaration<Shape, true> => ({
  shape,
  ...words,
  implemented: true,
})

/** A topic that nothing reads yet: it may be looked up and superseded, and asking for it does not compile. */
export const unimplementedTopic = <Shape extends z.ZodType>(shape: Shape, words: Words<Shape>): TopicDeclaration<Shape, false> => ({
  shape,
  ...words,
  implemented: false,
})

/** What a table of topics adds to `LegalTopics`: its topics that are read, with the type of their values. */
export type ReadTopics<Table> = {
  [Name in keyof Table as Table[Name] extends { implemented: true } ? Name : never]: Table[Name] extends {
    shape: infer Shape extends z.ZodType
  }
    ? z.infer<Shape>
    : never
}

const declared = new Map<string, TopicDeclaration>()

/** Makes the topics of a room known; throws where another room has declared one of them. */
export function declareTopics<Table extends TopicTable>(table: Table): Table {
  for (const [name, declaration] of Object.entries(table)) {
    if (declared.has(name)) throw new Error(`the legal topic ${name} is declared twice`)
    declared.set(name, declaration)
  }
  return table
}

export type Topic = keyof LegalTopics & string
export type ValueOf<T extends Topic> = LegalTopics[T]

/** The topics of the rooms that are loaded, room by room. */
export const declaredTopics = (): string[] => [...declared.keys()]

export function declarationOf(name: string): TopicDeclaration {
  const declaration = declared.get(name)
  if (!declaration) throw new Error(`no room that is loaded declares the legal topic ${name}`)
  return declaration
}

export const isDeclared = (name: string): boolean => declared.has(name)

/** A value as it may be used; `says` where it keeps its shape and breaks a bound. */
export type JudgedValue = { usable: true; value: unknown } | { usable: false; says: string | null }

/** Whether a value has the shape of its topic and keeps its bounds: asked of what is proposed, and of what the database holds. */
export function judgeValue(name: string, value: unknown): JudgedValue {
  const declaration = declarationOf(name)
  const parsed = declaration.shape.safeParse(value)
  if (!parsed.success) return { usable: false, says: null }
  const says = brokenBound(declaration, parsed.data)
  return says === null ? { usable: true, value: parsed.data } : { usable: false, says }
}

/** A value as a person reads it; the unit stands in the title of its topic. */
export function sayValue(name: string, value: unknown): string {
  return declarationOf(name).say?.(value) ?? String(value)
}

/** `transcribed`: read in one full-text copy, the signed paper itself never seen. */
export const certainties = ['confirmed', 'transcribed', 'inferred', 'conflict', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/** What a page prints of the law it used. */
export type LegalSource = { instrument: string; article: string | null; sourceUrl: string | null; certainty: Certainty }

/** One dated row of law with the paper that it stands on. */
export type RuleRow = LegalSource & {
  id: LegalRuleId
  note: string | null
  checkedOn: string | null
  effectiveFrom: string
  /** The last day it holds; null while nothing has superseded it. */
  effectiveTo: string | null
  /** The value as a person reads it. */
  said: string
  /** The day of the row that should hold and whose value cannot be used: this one, an earlier one, stands in for it, and its certainty says so. */
  standsInFor: string | null
}

/** A row with its typed value, for those who work by it; pages print the row they used. */
export type Rule<T extends Topic = Topic> = RuleRow & { topic: T; value: ValueOf<T> }

/** A row of any topic, for those who look the law up. */
export type ListedRule = RuleRow & {
  topic: string
  value: unknown
  /** False: the value has another shape or lies beyond its bounds, so nothing works by it. */
  usable: boolean
  /** When two people took it back, on its first day: it counts for no day. */
  takenBackAt: Date | null
}
