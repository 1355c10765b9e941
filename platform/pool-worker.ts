import type { PoolAnswer } from './process-pool.ts'

/**
 * What a process of the pool (`process-pool.ts`) does: it answers one task after the other, until whoever started it is gone.
 *
 * @example answerTasks(draw)
 */
export function answerTasks<Task, Result>(answer: (task: Task) => Promise<Result>): void {
  // Ctrl-C and systemd tell every process of the product; what is in work is finished first, and then the other end of the line goes.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  process.on('message', ({ task }: { task: Task }) => void answerOne(task))

  async function answerOne(task: Task): Promise<void> {
    const said = await answer(task).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
    const full: PoolAnswer<Result> = { ...said, memory: process.memoryUsage.rss() }
    process.send?.(full)
  }
}
