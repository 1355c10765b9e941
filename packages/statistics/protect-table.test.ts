import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protectTable } from './index.ts'
import type { Cell, HiddenCell } from './index.ts'

const many = [4, 5, 6, 7]
const usual = { n: 2, percent: 85 }

/** A table as it is drawn: one text per row, `1` a cell of one contributor, `#` a cell of four, `.` a cell of none. */
const drawn = (...rows: string[]): Cell[] =>
  rows.flatMap((row, index) =>
    [...row].map((sign, column) => ({ row: index, column, amounts: sign === '.' ? [] : sign === '1' ? [9] : many })),
  )
const hiddenOf = (cells: readonly Cell[]) => {
  const outcome = protectTable(cells, 3, usual)
  return outcome.ok ? outcome.value : outcome.refusal.code
}

/**
 * Somebody who knows all totals, all cells that are shown and which cells have no contributors, and solves for the rest by elimination: the cells whose
 * amount follows. It works on equations and knows nothing of circles.
 */
function workedOut(cells: readonly Cell[], hidden: readonly HiddenCell[]): HiddenCell[] {
  const rows = [...new Set(cells.map(({ row }) => row))]
  const columns = [...new Set(cells.map(({ column }) => column))]
  const totals = [
    ...rows.map((row) => hidden.map((cell) => Number(cell.row === row))),
    ...columns.map((column) => hidden.map((cell) => Number(cell.column === column))),
    hidden.map(() => 1),
  ]
  const rank = (equations: number[][]): number => {
    const left = equations.map((equation) => [...equation])
    let found = 0
    for (let column = 0; column < hidden.length; column++) {
      const pivot = left.findIndex((equation, index) => index >= found && Math.abs(equation[column]!) > 1e-9)
      if (pivot === -1) continue
      ;[left[found], left[pivot]] = [left[pivot]!, left[found]!]
      for (let index = found + 1; index < left.length; index++) {
        const factor = left[index]![column]! / left[found]![column]!
        left[index] = left[index]!.map((value, place) => value - factor * left[found]![place]!)
      }
      found++
    }
    return found
  }
  // A cell follows from the totals where "this cell alone" is a sum of the equations already.
  return hidden.filter((_, index) => rank([...totals, hidden.map((__, place) => Number(place === index))]) === rank(totals))
}

describe('a sensitive cell', () => {
  const why = (amounts: (number | string)[], least = 3, dominance: { n: number; percent: number | string } = usual) => {
    const cells = [{ row: 'a', column: 'x', amounts }, ...drawn('##', '##').map((cell) => ({ ...cell, row: `b${cell.row}` }))]
    const around = ['b0', 'b1'].map((row) => ({ row, column: 'x', amounts: many }))
    const outcome = protectTable([...cells, ...around, { row: 'a', column: 0, amounts: many }], least, dominance)
    return outcome.ok ? outcome.value.find(({ row, column }) => row === 'a' && column === 'x')?.why : outcome.refusal.code
  }

  test('has fewer contributors than it needs, and at least one', () => {
    expect(why([5])).toBe('few')
    expect(why([5, 5])).toBe('few')
    expect(why([5, 5, 5])).toBeUndefined()
    expect(why([])).toBeUndefined()
  })

  test('or its largest contributors are more than so many percent of it: exactly so many are not', () => {
    expect(why([50, 35, 15])).toBeUndefined()
    expect(why([50, 35.01, 14.99])).toBe('dominant')
    expect(why([50, 34.99, 15.01])).toBeUndefined()
    // 0.1 + 0.2 is more than 0.3 in doubles.
    expect(why([0.1, 0.2, 0.1], 3, { n: 2, percent: 75 })).toBeUndefined()
    expect(why(['50', '35.5', '14.5'], 3, { n: 2, percent: '85.5' })).toBeUndefined()
  })

  test('both reasons are few', () => {
    expect(why([100, 1])).toBe('few')
  })

  test('contributors who add nothing are contributors, and nothing has no dominant one', () => {
    expect(why([0, 0, 0])).toBeUndefined()
  })
})

