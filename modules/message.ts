import type { Payload } from '@dacsan/decisions'
import type { RecordedEvent } from '@dacsan/platform/events'
import type { ReadDb } from './context.ts'
import type { MessageKind, MessageLanguage, Recipient } from './message-kinds.ts'
import type { TypedEvent } from './work.ts'

export { messageKinds, messageLanguages } from './message-kinds.ts'
export type { MessageKind, MessageLanguage, Recipient } from './message-kinds.ts'

/** What a message says, with `{names}` in place of what differs. `short` is what a telephone shows: no accents, at most two segments. */
export type MessageText = { subject: string; text: string; short: string }

/** One row of a room's table of messages: what is said, why, and how urgently. The province may put other words in their place. */
export type MessageRule<Value extends string = string> = {
  /** `dossier.returned`: what it is called in the list of what went out. No other has it. */
  name: string
  /** What the office calls it. */
  says: string
  kind: MessageKind
  /** `digest`: not urgent; by mail it comes once a day with the others. */
  pace: 'at-once' | 'digest'
  /** The names that the text may use, each with a sample for the preview. */
  sample: Readonly<Record<Value, string>>
  words: { vi: MessageText } & Partial<Record<MessageLanguage, MessageText>>
}

/** One fact for some people. */
export type Told<Value extends string = string> = {
  to: readonly Recipient[]
  /** Whoever of them has no account is written to by mail: an address was left, not only a telephone number. */
  byMail?: boolean
  /** In which whoever of them has no account is spoken to; Vietnamese where nothing is said. */
  language?: MessageLanguage
  /** Where it leads: an address of this site, or `name:id` of one that must not be stored (`Room.secretPaths`). */
  path: string
  /** What it is about: kind and id, as the audit trail has them. */
  object: readonly [type: string, id: string]
  values: Readonly<Record<Value, string>>
}

export type Asking = { db: ReadDb; now: Date }

/** What a room says once an event happened. */
export type Telling = MessageRule & { event: string; tell(event: RecordedEvent, asking: Asking): Promise<readonly Told[]> }

/**
 * What a room says when a day comes. `due` gives all that is due now, however long ago it fell due, and whether or not it was said: each `fact` is
 * said once to each person.
 */
export type Reminder = MessageRule & {
  /** `always`: not only by day. */
  hours?: 'always'
  due(asking: Asking): Promise<readonly (Told & { fact: string })[]>
}

/** An event with a payload that its subscribers know. */
export type ToldEvent<T> = { event: string; payload: Payload<T> }

/**
 * Makes a row of the table of messages out of an act and what is said of it.
 *
 * @example tellOf(dossierActs.return, { name: 'dossier.returned', …, tell: async ({ payload }, { db }) => [{ to: await producersOf(db, payload), … }] })
 */
export function tellOf<T, Value extends string>(
  act: ToldEvent<T>,
  rule: MessageRule<Value> & { tell(event: TypedEvent<T>, asking: Asking): Promise<readonly Told<NoInfer<Value>>[]> },
): Telling {
  const { tell, ...rest } = rule
  return { ...rest, event: act.event, tell: (event, asking) => tell(event as unknown as TypedEvent<T>, asking) }
}

export function remindOf<Value extends string>(
  rule: MessageRule<Value> & { hours?: 'always'; due(asking: Asking): Promise<readonly (Told<NoInfer<Value>> & { fact: string })[]> },
): Reminder {
  return rule
}

/** How somebody without an account is reached. */
export type Contact = { name: string; phone: string | null; email?: string | null; language: MessageLanguage }
