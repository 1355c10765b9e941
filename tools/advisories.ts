/** An advisory and one range of versions: from `introduced` on, before `fixed`; none is fixed yet where that is null. */
export type Advisory = { id: string; package: string; introduced: string; fixed: string | null; summary: string }
export type AdvisoryList = { source: string; licence: string; asOf: string; covers: string; advisories: Advisory[] }
export type Lock = { packages: Record<string, { version?: string; link?: boolean; name?: string }> }

/** The whole of an advisory in the format of OSV, as GitHub publishes it. */
export type OsvEntry = {
  id: string
  summary?: string
  withdrawn?: string
  affected?: {
    package: { ecosystem: string; name: string }
    ranges?: { events: { introduced?: string; fixed?: string; last_affected?: string }[] }[]
  }[]
}

/** Every package of the lock with its version: one may stand there in several. */
export function lockedPackages({ packages }: Lock): { name: string; version: string }[] {
  return Object.entries(packages).flatMap(([path, { version, link, name }]) => {
    const at = path.lastIndexOf('node_modules/')
    return at < 0 || link || version === undefined ? [] : [{ name: name ?? path.slice(at + 'node_modules/'.length), version }]
  })
}

/** The locked packages that stand in a listed range. */
export function affected(lock: Lock, { advisories }: AdvisoryList): string[] {
  const packages = lockedPackages(lock)
  return advisories.flatMap(({ id, package: name, introduced, fixed, summary }) =>
    packages
      .filter((one) => one.name === name && compare(one.version, introduced) >= 0 && (fixed === null || compare(one.version, fixed) < 0))
      .map(({ version }) => `${name} ${version}: ${id} (${summary}), ${fixed === null ? 'not fixed yet' : `fixed in ${fixed}`}`),
  )
}

/** The advisories about locked packages among those of the database; of the last version affected the next one counts as fixed. */
export function advisoriesOf(lock: Lock, entries: readonly OsvEntry[]): Advisory[] {
  const names = new Set(lockedPackages(lock).map(({ name }) => name))
  const found = entries
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ id, summary = '', affected: parts = [] }) =>
      parts
        .filter((part) => part.package.ecosystem === 'npm' && names.has(part.package.name))
        .flatMap((part) =>
          (part.ranges ?? []).map(({ events }) => {
            const introduced = events.find((event) => event.introduced !== undefined)?.introduced ?? '0'
            const last = events.find((event) => event.last_affected !== undefined)?.last_affected
            const fixed = events.find((event) => event.fixed !== undefined)?.fixed ?? (last === undefined ? null : `${last}.1`)
            return { id, package: part.package.name, introduced, fixed, summary }
          }),
        ),
    )
  return found.toSorted((a, b) => (`${a.package} ${a.id} ${a.introduced}` < `${b.package} ${b.id} ${b.introduced}` ? -1 : 1))
}

/** By the numbers, a release after its previews (semver.org, 11). */
function compare(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)]
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.preview === b.preview) return 0
  if (a.preview === '' || b.preview === '') return a.preview === '' ? 1 : -1
  return a.preview.localeCompare(b.preview, 'en', { numeric: true })
}

function partsOf(version: string): { numbers: number[]; preview: string } {
  const [release = '', ...preview] = version.split('+')[0]!.split('-')
  return { numbers: release.split('.').map(Number), preview: preview.join('-') }
}
