// A table is a graph: its rows and columns are the points, its cells the lines between them. From the totals of the rows and columns a hidden cell can
// be worked out exactly when its line lies on no circle of hidden lines (a circle can carry any amount around without changing a total), and then it is
// a bridge among them. So hiding is: every hidden line on a circle.

/** A cell as a line from its row's point to its column's point. */
export type Line = { from: number; to: number }

/** Who meets whom: for each point its lines, in the order in which they should be tried. */
export function linesAt(points: number, lines: readonly Line[], order: readonly number[]): number[][] {
  const at = Array.from({ length: points }, (): number[] => [])
  for (const index of order) {
    at[lines[index]!.from]!.push(index)
    at[lines[index]!.to]!.push(index)
  }
  return at
}

const otherEnd = ({ from, to }: Line, point: number) => (from === point ? to : from)

/** The lines that close a circle with one line, with as few more to hide as can be; undefined where there is no circle. */
export function circleThrough(
  start: number,
  lines: readonly Line[],
  at: readonly (readonly number[])[],
  hidden: ReadonlySet<number>,
): number[] | undefined {
  const { from, to } = lines[start]!
  const cameBy = new Map<number, number>([[from, start]])
  const done = new Set<number>()
  // What costs nothing more is looked at before what costs one line more.
  let [now, later]: [number[], number[]] = [[from], []]
  const reached = new Map([[from, 0]])
  for (let cost = 0; now.length > 0; cost++, now = later, later = []) {
    // The list grows while it is read.
    for (const point of now) {
      if (done.has(point) || reached.get(point)! < cost) continue
      if (point === to) return pathBack(from, to, lines, cameBy)
      done.add(point)
      for (const line of at[point]!) {
        const next = otherEnd(lines[line]!, point)
        const price = cost + (hidden.has(line) ? 0 : 1)
        if (line === start || (reached.get(next) ?? Infinity) <= price) continue
        reached.set(next, price)
        cameBy.set(next, line)
        const queue = price === cost ? now : later
        queue.push(next)
      }
    }
  }
  return undefined
}

function pathBack(from: number, to: number, lines: readonly Line[], cameBy: ReadonlyMap<number, number>): number[] {
  const path: number[] = []
  for (let point = to; point !== from;) {
    const line = cameBy.get(point)!
    path.push(line)
    point = otherEnd(lines[line]!, point)
  }
  return path
}

/** Whether every one of some lines lies on a circle of them (no bridges: Tarjan, without recursion). */
export function allOnCircles(points: number, lines: readonly Line[], some: readonly number[]): boolean {
  const at = linesAt(points, lines, some)
  const order = new Int32Array(points).fill(-1)
  const low = new Int32Array(points)
  let clock = 0
  for (const root of new Set(some.map((line) => lines[line]!.from))) {
    if (order[root] !== -1) continue
    const stack = [{ point: root, by: -1, next: 0 }]
    order[root] = low[root] = clock++
    while (stack.length > 0) {
      const step = stack.at(-1)!
      const line = at[step.point]![step.next++]
      if (line === undefined) {
        stack.pop()
        const parent = stack.at(-1)?.point
        if (parent === undefined) continue
        low[parent] = Math.min(low[parent]!, low[step.point]!)
        if (low[step.point]! > order[parent]!) return false
        continue
      }
      if (line === step.by) continue
      const next = otherEnd(lines[line]!, step.point)
      if (order[next] === -1) {
        order[next] = low[next] = clock++
        stack.push({ point: next, by: line, next: 0 })
      } else low[step.point] = Math.min(low[step.point]!, order[next]!)
    }
  }
  return true
}
