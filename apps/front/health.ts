import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Runtime } from '@dacsan/modules/runtime'
import { upkeepFigures } from '@dacsan/modules/upkeep-figures'
import { healthLimits, isWritable } from '@dacsan/platform/database'
import { roomLeft } from '@dacsan/platform/files'
import { openFilePlace } from '@dacsan/platform/open-file-place'
import { jobsDue } from '@dacsan/platform/jobs'
import { answerTimes } from './answer-times.ts'
import type { AnswerKind } from './answer-times.ts'
import { sendProblem } from './problem.ts'
import type { Shedder } from './shed-load.ts'

/** Below this the next photo or page of the database may not fit (bytes). */
const leastRoom = 20_000_000

/** Who watches the machine does not wait longer to hear of the store of files (ms). */
const filesPatience = 1_000
const [yes, no] = [() => true, () => false]

/** Adds an answer to the counters, for what is answered before the framework. */
export type CountAnswer = (kind: AnswerKind, status: number, ms: number) => void

/** Whether the process lives, whether it can answer, and what it did. */
export function registerHealth(
  app: FastifyInstance,
  { connect, pool, config, log }: Runtime,
  shedder: Shedder,
  ofPages: () => string[],
): { countAnswer: CountAnswer } {
  // A connection of its own: the question is answered also while all others wait for a lock.
  const { db, close } = connect({ connections: 1, limits: healthLimits })
  app.addHook('onClose', close)
  const turns = monitorEventLoopDelay({ resolution: 20 })
  turns.enable()
  app.addHook('onClose', async () => void turns.disable())
  const answers = answerTimes()
  const countAnswer: CountAnswer = answers.count
  const place = openFilePlace(config)
  const filesAnswer = () => Promise.race([place.ask().then(yes, no), delay(filesPatience, false, { ref: false })])

  app.addHook('onRequest', (request, reply, next) => {
    const begun = performance.now()
    // The raw answer, because pages are answered past the framework.
    reply.raw.once('close', () => {
      const machine = request.routeOptions.url?.startsWith('/') && request.routeOptions.url !== '/*'
      countAnswer(machine ? 'machine' : 'page', reply.raw.statusCode, performance.now() - begun)
    })
    next()
  })

  app.get('/health/live', async () => ({ status: 'alive' }))

  app.get('/health/ready', async (request, reply) => {
    try {
      const room = await roomLeft(config.dataDir)
      if (room !== null && room < leastRoom) return sendProblem(reply, 503, `no room is left for files and data (${room} bytes)`)
      if (!(await isWritable(db))) return sendProblem(reply, 503, 'the database takes no writes')
      const { waiting, oldestSeconds } = await jobsDue(db)
      // Every front misses a shared store alike: taken out for it, none would be left for the pages that do without.
      return { status: 'ready', files: (await filesAnswer()) ? 'answer' : 'do not answer', jobs: { waiting, oldestSeconds } }
    } catch (error) {
      request.log.warn({ requestId: request.id, err: error }, 'not ready')
      return sendProblem(reply, 503, 'the database does not answer')
    }
  })

  /** What only the database knows. While it is away, the rest is told all the same. */
  const ofDatabase = async (): Promise<string[]> => {
    try {
      const [jobs, upkeep] = [await jobsDue(db), await upkeepFigures(db, config, new Date())]
      return [
        ...gauge('dacsan_database_up', 1),
        ...gauge('dacsan_jobs_waiting', jobs.waiting),
        ...gauge('dacsan_jobs_oldest_due_seconds', jobs.oldestSeconds),
        ...gauge('dacsan_jobs_failing', jobs.failing),
        ...gauge('dacsan_jobs_given_up', jobs.givenUp),
        '# TYPE dacsan_integrity_faults gauge',
        ...upkeep.faults.map(({ check, faults }) => `dacsan_integrity_faults{check="${check}"} ${faults}`),
        ...gauge('dacsan_integrity_age_seconds', upkeep.integrityAge),
        ...gauge('dacsan_backup_scheduled', config.backupDir === undefined ? 0 : 1),
        ...gauge('dacsan_backup_age_seconds', upkeep.backup?.age ?? null),
        ...gauge('dacsan_backup_bytes', upkeep.backup?.size ?? null),
        ...gauge('dacsan_archive_scheduled', upkeep.archive ? 1 : 0),
        ...gauge('dacsan_archive_age_seconds', upkeep.archive?.age ?? null),
        ...gauge('dacsan_archive_base_age_seconds', upkeep.archive?.baseAge ?? null),
        ...gauge('dacsan_archive_bytes', upkeep.archive?.bytes ?? null),
        ...gauge('dacsan_archive_waiting_bytes', upkeep.archive?.waitingBytes ?? null),
        ...gauge('dacsan_log_entries', upkeep.logEntries),
      ]
    } catch (error) {
      log.warn({ err: error }, 'metrics without those of the database')
      return gauge('dacsan_database_up', 0)
    }
  }

  app.get('/metrics', async (_request, reply) => {
    const [room, { inWork, shed }] = [await roomLeft(config.dataDir), shedder.counts()]
    const memory = process.memoryUsage()
    // Since the last time that somebody asked.
    const longestTurn = turns.max / 1e9
    turns.reset()
    const lines = [
      ...answers.lines(),
      ...(await ofDatabase()),
      ...gauge('dacsan_files_up', (await filesAnswer()) ? 1 : 0),
      '# TYPE dacsan_database_connections gauge',
      `dacsan_database_connections{state="open"} ${pool.totalCount}`,
      `dacsan_database_connections{state="idle"} ${pool.idleCount}`,
      `dacsan_database_connections{state="waited-for"} ${pool.waitingCount}`,
      '# TYPE dacsan_pages_in_work gauge',
      `dacsan_pages_in_work ${inWork}`,
      '# TYPE dacsan_pages_shed_total counter',
      `dacsan_pages_shed_total ${shed}`,
      '# TYPE dacsan_room_bytes gauge',
      `dacsan_room_bytes ${room ?? 'NaN'}`,
      ...ofPages(),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      ...gauge('nodejs_heap_size_used_bytes', memory.heapUsed),
      ...gauge('nodejs_external_memory_bytes', memory.external),
      ...gauge('nodejs_eventloop_lag_max_seconds', longestTurn),
      '# TYPE process_uptime_seconds counter',
      `process_uptime_seconds ${process.uptime().toFixed(1)}`,
    ]
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4')
      .send(`${lines.join('\n')}\n`)
  })
  return { countAnswer }
}

/** What is not known has no line: a rule of an alarm says `absent`. */
const gauge = (name: string, value: number | null): string[] => (value === null ? [] : [`# TYPE ${name} gauge`, `${name} ${value}`])
