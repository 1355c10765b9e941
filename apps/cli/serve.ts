import type { DB as Tables } from '../../modules/database.tables.ts'
import { readConfig } from '@dacsan/platform/config'
import { type Installation, openInstallation } from '@dacsan/platform/installation'
import { createLog } from '@dacsan/platform/log'

export type Running = { close(): Promise<void> }

/** Opens the installation, starts the parts in order and keeps them until a signal asks for the end; then closes them, the last first. */
export async function serve(
  start: (installation: Installation<Tables>, keep: <Part extends Running>(part: Part) => Part) => Promise<void>,
  { beside = false } = {},
): Promise<void> {
  const config = readConfig(process.env)
  const ended = endRequested()
  const installation = await openInstallation<Tables>(config, createLog(config.logLevel), { beside })
  const parts: Running[] = [installation]
  try {
    await start(installation, (part) => {
      parts.push(part)
      return part
    })
    await ended
  } finally {
    for (const part of parts.toReversed()) await part.close()
  }
}

function endRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let asked = false
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve()
      })
    }
  })
}
