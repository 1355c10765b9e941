import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findPostgresBinaries } from './postgres-binaries.ts'
import type { Account } from './postgres-binaries.ts'
import { onServer } from './testing-server.ts'

/** A PostgreSQL that a test may end and start: the server of the tests is everybody's. */
export type TestCluster = { url: string; restart(): Promise<void>; remove(): Promise<void> }

/** A server of the same version as that of the tests: the programs of the one at TEST_DATABASE_URL, or the embedded ones. */
export async function openTestCluster(): Promise<TestCluster> {
  const account: Account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const given = process.env['TEST_DATABASE_URL']
  const programs = given
    ? await onServer(given, async (client) => {
        const { rows } = await client.query<{ setting: string }>(`select setting from pg_config where name = 'BINDIR'`)
        return { initdb: join(rows[0]!.setting, 'initdb'), postgres: join(rows[0]!.setting, 'postgres') }
      })
    : await findPostgresBinaries(account)
  const folder = await mkdtemp(join(tmpdir(), 'dacsan-cluster-'))
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid!)
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'dacsan', '--locale=C.UTF-8', '-E', 'UTF8', '-A', 'trust', '--no-sync']
  await promisify(execFile)(programs.initdb, options, { ...account, cwd: folder })
  const settings = { listen_addresses: '', unix_socket_directories: folder, fsync: 'off', timezone: 'UTC' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const address = (database: string) => `postgres://dacsan@/${database}?host=${encodeURIComponent(folder)}`
  let server: ChildProcess
  const start = async () => {
    server = spawn(programs.postgres, ['-D', data, ...flags], { ...account, cwd: folder, stdio: 'ignore' })
    for (let tries = 0; ; tries++) {
      const isUp = await onServer(address('postgres'), (client) => client.query('select 1')).then(
        () => true,
        () => false,
      )
      if (isUp) return
      if (tries === 600 || server.exitCode !== null) throw new Error('the server of this test did not start')
      await delay(50)
    }
  }
  const stop = async (signal: 'SIGINT' | 'SIGQUIT') => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  await start()
  await onServer(address('postgres'), (client) => client.query(`create database dacsan template template0 encoding 'UTF8'`))
  return {
    url: address('dacsan'),
    async restart() {
      await stop('SIGINT')
      await start()
    },
    async remove() {
      await stop('SIGQUIT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
