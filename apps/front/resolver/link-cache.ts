/** How long links are cached where changes are not heard of: what changes shows within one second, whichever process recorded it. */
export const cacheTtlMs = 900
const mostCached = 5_000

type Entry<Links> = { links: Promise<Links | null>; known?: Links; until: number }

/** The links of the paths that were asked for within the last moments; machines ask for them many times a second. */
export function linkCache<Links>({
  now = () => performance.now(),
  ttlMs = () => cacheTtlMs,
}: { now?: () => number; ttlMs?: () => number } = {}) {
  const entries = new Map<string, Entry<Links>>()
  return {
    /** The links of a path, from memory where the same path was asked for a moment ago. */
    cachedLinks(path: string, find: () => Promise<Links | null>): Promise<Links | null> {
      const asked = now()
      const found = entries.get(path)
      if (found && found.until > asked) return found.links
      // Counted from before the question: what changes while it is answered is not missed for longer. Who asks meanwhile waits for the same answer.
      const entry: Entry<Links> = { links: find(), until: asked + ttlMs() }
      // The oldest goes first: who asks for thousands of invented codes crowds out nothing for long.
      if (entries.size >= mostCached) entries.delete(entries.keys().next().value!)
      entries.delete(path)
      entries.set(path, entry)
      entry.links.then(
        (links) => (entry.known = links ?? undefined),
        () => entries.get(path) === entry && entries.delete(path),
      )
      return entry.links
    },
    /** The links that are in memory for a path, without waiting. The same object as long as they are cached. */
    peekCachedLinks(path: string): Links | undefined {
      const found = entries.get(path)
      return found && found.until > now() ? found.known : undefined
    },
    clearLinkCache(): void {
      entries.clear()
    },
  }
}
