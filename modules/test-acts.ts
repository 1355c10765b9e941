import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import type { NamedAct } from '@dacsan/decisions'
import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Ctx, Tx } from './context.ts'
import type { DB as Tables } from './database.tables.ts'
import { apiKeyScopes, grantsOf, rolesOf, roles, system, visitor } from './identity/rules.ts'
import type { Actor, Party } from './identity/rules.ts'
import type { ActTable } from './room.ts'

/** What the law and the design say of one act, written by hand and never read off the table. */
export type Expected<Person extends string, Status extends string> = {
  /** The states in which it is open; absent where the thing has none, or the act makes it. */
  from?: readonly Status[]
  to?: Status
  /** The people of the world who may; everybody else may not. */
  by: readonly (Person | 'visitor' | 'system')[]
  /** States in which it answers as done because it was done before: the same form sent twice. */
  again?: readonly Status[]
}

export type Trial<Acts extends ActTable['acts'], Person extends string, Status extends string> = {
  /** A context of any moment in which the acts are in season. */
  base: Ctx
  /** Somebody of every role; of a role that must be tied to the thing, somebody with the tie and somebody without. */
  people: Readonly<Record<Person, Actor>>
  /** Brings the thing into a state, in a transaction that is undone afterwards. */
  put?: (tx: Tx, status: Status) => Promise<unknown>
  /** The state after an act that succeeded. */
  state?: (tx: Tx) => Promise<Status>
  /** The real command of each act, on the thing. Other refusals than that of the state count as let through. */
  attempts: { readonly [Name in keyof Acts]: (ctx: Ctx) => Promise<unknown> }
  expected: { readonly [Name in keyof Acts]: Expected<Person, Status> }
}

type Answer = { let: 'through' | 'person refused' | 'state refused'; done: boolean; state: string | null }

/**
 * Tries every act × state × person of a table against the real commands, and compares what happens with what is written down in the trial.
 * Then changes each cell of the table (a role added or taken away, a tie loosened, a state added or taken away, another state to lead to)
 * and shows that the trial would have fallen: a cell that decides nothing fails here.
 */
