import type { DB as Tables } from '../../modules/database.tables.ts'
import { readConfig } from '@dacsan/platform/config'
import { lockLeftovers } from '@dacsan/modules/locked-columns'
import { isUnavailable, pageLimits } from '@dacsan/platform/database'
import { type Installation, openInstallation } from '@dacsan/platform/installation'
import { createLog } from '@dacsan/platform/log'
import { refuseUnusable } from '@dacsan/platform/settings'

export type Running = { close(): Promise<void> }

/** Opens the installation, starts the parts in order and keeps them until a signal asks for the end; then closes them, the last first. */
export async function serve(
  start: (installation: Installation<Tables>, keep: <Part extends Running>(part: Part) => Part) => Promise<void>,
  { beside = false, listens = true } = {},
): Promise<void> {
  const config = readConfig(process.env)
  await refuseUnusable(config, { listens, beside })
  const log = createLog(config.logLevel)
  const ended = endRequested()
  // The queue acknowledges jobs without waiting for the answer: where the database goes away meanwhile, nobody else hears of it.
  process.on('unhandledRejection', (error) => {
    if (!isUnavailable(error)) throw error
    log.warn({ err: error }, 'the database went away while it was asked for something')
  })
  const installation = await openInstallation<Tables>(config, log, { beside, limits: pageLimits })
  const parts: Running[] = [installation]
  try {
    await lockLeftovers(installation)
    await start(installation, (part) => {
      parts.push(part)
      return part
    })
    await ended
  } finally {
    for (const part of parts.toReversed()) await part.close()
  }
}

/** Ctrl-C and systemd send their signal to every process of the group, and the process that started us passes its own on: they are one request. */
const oneRequest = 1_000

function endRequested(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (askedAt !== null && performance.now() - askedAt > oneRequest) process.exit(1)
        askedAt ??= performance.now()
        resolve()
      })
    }
  })
}
