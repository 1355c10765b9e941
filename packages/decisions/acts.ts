import { refuse } from './decision.ts'
import type { Refusal, Refused } from './decision.ts'

/** Who may do something: role → the tie that the person must have to the thing. The tie `any` asks for the role alone. */
export type Who<Party extends string = string, Tie extends string = string> = Partial<Record<Party, Tie | readonly Tie[]>>

declare const carried: unique symbol
/** The shape of what an event carries: known to the compiler alone. */
export type Payload<T> = { readonly [carried]?: T }

/**
 * Names the shape of the payload of an event in a table of acts.
 *
 * @example carries() // {}
 */
export function carries<T>(): Payload<T> {
  return {}
}

/** One thing that can be done: from where to where, by whom, and what it is called once it is done. */
export type Act<Status extends string = string, Party extends string = string, Tie extends string = string> = {
  /** The states it may start from. Absent where it makes the thing, or where the thing has no states. */
  from?: readonly Status[]
  /** The state that it leads to. Absent where the state stays as it is. */
  to?: Status
  by: Who<Party, Tie>
  /** Its name in the audit trail, and in the event where it has a payload: noun and past verb, `dossier.submitted`. */
  event: string
  /** What the event carries. Absent: there is a line in the audit trail and no event. */
  payload?: Payload<unknown>
  /** The sentence of the audit trail, in the language of the office. */
  says: string
  /** The code of the refusal where the state does not allow the act; `wrong-status` unless told. */
  closed?: string
  /** The codes of the other refusals that it knows. */
  refusals?: readonly string[]
  /** It cannot be taken back: whoever does it is shown first, in numbers and names, what will follow. */
  final?: true
  /** What older lines of the trail, which nobody may rewrite, call it, each with its sentence. */
  formerly?: Readonly<Record<string, string>>
}

/** The rows of one kind of thing, by the name of the act. */
export type ActRows<Status extends string = string, Party extends string = string, Tie extends string = string> = Readonly<
  Record<string, Act<Status, Party, Tie>>
>

/** A row that knows its own name and what it is done to. */
export type NamedAct = Act & { name: string; subject: string }
export type NamedActs<Rows extends ActRows, Subject extends string> = {
  readonly [Name in keyof Rows & string]: Rows[Name] & { readonly name: Name; readonly subject: Subject }
}

/**
 * Tells each row of a table its own name and the kind of thing that it is done to.
 *
 * @example nameActs('lamp', { light: { from: ['off'], to: 'on', by: { owner: 'any' }, event: 'lamp.lit', says: 'Lit' } }).light.name // 'light'
 */
export function nameActs<const Subject extends string, const Rows extends ActRows>(subject: Subject, rows: Rows): NamedActs<Rows, Subject> {
  const named = Object.entries(rows).map(([name, row]) => [name, { ...row, name, subject }])
  return Object.fromEntries(named) as NamedActs<Rows, Subject>
}

/** What somebody is to a thing: in this role, with this tie. Every role has the tie `any` to everything. */
export type Grant<Party extends string = string, Tie extends string = string> = { party: Party; tie: Tie }

/**
 * The first of somebody's grants that opens an act; undefined where none does. The column `by` is read here and nowhere else.
 *
 * @example grantFor({ by: { owner: 'own-lamp' } }, [{ party: 'owner', tie: 'own-lamp' }]) // { party: 'owner', tie: 'own-lamp' }
 */
export function grantFor<G extends Grant>(act: { by: Who }, grants: readonly G[]): G | undefined {
  return grants.find(({ party, tie }) => Object.hasOwn(act.by, party) && [act.by[party]].flat().includes(tie))
}

type ClosedCode<A> = A extends { closed: infer Code extends string } ? Code : 'wrong-status'
/** What an act answers where the state of the thing does not allow it. */
export type StatusRefusal<A, Status extends string = string> = { code: ClosedCode<A>; status: Status }

/**
 * Why the state does not allow the act; null where it does. The column `from` is read here and nowhere else.
 *
 * @example refuseStatus({ from: ['off'], by: { owner: 'any' } }, 'on') // { ok: false, refusal: { code: 'wrong-status', status: 'on' } }
 */
export function refuseStatus<const A extends Pick<Act, 'from' | 'closed' | 'by'>, Status extends string>(
  act: A,
  status: Status,
): Refused<StatusRefusal<A, Status>> | null {
  if (!act.from || act.from.includes(status)) return null
  return refuse(act.closed ?? 'wrong-status', { status }) as unknown as Refused<StatusRefusal<A, Status>>
}

/** The refusals of a row, taken from the union of those that the room knows; where it asks for a state, the wrong one is one of them. */
export type RefusalsOf<Known extends Refusal, A> = Extract<
  Known,
  {
    code: (A extends { refusals: readonly (infer Code)[] } ? Code : never) | (A extends { from: readonly string[] } ? ClosedCode<A> : never)
  }
>

/** What a reader may do with a thing now: `true`, or why not. */
export type May<Acts extends Readonly<Record<string, unknown>>, Status extends string = string> = {
  readonly [Name in keyof Acts & string]: true | NotPermitted | StatusRefusal<Acts[Name], Status>
}
export type NotPermitted = { code: 'not-permitted' }

/**
 * Which acts of a table somebody may do to a thing in this state.
 *
 * @example mayOf({ light: { from: ['off'], by: { owner: 'any' } } }, 'off', [{ party: 'owner', tie: 'any' }]) // { light: true }
 */
export function mayOf<Acts extends Readonly<Record<string, Pick<Act, 'from' | 'closed' | 'by'>>>, Status extends string>(
  acts: Acts,
  status: Status,
  grants: readonly Grant[],
): May<Acts, Status> {
  const answer = (act: Pick<Act, 'from' | 'closed' | 'by'>) =>
    grantFor(act, grants) ? (refuseStatus(act, status)?.refusal ?? true) : { code: 'not-permitted' }
  return Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, answer(act)])) as unknown as May<Acts, Status>
}

/**
 * Every act × state as plain text, for a reviewer who reads it next to the law: who may, with which tie, and where it leads.
 *
 * @example
 * printActs('Lamp', ['off', 'on'], { light: { from: ['off'], to: 'on', by: { owner: 'any', guest: 'invited' } } }).split('\n')
 * // ['Lamp', '', 'act    off   on  who', 'light  → on  ·   owner, guest (invited)', '']
 */
export function printActs(
  name: string,
  statuses: readonly string[],
  acts: Readonly<Record<string, Pick<Act, 'from' | 'to' | 'by'>>>,
): string {
  const rows = Object.entries(acts).map(([act, { from, to, by }]) => [
    act,
    ...statuses.map((status) => (from && !from.includes(status) ? '·' : to === undefined ? 'stays' : `→ ${to}`)),
    Object.entries(by)
      .map(([party, ties]) => (ties === 'any' ? party : `${party} (${[ties].flat().join(' or ')})`))
      .join(', '),
  ])
  const table = [['act', ...statuses, 'who'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [name, '', ...lines, ''].join('\n')
}
