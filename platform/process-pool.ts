import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** What one process asks of the pool, and how it is answered (`pool-worker.ts`). */
export type PoolAnswer<Result> = { result: Result; memory: number } | { error: unknown; memory: number }

export type PoolLimits = {
  /** How many work at the same time. */
  processes: number
  /** After so long a task is ended, with its process. */
  seconds: number
  /** So many tasks wait; one more is refused. */
  waiting: number
  /** So many of one person are in work or waiting; one more is refused. */
  perPerson: number
  /** A process that has grown past so many bytes is replaced after its task. */
  memory: number
  /** A process without work for so long ends. */
  idleSeconds: number
}

/** Why a task is not done now, and after how many seconds to ask again. */
export type PoolRefusal =
  | { code: 'person-has-enough-in-work'; inWork: number; retryAfter: number }
  | { code: 'too-many-wait'; retryAfter: number }
  | { code: 'took-too-long'; seconds: number; retryAfter: number }

export type ProcessPool<Task, Result> = {
  /**
   * Has a task done by another process, in the order of asking. `person`: whose it is, if it counts against anybody.
   * What the task throws is thrown here; a process that dies over it throws too.
   */
  run(task: Task, person: string | null): Promise<Outcome<Result, PoolRefusal>>
  /** Ends the processes; what they have in work throws. */
  close(): void
}

type Order<Result> = {
  task: unknown
  done: (outcome: Outcome<Result, PoolRefusal>) => void
  failed: (error: unknown) => void
}

type Worker<Result> = { child: ChildProcess; order?: Order<Result>; deadline?: NodeJS.Timeout; idle?: NodeJS.Timeout }

/** A third of the share of a core that others get (0 is theirs, 19 the least): papers wait for pages, and are not starved by them. */
const niceness = 5
const soon = 5
const later = 15

/**
 * Does work that would hold the event loop in processes of our own. Processes and not threads: a thread inside native code cannot be ended, its
 * memory stays with the server, and where native code crashes the server goes with it (decision 023). They start when there is work, end when
 * there is none, and give way to the server (a lower priority). `entry` answers tasks by `answerTasks` (pool-worker.ts).
 *
 * @example const pool = openProcessPool<Drawing, Uint8Array>(new URL('./drawing-process.ts', import.meta.url), limits)
 */
export function openProcessPool<Task, Result>(entry: URL, limits: PoolLimits): ProcessPool<Task, Result> {
  const workers = new Set<Worker<Result>>()
  const queue: Order<Result>[] = []
  const inWork = new Map<string, number>()

  return {
    async run(task, person) {
      const own = person === null ? 0 : (inWork.get(person) ?? 0)
      if (own >= limits.perPerson) return refuse('person-has-enough-in-work', { inWork: own, retryAfter: soon })
      if (queue.length >= limits.waiting) return refuse('too-many-wait', { retryAfter: later })
      if (person !== null) inWork.set(person, own + 1)
      try {
        return await new Promise((resolve, reject) => {
          queue.push({ task, done: resolve, failed: reject })
          work()
        })
      } finally {
        if (person !== null) giveBack(person)
      }
    },
    close() {
      for (const { child } of workers) child.kill('SIGKILL')
    },
  }

  function giveBack(person: string): void {
    const left = (inWork.get(person) ?? 1) - 1
    if (left > 0) inWork.set(person, left)
    else inWork.delete(person)
  }

  /** Gives what waits to whoever is free. */
  function work(): void {
    while (queue.length > 0) {
      const worker = [...workers].find(({ order }) => !order) ?? (workers.size < limits.processes ? start() : undefined)
      if (!worker) return
      give(worker, queue.shift()!)
    }
  }

  function give(worker: Worker<Result>, order: Order<Result>): void {
    clearTimeout(worker.idle)
    worker.order = order
    hold(worker.child)
    worker.deadline = setTimeout(() => {
      order.done(refuse('took-too-long', { seconds: limits.seconds, retryAfter: later }))
      worker.order = undefined
      dismiss(worker)
    }, limits.seconds * 1000)
    try {
      worker.child.send({ task: order.task })
    } catch (error) {
      // A task that cannot be sent says nothing about the process.
      order.failed(error)
      release(worker)
    }
  }

  function start(): Worker<Result> {
    // It gets no address of the database and no secret: nothing of the environment but where programs and clocks are.
    const { PATH, TZ } = process.env
    const child = fork(fileURLToPath(entry), { serialization: 'advanced', execArgv: [], env: { PATH, TZ }, stdio: ['ignore', 2, 2, 'ipc'] })
    const worker: Worker<Result> = { child }
    workers.add(worker)
    giveWay(child)
    child.on('message', (answer: PoolAnswer<Result>) => {
      const { order } = worker
      if (!order) return
      if ('result' in answer) order.done(done(answer.result))
      else order.failed(answer.error)
      if (answer.memory > limits.memory) dismiss(worker)
      else release(worker)
    })
    child.on('error', (error) => lose(worker, error))
    child.on('exit', (status, signal) => lose(worker, new Error(`the process of ${entry.pathname} ended (${signal ?? status})`)))
    return worker
  }

  function release(worker: Worker<Result>): void {
    clearTimeout(worker.deadline)
    worker.order = undefined
    letGo(worker.child)
    worker.idle = setTimeout(() => dismiss(worker), limits.idleSeconds * 1000).unref()
    work()
  }

  /** It gets no more work, and ends: at once, whatever it is doing. */
  function dismiss(worker: Worker<Result>): void {
    clearTimeout(worker.deadline)
    clearTimeout(worker.idle)
    workers.delete(worker)
    letGo(worker.child)
    worker.child.kill('SIGKILL')
    work()
  }

  function lose(worker: Worker<Result>, error: Error): void {
    clearTimeout(worker.deadline)
    clearTimeout(worker.idle)
    worker.order?.failed(error)
    worker.order = undefined
    if (workers.delete(worker)) work()
  }
}

/** While it works, this process waits for it. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness)
  } catch {
    // A system that does not let us say so; the work is done all the same.
  }
}
