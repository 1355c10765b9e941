import type { Id } from '@dacsan/platform/ids'
import type { UserId } from './identity/rules.ts'

// Stands alone, under the tables of the database: they name these types.

/** Why somebody is told something. What `security`, `safety` or `law` asks for cannot be silenced; `news` is an advertisement and needs consent. */
export const messageKinds = ['security', 'safety', 'law', 'work', 'news'] as const
export type MessageKind = (typeof messageKinds)[number]

export const messageLanguages = ['vi', 'en', 'km'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

/**
 * A person with an account; or whoever placed one purchase, reported one doubt, asked for one producer, sells goods of one recall, asked one question, buys of
 * one seller by agreement, looks for goods, made one entry of a contest, asks to come on one route or has one place in a class, known by it alone.
 */
export type Recipient =
  | UserId
  | Id<'grp'>
  | Id<'dbt'>
  | Id<'jrq'>
  | Id<'rcp'>
  | Id<'qst'>
  | Id<'agb'>
  | Id<'beq'>
  | Id<'cen'>
  | Id<'ren'>
  | Id<'tpa'>
