import type { Log } from '@dacsan/platform/log'
import { getRuntime } from '@dacsan/platform/runtime'

const reported = new Set<string>()

/** Tells the log of this process once of a row of the law whose value cannot be used; the administrator's page shows it all the time. */
export function reportUnusable({ id, effectiveFrom }: { id: string; effectiveFrom: string }): void {
  if (reported.has(id)) return
  reported.add(id)
  getRuntime<{ log: Log }>()?.log.error(
    { rule: id, effectiveFrom },
    'the value of a legal rule cannot be used, an earlier one stands in for it',
  )
}
