/** An expected "no": a code that a sentence exists for, and the facts that the sentence needs. */
export type Refusal = { code: string } & Record<string, unknown>

/** The "no" half of a {@link Decision} and of an {@link Outcome}. */
export type Refused<R extends Refusal = Refusal> = { ok: false; refusal: R }

/** What a pure `decide…(state, facts)` returns: the event that happened, or why it did not. */
export type Decision<Event, R extends Refusal = Refusal> = { ok: true; event: Event } | Refused<R>

/** What a command returns to its caller: a value, or why there is none. */
export type Outcome<T, R extends Refusal = Refusal> = { ok: true; value: T } | Refused<R>

/**
 * Says yes, with the event that now is history.
 *
 * @example accept({ type: 'submitted', on: '2026-11-23' }) // { ok: true, event: { type: 'submitted', on: '2026-11-23' } }
 */
export function accept<const Event>(event: Event): { ok: true; event: Event } {
  return { ok: true, event }
}

/**
 * Says yes, with the value that the caller asked for.
 *
 * @example done(42) // { ok: true, value: 42 }
 */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/**
 * Says no. The code keeps its literal type, so a union of refusals stays checkable.
 *
 * @example refuse('wrong-status', { status: 'draft' }) // { ok: false, refusal: { code: 'wrong-status', status: 'draft' } }
 */
export function refuse<const Code extends string>(code: Code): Refused<{ code: Code }>
export function refuse<const Code extends string, Fields extends Record<string, unknown>>(
  code: Code,
  fields: Fields,
): Refused<{ code: Code } & Fields>
export function refuse(code: string, fields: Record<string, unknown> = {}): Refused {
  return { ok: false, refusal: { ...fields, code } }
}
