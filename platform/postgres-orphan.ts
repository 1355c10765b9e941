import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** What a server writes about itself in `postmaster.pid` (one fact a line: pid, folder, start, port, socket folder, address, memory, status). */
export type ServerFile = { pid: number; socketDir: string; ready: boolean }

export async function readServerFile(cluster: string): Promise<ServerFile | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid ? { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' } : null
}

/**
 * Makes a cluster startable after a crash: ends a server that was left behind, and unmasks a stale `postmaster.pid`.
 * To be called only while holding the data folder's lock.
 */
export async function clearTheWay(cluster: string, log: { info(message: string): void }): Promise<void> {
  const left = await readServerFile(cluster)
  if (!left) return
  if (left.socketDir.startsWith(join(tmpdir(), 'dacsan-'))) await rm(left.socketDir, { recursive: true, force: true })
  if (whatRunsAs(left.pid, cluster) === 'this server') {
    log.info('ending the database server that an earlier run left behind')
    await endServer(left.pid, cluster)
  }
  if (whatRunsAs(left.pid, cluster) === 'something else') await disownServerFile(cluster)
}

async function endServer(pid: number, cluster: string): Promise<void> {
  // Fast shutdown, immediate shutdown, kill: PostgreSQL manual 18.5.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const deadline = Date.now() + patience
    while (whatRunsAs(pid, cluster) === 'this server') {
      if (Date.now() > deadline) break
      await delay(20)
    }
    if (whatRunsAs(pid, cluster) !== 'this server') return
  }
}

// The number now belongs to another program (or to a dead one that nobody buried), and PostgreSQL would take that for itself.
// It ignores the number of its own parent, and still checks the shared memory named further down in the file.
async function disownServerFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text) await writeFile(path, text.replace(/^\d+/, String(process.pid)))
}

function whatRunsAs(pid: number, cluster: string): 'nothing' | 'this server' | 'something else' {
  const command = process.platform === 'linux' ? commandFromProc(pid) : commandFromPs(pid)
  if (command === null) return 'nothing'
  return command.includes('postgres') && command.includes(dirname(cluster)) ? 'this server' : 'something else'
}

function commandFromProc(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return null
  }
}

function commandFromPs(pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() || null
}
