/** What the store asks of a page: how much it weighs, until when it is good (ms, by `performance.now()`), and whose changes it shows. */
export type Kept = { bytes: number; readonly until: number; readonly shows: ReadonlySet<string> }

/**
 * Pages by their address, bounded by their bytes. A page that was asked for once makes room before one that was asked for again: whoever walks through
 * ten thousand addresses does not push out what everybody looks at.
 */
export function pageStore<Page extends Kept>(mostBytes: number) {
  const once = new Map<string, Page>()
  const again = new Map<string, Page>()
  const weight = new Map([
    [once, 0],
    [again, 0],
  ])
  const counts = { dropped: 0, evicted: 0 }

  const remove = (from: Map<string, Page>, address: string) => {
    const page = from.get(address)
    if (!page) return
    from.delete(address)
    weight.set(from, weight.get(from)! - page.bytes)
  }
  const add = (to: Map<string, Page>, address: string, page: Page) => {
    to.set(address, page)
    weight.set(to, weight.get(to)! + page.bytes)
  }
  const bytes = () => weight.get(once)! + weight.get(again)!
  const oldestOf = (pages: Map<string, Page>) => pages.keys().next().value
  const makeRoom = () => {
    while (again.size > 0 && weight.get(again)! > mostBytes * 0.75) {
      const oldest = oldestOf(again)!
      const page = again.get(oldest)!
      remove(again, oldest)
      add(once, oldest, page)
    }
    while (once.size + again.size > 0 && bytes() > mostBytes) {
      const oldest = oldestOf(once)
      remove(oldest === undefined ? again : once, oldest ?? oldestOf(again)!)
      counts.evicted++
    }
  }

  return {
    find(address: string, now: number): Page | undefined {
      const page = again.get(address) ?? once.get(address)
      if (!page) return undefined
      const where = again.has(address) ? again : once
      remove(where, address)
      if (page.until <= now) return undefined
      add(again, address, page)
      if (where === once) makeRoom()
      return page
    },
    has: (address: string, page: Page): boolean => again.get(address) === page || once.get(address) === page,
    keep(address: string, page: Page): void {
      for (const pages of [once, again]) remove(pages, address)
      // One page never takes the place of all others.
      if (page.bytes > mostBytes / 8) return
      add(once, address, page)
      makeRoom()
    },
    /** A page that is kept grew by a form of its own. */
    grew(address: string, page: Page, by: number): void {
      const where = [once, again].find((pages) => pages.get(address) === page)
      if (!where) return
      page.bytes += by
      weight.set(where, weight.get(where)! + by)
      makeRoom()
    },
    /** Drops what shows something of the room. */
    dropShowing(room: string): void {
      for (const pages of [once, again])
        for (const [address, page] of pages)
          if (page.shows.has(room)) {
            remove(pages, address)
            counts.dropped++
          }
    },
    clear(): void {
      counts.dropped += once.size + again.size
      for (const pages of [once, again]) {
        pages.clear()
        weight.set(pages, 0)
      }
    },
    size: () => ({ pages: once.size + again.size, bytes: bytes() }),
    counts,
  }
}
