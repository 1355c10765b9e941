import { listSources, read } from './sources.ts'

/**
 * Who owns each table and view: the module (or the platform) whose migration makes it, or last gave it its name. A table that moved to another
 * room says so itself: `comment on table paper is 'Owned by papers'`.
 */
export function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>()
  const migrations = listSources('platform/migrations/*.sql', 'modules/*/migrations/*.sql').toSorted((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1,
  )
  for (const path of migrations) {
    const room = path.startsWith('platform/') ? 'platform' : path.split('/')[1]!
    const sql = read(path).replaceAll(/--.*$/gm, '')
    for (const [, name] of sql.matchAll(
      /\bcreate\s+(?:or\s+replace\s+)?(?:table|view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?([a-z_]+)/g,
    ))
      if (!owners.has(name!)) owners.set(name!, room)
    for (const [, name, next] of sql.matchAll(/\balter\s+table\s+([a-z_]+)\s+rename\s+to\s+([a-z_]+)/g)) {
      owners.delete(name!)
      owners.set(next!, room)
    }
    for (const [, name, owner] of sql.matchAll(/\bcomment\s+on\s+table\s+([a-z_]+)\s+is\s+'Owned by ([a-z-]+)'/g)) owners.set(name!, owner!)
    for (const [, name] of sql.matchAll(/\bdrop\s+(?:table|view)\s+(?:if\s+exists\s+)?([a-z_]+)/g)) owners.delete(name!)
  }
  return owners
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What its owner shows to other rooms. */
export const isPublished = (table: string): boolean => /_(card|fact)$/.test(table)
