/** One row of a state machine: where it may start, where it ends, who may do it, and the name of a check beyond status and role. */
export type Move<Status extends string, Role extends string> = {
  from: readonly Status[]
  to: Status
  by: readonly Role[]
  check?: string
}

/** A state machine as a table that can be read aloud, printed and compared with the law. */
export type Moves<Status extends string, Role extends string, Name extends string = string> = Readonly<Record<Name, Move<Status, Role>>>

/**
 * Whether the table allows the move from this status; with `roles`, also whether one of them may do it.
 *
 * @example canMove({ submit: { from: ['draft'], to: 'submitted', by: ['producer'] } }, 'draft', 'submit', ['officer']) // false
 */
export function canMove<Status extends string, Role extends string, Name extends string>(
  moves: Moves<Status, Role, Name>,
  status: Status,
  move: Name,
  roles?: readonly Role[],
): boolean {
  const row = Object.hasOwn(moves, move) ? moves[move] : undefined
  if (!row?.from.includes(status)) return false
  return roles === undefined || row.by.some((role) => roles.includes(role))
}

/**
 * The moves open to someone with these roles, in the order of the table.
 *
 * @example availableMoves({ submit: { from: ['draft'], to: 'submitted', by: ['producer'] } }, 'draft', ['producer']) // ['submit']
 */
export function availableMoves<Status extends string, Role extends string, Name extends string>(
  moves: Moves<Status, Role, Name>,
  status: Status,
  roles: readonly Role[],
): Name[] {
  return (Object.keys(moves) as Name[]).filter((move) => canMove(moves, status, move, roles))
}

/**
 * Every status × move × role as plain text, for a snapshot that a reviewer reads next to the law.
 * A cell shows the status after the move, `·` where the move is closed, and the extra check in brackets.
 *
 * @example
 * printMoves('Light', ['off', 'on'], ['owner', 'guest'], { press: { from: ['off'], to: 'on', by: ['owner'] } })
 * // Light
 * //
 * // status  move   owner  guest
 * // off     press  → on   ·
 * // on      press  ·      ·
 */
export function printMoves<Status extends string, Role extends string>(
  name: string,
  statuses: readonly Status[],
  roles: readonly Role[],
  moves: Moves<Status, Role>,
): string {
  const rows = [['status', 'move', ...roles]]
  for (const status of statuses) {
    for (const [move, { to, check }] of Object.entries(moves)) {
      const outcome = check === undefined ? `→ ${to}` : `→ ${to} [${check}]`
      rows.push([status, move, ...roles.map((role) => (canMove(moves, status, move, [role]) ? outcome : '·'))])
    }
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [name, '', ...lines, ''].join('\n')
}
