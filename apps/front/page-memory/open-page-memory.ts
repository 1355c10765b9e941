import { marksOfShelf } from '@dacsan/modules/shop'
import { noteScan } from '@dacsan/modules/traceability'
import type { Runtime } from '@dacsan/modules/runtime'
import { keepUntilChanged, watchChanges } from '@dacsan/platform/changes'
import { pageMemory } from './page-memory.ts'

/** Begins to listen for changes of the database, and to keep what they allow to keep: the law and the pages that everybody sees alike. */
export function openPageMemory({ db, pool, log, auth }: Pick<Runtime, 'db' | 'pool' | 'log' | 'auth'>, mostBytes?: number) {
  const changes = watchChanges(pool.options, log)
  const keepNoLonger = keepUntilChanged(db, changes)
  const scanned = ({ now, ...scan }: { code: string; address: string; device: string; now: Date }) =>
    void noteScan({ db, now }, scan).catch((err: unknown) => log.warn({ err }, 'a scan was not counted'))
  const shelf = () => marksOfShelf({ db, now: new Date() })
  const memory = pageMemory({ changes, scanned, shelf, namesSession: auth.namesSession, mostBytes })
  return {
    changes,
    memory,
    async close(): Promise<void> {
      keepNoLonger()
      memory.close()
      await changes.close()
    },
  }
}