export function tryActs<Acts extends ActTable['acts'], Person extends string, Status extends string>(
  { acts, statuses }: { acts: Acts; statuses: readonly Status[] },
  trial: Trial<Acts, Person, Status>,
): void {
  const { base, put, state } = trial
  const people: Record<string, Actor> = { ...trial.people, visitor, system: system('trial') }
  const ask = async (act: NamedAct, who: string, status: Status | undefined): Promise<Answer> => {
    let answer: Answer | undefined
    await base.db
      .transaction()
      .execute(async (tx) => {
        if (status !== undefined) await put?.(tx, status)
        answer = await judge(act, () => trial.attempts[act.name]!({ ...base, actor: people[who]!, db: within(tx) }))
        if (answer.done && state) answer.state = await state(tx)
        throw undone
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
    return answer!
  }

  describe.each(Object.values(acts))('$event', (act) => {
    const { from, to, by, again = [] } = trial.expected[act.name]!
    const states: readonly (Status | undefined)[] = from ? statuses : [undefined]
    const open = from?.[0]
    const allowed = (who: string) => (by as readonly string[]).includes(who)

    test('is open in these states to these people, and closed otherwise', async () => {
      const said: string[] = []
      for (const status of states) {
        for (const who of Object.keys(people)) {
          const wanted = !allowed(who) ? 'person refused' : status !== undefined && !from!.includes(status) ? 'state refused' : 'through'
          const found = await ask(act, who, status)
          const repeated = status !== undefined && again.includes(status) && found.let === 'through'
          if (found.let !== wanted && !(wanted === 'state refused' && repeated))
            said.push(`${who}, ${status}: ${found.let} instead of ${wanted}`)
          if (to !== undefined && found.done && !repeated && found.state !== to)
            said.push(`${who}, ${status}: led to ${found.state} instead of ${to}`)
        }
      }
      expect(said).toEqual([])
    })

    test('is decided by each cell of its row', async () => {
      const unnoticed: string[] = []
      const somebody = by[0]!
      const cell = async (name: string, change: Partial<NamedAct>, noticed: () => Promise<boolean>) => {
        const before = { ...act }
        Object.assign(act, change)
        try {
          if (!(await noticed())) unnoticed.push(name)
        } finally {
          Object.assign(act, before)
        }
      }
      const refused = async (who: string) => (await ask(act, who, open)).let === 'person refused'
      // Where machines do nothing, none is in the world.
      const parties: Party[] = [...roles, ...apiKeyScopes.filter((scope) => scope in act.by), 'anyone', 'system']
      for (const party of parties) {
        const { [party]: own, ...others } = act.by as Partial<Record<Party, unknown>>
        if (own !== undefined) {
          await cell(`without ${party}`, { by: others as never }, async () => anyOf(by, refused))
        }
        // What is open to anyone is open to every role.
        if (own !== 'any' && act.by.anyone !== 'any') {
          // Whoever has the role, or now needs no tie, and was kept out before.
          const strangers = Object.keys(people).filter((who) => !allowed(who) && isOf(people[who]!, party))
          const what = own === undefined ? `with ${party}` : `${party} without a tie`
          if (strangers.length === 0) unnoticed.push(`${what}: nobody in the world to try it with`)
          else
            await cell(what, { by: { ...act.by, [party]: 'any' } as never }, async () =>
              anyOf(strangers, async (who) => !(await refused(who))),
            )
        }
      }
      const stateRefused = async (status: Status) => (await ask(act, somebody, status)).let === 'state refused'
      for (const status of act.from ? statuses : []) {
        if (act.from!.includes(status))
          await cell(`not from ${status}`, { from: act.from!.filter((one) => one !== status) }, () => stateRefused(status))
        else if (!again.includes(status))
          await cell(`from ${status}`, { from: [...act.from!, status] }, async () => !(await stateRefused(status)))
      }
      if (to !== undefined) {
        const other = statuses.find((status) => status !== to)!
        const succeeded: { who: string; status: Status | undefined }[] = []
        for (const status of from ?? [undefined])
          for (const who of by) if ((await ask(act, who, status)).done) succeeded.push({ who, status })
        // It leads to the other state now, or the database refuses a row of that state with what the act writes.
        await cell(`to ${other}`, { to: other }, () =>
          anyOf(succeeded, async ({ who, status }) => {
            const answer = await ask(act, who, status)
            return !answer.done || answer.state === other
          }),
        )
      }
      expect(unnoticed).toEqual([])
    })
  })
}

const undone = new Error('undone')

async function anyOf<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of all) if (await is(one)) return true
  return false
}

const isOf = (actor: Actor, party: Party): boolean =>
  party === 'anyone' ||
  (party === 'system' ? actor.kind === 'system' : (rolesOf(actor) as readonly Party[]).includes(party)) ||
  grantsOf(actor).some((grant) => grant.party === party)

async function judge(act: NamedAct, run: () => Promise<unknown>): Promise<Answer> {
  try {
    const outcome = (await run()) as { ok?: boolean; refusal?: { code: string } } | undefined
    if (outcome?.ok === false) {
      const isState = outcome.refusal!.code === (act.closed ?? 'wrong-status')
      return { let: isState ? 'state refused' : 'through', done: false, state: null }
    }
    return { let: 'through', done: true, state: null }
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return { let: 'person refused', done: false, state: null }
    if (error instanceof Conflict) return { let: 'state refused', done: false, state: null }
    // A constraint of the database (SQLSTATE class 23): the thing was put into its state by force, without what belongs to it.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('23'))
      return { let: 'through', done: false, state: null }
    throw error
  }
}

/** The database as a command sees it, for a command that runs within a transaction of the test. */
function within(tx: Tx): Kysely<Tables> {
  return new Proxy(tx as Kysely<Tables>, {
    get: (target, name) => {
      if (name === 'transaction') return () => ({ execute: (work: (tx: Tx) => Promise<unknown>) => work(tx) })
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
