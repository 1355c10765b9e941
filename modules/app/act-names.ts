import type { Room } from '../room.ts'

/** What the audit trail and the list of events call things: by the name of an act or an event, and by the kind of thing. */
export type ActNames = { actions: Readonly<Record<string, string>>; subjects: Readonly<Record<string, string>> }

/**
 * The sentence of everything that the rooms record or recorded, and the name of everything that it is done to. A thing is named by the first table
 * that has acts for it, that of its own room: tables after it may keep their lines with the same thing, as a role is kept with its person.
 *
 * @example actNames(rooms).actions['dossier.submitted'] // 'Nộp hồ sơ'
 */
export function actNames(rooms: readonly Pick<Room, 'acts'>[]): ActNames {
  const tables = rooms.flatMap((room) => room.acts)
  const acts = tables.flatMap((table) => Object.values(table.acts))
  return {
    actions: Object.fromEntries(acts.flatMap(({ event, says, formerly = {} }) => [...Object.entries(formerly), [event, says]])),
    subjects: Object.fromEntries(
      tables.toReversed().flatMap(({ says, acts: own }) => Object.values(own).map(({ subject }) => [subject, says])),
    ),
  }
}
