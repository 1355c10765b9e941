import { canonicalDigitalLink } from '@dacsan/gs1'
import type { DigitalLink } from '@dacsan/gs1'

type Named = Pick<DigitalLink, 'key' | 'qualifiers'>

/** The path under which the links of a thing are kept, whatever host and stem they were written with: `/01/08938501234568/10/A1`. */
export function pathOfLink({ key, qualifiers }: Named): string {
  return new URL(canonicalDigitalLink({ key, qualifiers })).pathname
}

/**
 * Every level whose links hold for a thing, from the thing itself up to its key: a later qualifier narrows more than those before it. A serial number
 * that nobody registered has the links of its lot, and a lot those of its product (GS1-Conformant resolver standard 1.2, section 2.5.9).
 */
export function levelsOf({ key, qualifiers }: Named): string[] {
  const levels: string[] = []
  for (let chosen = 2 ** qualifiers.length - 1; chosen >= 0; chosen -= 1)
    levels.push(pathOfLink({ key, qualifiers: qualifiers.filter((_, place) => (chosen >> place) & 1) }))
  return levels
}
