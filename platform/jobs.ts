import { Logger, type Runner, type Task, parseCronItems, run } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { WriteTx } from './context.ts'
import type { RecordedEvent } from './events.ts'
import type { Log } from './log.ts'

/** Work to do later. It may run more than once: doing it again changes nothing. */
export type JobHandler = (payload: unknown) => Promise<void>

/** Somebody who hears of events of one type. It may hear of one event more than once. */
export type Subscriber = { name: string; type: string; hear(event: RecordedEvent): Promise<void> }

/** Work by the clock; `at` is a crontab pattern in UTC, `name` that of a job. */
export type Schedule = { at: string; name: string }

export type JobOptions = {
  pool: pg.Pool
  jobs?: Record<string, JobHandler>
  subscribers?: readonly Subscriber[]
  schedules?: readonly Schedule[]
  log: Log
  concurrency?: number
}

/** Queues a job in the transaction of the change that it follows from; `key` makes a second request for the same thing one job. */
export async function addJob<Tables>(
  tx: WriteTx<Tables>,
  name: string,
  payload: object,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::text::json, run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text)`.execute(
    tx,
  )
}

/** Does queued jobs and delivers events until `stop()`; a failed one is tried again later, with growing pauses. */
export async function runJobs({ pool, jobs = {}, subscribers = [], schedules = [], log, concurrency = 2 }: JobOptions): Promise<Runner> {
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]))
  if (byName.size !== subscribers.length) throw new Error('two subscribers have the same name')
  return run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    taskList: {
      ...Object.fromEntries(Object.entries(jobs).map(([name, handler]): [string, Task] => [name, (payload) => handler(payload)])),
      'deliver-event': async (payload, { addJob }) => {
        const event = await findEvent(pool, eventIdOf(payload))
        // One job per subscriber: when one fails, the others have heard, and only it hears again.
        for (const { name, type } of subscribers) {
          if (type === event.type)
            await addJob('tell-subscriber', { eventId: event.id, subscriber: name }, { jobKey: `${event.id}:${name}` })
        }
      },
      'tell-subscriber': async (payload) => {
        const { subscriber } = payload as { subscriber: string }
        // A subscriber that a newer version dropped has nothing left to hear.
        await byName.get(subscriber)?.hear(await findEvent(pool, eventIdOf(payload)))
      },
    },
    parsedCronItems: parseCronItems(schedules.map(({ at, name }) => ({ match: at, task: name, identifier: name }))),
    logger: quietLogger(log),
  })
}

// The queue speaks of every job it takes; only what went wrong belongs in our log, the rest where it is asked for.
function quietLogger(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new Logger((scope) => (level, message, meta) => log[levels[level]]({ job: scope.taskIdentifier, error: meta?.['error'] }, message))
}

const eventIdOf = (payload: unknown) => (payload as { eventId: string }).eventId

async function findEvent(pool: pg.Pool, id: string): Promise<RecordedEvent> {
  const { rows } = await pool.query<RecordedEvent>(
    'select id, type, version, payload, actor_id as "actorId", at from event where id = $1',
    [id],
  )
  if (!rows[0]) throw new Error(`event ${id} is not there`)
  return rows[0]
}