describe('a table with a sensitive cell', () => {
  test('hides the fewest others with which the totals tell nothing', () => {
    expect(hiddenOf(drawn('1###', '####', '####'))).toHaveLength(4)
    expect(hiddenOf(drawn('1#', '##'))).toEqual([
      { row: 0, column: 0, why: 'few' },
      { row: 0, column: 1, why: 'secondary' },
      { row: 1, column: 0, why: 'secondary' },
      { row: 1, column: 1, why: 'secondary' },
    ])
  })

  test('needs no other cell where the sensitive ones protect each other', () => {
    expect(hiddenOf(drawn('11#', '11#', '###'))).toEqual([0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column, why: 'few' }))))
  })

  test('goes around cells that are known to be nothing', () => {
    expect(hiddenOf(drawn('1#.', '.##', '#.#'))).toHaveLength(6)
  })

  test('hides the smaller amounts where it has the choice', () => {
    const cells = drawn('1##', '###', '###').map((cell) =>
      cell.row === 1 || cell.column === 1 ? { ...cell, amounts: [40, 50, 60, 70] } : cell,
    )
    expect(hiddenOf(cells)).toEqual([
      { row: 0, column: 0, why: 'few' },
      { row: 0, column: 2, why: 'secondary' },
      { row: 2, column: 0, why: 'secondary' },
      { row: 2, column: 2, why: 'secondary' },
    ])
  })

  test('is refused where its only cell of a row, its single column or a chain without a circle would tell it', () => {
    expect(hiddenOf(drawn('1'))).toBe('cannot-be-protected')
    expect(hiddenOf(drawn('1', '#', '#'))).toBe('cannot-be-protected')
    expect(hiddenOf(drawn('1..', '.##', '.##'))).toBe('cannot-be-protected')
    expect(hiddenOf(drawn('1#.', '.##'))).toBe('cannot-be-protected')
  })

  test('a table without a sensitive cell hides nothing', () => {
    expect(hiddenOf(drawn('##', '#.'))).toEqual([])
    expect(hiddenOf([])).toEqual([])
  })

  test('a cell that comes twice, an amount below nothing and a rule that is none are refused', () => {
    expect(hiddenOf([...drawn('#'), ...drawn('#')])).toBe('cell-twice')
    expect(hiddenOf([{ row: 'a', column: 'x', amounts: [-1] }])).toBe('not-an-amount')
    expect(hiddenOf([{ row: 'a', column: 'x', amounts: ['1,5'] }])).toBe('not-an-amount')
    expect(protectTable([], 0.5, usual)).toEqual({ ok: false, refusal: { code: 'rule-unreadable', field: 'least' } })
    expect(protectTable([], 3, { n: 2, percent: -1 })).toEqual({ ok: false, refusal: { code: 'rule-unreadable', field: 'percent' } })
    expect(protectTable([], 3, { n: -1, percent: 1 })).toEqual({ ok: false, refusal: { code: 'rule-unreadable', field: 'n' } })
    expect(
      protectTable(
        Array.from({ length: 10_001 }, (_, row) => ({ row, column: 'x', amounts: [] })),
        3,
        usual,
      ),
    ).toMatchObject({ ok: false })
  })

  test('a thousand communes by six groups are judged in one go', () => {
    const rows = Array.from({ length: 1000 }, (_, row) =>
      [...'######'].map((_sign, column) => ((row * 7 + column * 3) % 5 === 0 ? '1' : '#')).join(''),
    )
    expect(workedOutCount(drawn(...rows))).toBeGreaterThan(1000)
  })
  const workedOutCount = (cells: Cell[]) => {
    const hidden = hiddenOf(cells)
    return typeof hidden === 'string' ? 0 : hidden.length
  }
})

const someTable = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.constantFrom('1', '#', '#', '#', '.'), { minLength: columns, maxLength: columns }).map((signs) => signs.join('')),
      { minLength: rows, maxLength: rows },
    ),
  )
  .map((rows) => drawn(...rows))

test('nobody who solves the equations of the totals works out a hidden cell, and every sensitive cell is hidden', () => {
  fc.assert(
    fc.property(someTable, (cells) => {
      const hidden = hiddenOf(cells)
      if (typeof hidden === 'string') return
      expect(workedOut(cells, hidden)).toEqual([])
      const few = cells.filter(({ amounts }) => amounts.length === 1).map(({ row, column }) => ({ row, column, why: 'few' }))
      expect(hidden.filter(({ why }) => why === 'few')).toEqual(few)
      const nothing = new Set(cells.filter(({ amounts }) => amounts.length === 0).map(({ row, column }) => `${row} ${column}`))
      expect(hidden.filter(({ row, column }) => nothing.has(`${row} ${column}`))).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('a table is refused only where not even hiding every cell would do', () => {
  fc.assert(
    fc.property(someTable, (cells) => {
      const everything = cells.filter(({ amounts }) => amounts.length > 0).map(({ row, column }) => ({ row, column, why: 'few' as const }))
      const lost = workedOut(cells, everything)
      const sensitive = new Set(cells.filter(({ amounts }) => amounts.length === 1).map(({ row, column }) => `${row} ${column}`))
      const isLost = lost.some(({ row, column }) => sensitive.has(`${row} ${column}`))
      expect(hiddenOf(cells) === 'cannot-be-protected').toBe(isLost)
    }),
    { numRuns: 400 },
  )
})

test('no single cell that was hidden for another could be shown after all', () => {
  fc.assert(
    fc.property(someTable, (cells) => {
      const hidden = hiddenOf(cells)
      if (typeof hidden === 'string') return
      for (const needless of hidden.filter(({ why }) => why === 'secondary')) {
        const rest = hidden.filter((cell) => cell !== needless)
        expect(workedOut(cells, rest)).not.toEqual([])
      }
    }),
  )
})

test('a small table hides no cell more than the best of all choices', () => {
  const small = fc
    .array(
      fc.array(fc.constantFrom('1', '#', '#', '.'), { minLength: 3, maxLength: 3 }).map((signs) => signs.join('')),
      { minLength: 2, maxLength: 4 },
    )
    .map((rows) => drawn(...rows))
  fc.assert(
    fc.property(small, (cells) => {
      const hidden = hiddenOf(cells)
      if (typeof hidden === 'string') return
      const few = hidden.filter(({ why }) => why === 'few')
      const others = cells
        .filter(({ amounts }) => amounts.length > 2)
        .map(({ row, column }) => ({ row, column, why: 'secondary' as const }))
      for (let choice = 0; choice < 2 ** others.length; choice++) {
        const chosen = [...few, ...others.filter((_, index) => (choice >> index) % 2 === 1)]
        if (chosen.length < hidden.length) expect(workedOut(cells, chosen)).not.toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})
