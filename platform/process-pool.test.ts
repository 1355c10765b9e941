import { afterEach, describe, expect, test } from 'vitest'
import type { TrialTask } from './fixtures/pool-task.ts'
import { openProcessPool } from './process-pool.ts'
import type { PoolLimits } from './process-pool.ts'

type Said = { said: string; by: number }
const megabyte = 1024 * 1024
const usual: PoolLimits = { processes: 1, seconds: 30, waiting: 10, perPerson: 3, memory: 1024 * megabyte, idleSeconds: 60 }
const opened: { close(): void }[] = []
afterEach(() => {
  for (const pool of opened.splice(0)) pool.close()
})

function pool(limits: Partial<PoolLimits> = {}) {
  const made = openProcessPool<TrialTask, Said>(new URL('./fixtures/pool-task.ts', import.meta.url), { ...usual, ...limits })
  opened.push(made)
  const run = async (task: TrialTask, person: string | null = null) => {
    const outcome = await made.run(task, person)
    return outcome.ok ? outcome.value : outcome.refusal
  }
  return run
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a pool of processes', () => {
  test('tasks are done outside this process, by one process after the other in the order of asking', async () => {
    const run = pool()
    const said = await Promise.all(['một', 'hai', 'ba'].map((say) => run({ say })))
    expect(said.map((one) => 'said' in one && one.said)).toEqual(['một', 'hai', 'ba'])
    const pids = new Set(said.map((one) => 'by' in one && one.by))
    expect(pids.size).toBe(1)
    expect(pids).not.toContain(process.pid)
  })

  test('what a task throws is thrown to whoever asked, as the error that it was, and the process goes on', async () => {
    const run = pool()
    const first = await run({ say: 'trước' })
    await expect(run({ do: 'throw' })).rejects.toThrow(new RangeError('there is no such paper'))
    await expect(run({ do: 'throw' })).rejects.toBeInstanceOf(RangeError)
    expect(await run({ say: 'sau' })).toMatchObject({ by: (first as Said).by })
  })

  test('a process that crashes over a task takes that task with it and nothing else', async () => {
    const run = pool()
    const [crashed, next] = await Promise.allSettled([run({ do: 'die' }), run({ say: 'vẫn vẽ' })])
    expect(crashed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('SIGSEGV') } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { said: 'vẫn vẽ' } })
  })

  test('a task that takes too long is ended with its process, which is replaced', async () => {
    const run = pool({ seconds: 8 })
    const { by } = (await run({ say: 'trước' })) as Said
    const [stuck, next] = await Promise.all([run({ do: 'never-end' }), run({ say: 'sau' })])
    expect(stuck).toEqual({ code: 'took-too-long', seconds: 8, retryAfter: expect.any(Number) })
    expect(next).toMatchObject({ said: 'sau' })
    expect((next as Said).by).not.toBe(by)
    expect(lives(by)).toBe(false)
  })

  test('one person has so many tasks in work or waiting and no more, others go on, and what is done makes room', async () => {
    const run = pool()
    const own = [1, 2, 3].map(() => run({ wait: 50, say: 'của An' }, 'An'))
    expect(await run({ say: 'một nữa' }, 'An')).toMatchObject({ code: 'person-has-enough-in-work', inWork: 3 })
    expect(await run({ say: 'của Bình' }, 'Bình')).toMatchObject({ said: 'của Bình' })
    await Promise.all(own)
    expect(await run({ say: 'một nữa' }, 'An')).toMatchObject({ said: 'một nữa' })
  })

  test('beyond the longest queue a task is refused at once with when to come again', async () => {
    const run = pool({ waiting: 2 })
    const taken = [1, 2, 3].map(() => run({ wait: 50, say: 'xong' }))
    expect(await run({ say: 'muộn' })).toEqual({ code: 'too-many-wait', retryAfter: expect.any(Number) })
    expect(await Promise.all(taken)).toHaveLength(3)
  })

  test('a process that has grown too large is replaced after its task', async () => {
    const run = pool({ memory: 96 * megabyte })
    const { by } = (await run({ do: 'grow' })) as Said
    expect(((await run({ say: 'sau' })) as Said).by).not.toBe(by)
  })
})
