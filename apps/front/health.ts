import type { FastifyInstance } from 'fastify'
import type { Runtime } from '@dacsan/modules/runtime'
import { healthLimits, isWritable } from '@dacsan/platform/database'
import { roomLeft } from '@dacsan/platform/files'
import { jobsDue } from '@dacsan/platform/jobs'
import { sendProblem } from './problem.ts'
import type { Shedder } from './shed-load.ts'

/** Below this the next photo or page of the database may not fit (bytes). */
const leastRoom = 20_000_000

/** Adds an answer to the counters, for what is answered before the framework. */
export type CountAnswer = (kind: 'machine' | 'page', status: number, ms: number) => void

/** Whether the process lives, whether it can answer, and what it did. */
export function registerHealth(
  app: FastifyInstance,
  { connect, pool, config }: Runtime,
  shedder: Shedder,
  ofPages: () => string[],
): { countAnswer: CountAnswer } {
  // A connection of its own: the question is answered also while all others wait for a lock.
  const { db, close } = connect({ connections: 1, limits: healthLimits })
  app.addHook('onClose', close)
  const answers = new Map<string, { count: number; seconds: number }>()
  const countAnswer: CountAnswer = (kind, status, ms) => {
    const labels = `kind="${kind}",status="${Math.floor(status / 100)}xx"`
    const known = answers.get(labels) ?? { count: 0, seconds: 0 }
    known.count++
    known.seconds += ms / 1000
    answers.set(labels, known)
  }

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
      return { status: 'ready', jobs: { waiting, oldestSeconds } }
    } catch (error) {
      request.log.warn({ requestId: request.id, err: error }, 'not ready')
      return sendProblem(reply, 503, 'the database does not answer')
    }
  })

  app.get('/metrics', async (_request, reply) => {
    const [jobs, room, { inWork, shed }] = [await jobsDue(db), await roomLeft(config.dataDir), shedder.counts()]
    const lines = [
      '# TYPE dacsan_requests_total counter',
      ...[...answers].map(([labels, { count }]) => `dacsan_requests_total{${labels}} ${count}`),
      '# TYPE dacsan_request_seconds_total counter',
      ...[...answers].map(([labels, { seconds }]) => `dacsan_request_seconds_total{${labels}} ${seconds.toFixed(3)}`),
      '# TYPE dacsan_database_connections gauge',
      `dacsan_database_connections{state="open"} ${pool.totalCount}`,
      `dacsan_database_connections{state="idle"} ${pool.idleCount}`,
      `dacsan_database_connections{state="waited-for"} ${pool.waitingCount}`,
      '# TYPE dacsan_jobs_waiting gauge',
      `dacsan_jobs_waiting ${jobs.waiting}`,
      '# TYPE dacsan_jobs_oldest_due_seconds gauge',
      `dacsan_jobs_oldest_due_seconds ${jobs.oldestSeconds}`,
      '# TYPE dacsan_jobs_given_up gauge',
      `dacsan_jobs_given_up ${jobs.givenUp}`,
      '# TYPE dacsan_pages_in_work gauge',
      `dacsan_pages_in_work ${inWork}`,
      '# TYPE dacsan_pages_shed_total counter',
      `dacsan_pages_shed_total ${shed}`,
      '# TYPE dacsan_room_bytes gauge',
      `dacsan_room_bytes ${room ?? 'NaN'}`,
      ...ofPages(),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
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
