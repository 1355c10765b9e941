import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Runner, Task, TaskList, WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { ReadDb, WriteTx } from './access.ts'
import { processName } from './database.ts'
import type { RecordedEvent, Subscriber } from './events.ts'
import type { Log } from './log.ts'

/** Work to do later. It may run more than once: doing it again changes nothing. */
export type JobHandler = (payload: unknown) => Promise<void>

/** Work by the clock; `at` is a crontab pattern in UTC, `name` that of a job. */
export type Schedule = { at: string; name: string }

export type JobOptions = {
  pool: pg.Pool
  jobs?: Record<string, JobHandler>
  subscribers?: readonly Subscriber[]
  schedules?: readonly Schedule[]
  log: Log
  concurrency?: number
  /** The clock that is watched, and how often (milliseconds); that of the machine unless told. */
  clock?: { wall?: () => number; every?: number }
  /** How often it looks for workers that ended without a word (milliseconds). */
  freeEvery?: number
}

/** Does queued jobs and delivers events until `stop()`; a failed one is tried again later, with growing pauses. */
export async function runJobs(options: JobOptions): Promise<Pick<Runner, 'stop'>> {
  await freeDeadLocks(options.pool)
  const freeing = setInterval(() => {
    freeDeadLocks(options.pool).catch((error: unknown) => options.log.warn({ err: error }, 'whether a worker ended is not known'))
  }, options.freeEvery ?? 60_000).unref()
  let running = beginJobs(options)
  const endWatch = watchClock((ms) => {
    options.log.warn({ seconds: Math.round(ms / 1000) }, 'the clock of this machine was set: the schedules begin anew')
    // The queue sleeps until a minute that it reckoned by the other clock.
    running = running.then(async (runner) => {
      await runner.stop()
      return beginJobs(options)
    })
    running.catch((error: unknown) => options.log.fatal({ err: error }, 'the jobs do not run: start the worker again'))
  }, options.clock)
  await running
  return {
    async stop() {
      endWatch()
      clearInterval(freeing)
      await (await running).stop()
    },
  }
}

/** How far the clock may drift within half a minute before it counts as set by hand (milliseconds). */
const clockTolerance = 90_000

/** Tells when the clock of the machine was set: it went on otherwise than time does. */
export function watchClock(onJump: (ms: number) => void, { wall = Date.now, every = 30_000 }: JobOptions['clock'] = {}): () => void {
  let last = { wall: wall(), steady: performance.now() }
  const timer = setInterval(() => {
    const now = { wall: wall(), steady: performance.now() }
    const jumped = now.wall - last.wall - (now.steady - last.steady)
    last = now
    if (Math.abs(jumped) > clockTolerance) onJump(jumped)
  }, every).unref()
  return () => clearInterval(timer)
}

/** Those of this process are numbered, so that two never have one name. */
let runners = 0

async function beginJobs({ pool, jobs = {}, subscribers = [], schedules = [], log, concurrency = 2 }: JobOptions): Promise<Runner> {
  // What ran by a clock that was ahead would not run again until then.
  await pool.query(
    `update graphile_worker._private_known_crontabs set last_execution = now() where last_execution > now() + interval '1 minute'`,
  )
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]))
  const taskList: TaskList = {
    ...Object.fromEntries(Object.entries(jobs).map(([name, handler]): [string, Task] => [name, (payload) => handler(payload)])),
    'deliver-event': async (payload) => {
      const { eventId, subscriber } = payload as { eventId: string; subscriber: string }
      // A subscriber that a newer version dropped has nothing left to hear.
      await byName.get(subscriber)?.hear(await findEvent(pool, eventId))
    },
  }
  const events: WorkerEvents = new EventEmitter()
  // By it the queue says whose a taken job is.
  events.once('pool:create', ({ workerPool }) => (workerPool.id = `${processName} #${++runners}`))
  return run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(schedules.map(({ at, name }) => ({ match: at, task: name, identifier: name }))),
    logger: quietLogger(log),
    events,
  })
}

