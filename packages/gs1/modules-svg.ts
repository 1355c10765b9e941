/** The squares of a symbol, rows from the top; `true` is dark. */
export type Modules = readonly (readonly boolean[])[]

/** How a symbol is drawn: the quiet zone in modules, and the colour of the dark modules. */
export type SymbolOptions = { quietZone?: number; color?: string }

/** What bwip-js gives for a symbol of squares, as rows. */
export function modulesOf(symbol: unknown): Modules {
  const { pixs, pixx: width, pixy: height } = (symbol ?? {}) as { pixs?: readonly number[]; pixx: number; pixy: number }
  if (!pixs) throw new Error('no symbol was drawn')
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_column, x) => pixs[y * width + x] === 1))
}

/**
 * One path, one unit a module, so that it prints sharp at any size.
 *
 * @example modulesSvg([[true]], { quietZone: 0 }).includes('M0 0h1v1h-1z') // true
 */
export function modulesSvg(modules: Modules, { quietZone, color = '#000' }: SymbolOptions & { quietZone: number }): string {
  const path = modules.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`))
  return frame((modules[0]?.length ?? 0) + 2 * quietZone, modules.length + 2 * quietZone, path.join(''), color)
}

/** A white ground of so many units, and a dark path on it. */
export function frame(width: number, height: number, path: string, color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${width}v${height}H0z"/><path fill="${color}" d="${path}"/></svg>`
}

/** Neighbouring dark modules of a row as [start, length]; fewer shapes, and no hairlines between them. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