/**
 * A worker that was killed leaves its jobs locked, for four hours by the queue's own rule. They are free once no connection of its process is left;
 * what bears no name of ours (a worker of an older version) where no other process of ours is connected, or no job can still be working on it: no
 * statement of a job takes longer than ten minutes.
 */
async function freeDeadLocks(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_by is not null and case when locked_by like 'dacsan %' then not exists (
        select from pg_stat_activity where datname = current_database() and application_name = split_part(locked_by, ' #', 1))
      else locked_at < now() - interval '30 minutes' or not exists (
        select from pg_stat_activity where datname = current_database() and application_name like 'dacsan %' and application_name <> $1) end
    having count(*) > 0`,
    [processName],
  )
}

// The queue speaks of every job it takes; only what went wrong belongs in our log, the rest where it is asked for.
function quietLogger(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new Logger((scope) => (level, message, meta) => log[levels[level]]({ job: scope.taskIdentifier, error: meta?.['error'] }, message))
}

async function findEvent(pool: pg.Pool, id: string): Promise<RecordedEvent> {
  const { rows } = await pool.query<RecordedEvent>(
    'select id, type, version, payload, actor_id as "actorId", at from event where id = $1',
    [id],
  )
  if (!rows[0]) throw new Error(`event ${id} is not there`)
  return rows[0]
}

type JobFigures = { waiting: number; oldestSeconds: number; failing: number; givenUp: number }

/**
 * How many jobs wait for their time or their turn, for how long the oldest whose time has come, how many of them failed so far, and how many were
 * tried to the end without success.
 */
export async function jobsDue<Tables>(db: Kysely<Tables>): Promise<JobFigures> {
  const { rows } = await sql<JobFigures>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts < max_attempts and last_error is not null)::int as failing,
      count(*) filter (where attempts >= max_attempts)::int as "givenUp",
      coalesce(round(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now()))), 0)::int as "oldestSeconds"
    from graphile_worker.jobs`.execute(db)
  return rows[0]!
}

/** An event that its subscriber could not process so far; `nextTryAt` is null when it is not tried again by itself. */
export type FailedDelivery = {
  jobId: string
  eventId: string
  type: string
  subscriber: string
  happenedAt: Date
  attempts: number
  reason: string
  nextTryAt: Date | null
}

/** The deliveries that failed and have not succeeded since, the oldest event first. */
export async function listFailedDeliveries<Tables>(db: ReadDb<Tables>): Promise<FailedDelivery[]> {
  const { rows } = await sql<FailedDelivery>`
    select job.id::text as "jobId", event.id as "eventId", event.type, split_part(job.key, ':', 2) as subscriber, event.at as "happenedAt",
      job.attempts, job.last_error as reason, case when job.attempts < job.max_attempts then job.run_at end as "nextTryAt"
    from graphile_worker.jobs job join event on event.id = split_part(job.key, ':', 1)
    where job.task_identifier = 'deliver-event' and job.last_error is not null
    order by event.at, event.id`.execute(db as never)
  return rows
}

/** How many such deliveries there are, and since when the oldest. */
export async function countFailedDeliveries<Tables>(db: ReadDb<Tables>): Promise<{ count: number; since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(event.at) as since
    from graphile_worker.jobs job join event on event.id = split_part(job.key, ':', 1)
    where job.task_identifier = 'deliver-event' and job.last_error is not null`.execute(db as never)
  return rows[0]!
}

/** Delivers a failed event again at once, with all its tries before it. False where no such delivery waits. */
export async function retryDelivery<Tables>(tx: WriteTx<Tables>, jobId: string): Promise<boolean> {
  if (!/^\d{1,19}$/.test(jobId)) return false
  const { rows } = await sql`
    select job.id from graphile_worker.jobs job
    cross join lateral graphile_worker.reschedule_jobs(array[job.id], run_at => now(), attempts => 0)
    where job.id = ${jobId}::bigint and job.task_identifier = 'deliver-event' and job.last_error is not null`.execute(tx)
  return rows.length > 0
}
