import { ratioOf } from '../../bench/benchmark.ts'
import type { Measurement } from '../../bench/benchmark.ts'

const headings = ['what', 'ours', 'baseline', 'ratio', 'goal', 'reached'] as const

/** One table of everything that was measured, to read in a terminal. */
export function plainTable(measurements: readonly Measurement[]): string {
  const rows = [headings, ...measurements.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The same for a page of docs. */
export function markdownTable(measurements: readonly Measurement[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...measurements.map((measurement) => line(cellsOf(measurement)))].join('\n')
}

function cellsOf(measurement: Measurement): string[] {
  const { what, figure, unit, baseline, goal } = measurement
  const ratio = ratioOf(measurement)
  const reached = goal === undefined ? '' : ratio >= goal ? 'yes' : 'NO'
  const theirs = `${baseline.what}: ${inWords(baseline.figure)} ${unit}`
  return [
    what,
    `${inWords(figure)} ${unit}`,
    theirs,
    ratio < 10 ? ratio.toPrecision(2) : inWords(ratio),
    goal === undefined ? '' : `≥ ${goal}`,
    reached,
  ]
}

/** Three digits that count; what was measured is not a surer than that. */
function inWords(figure: number): string {
  return Number(figure.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 10 })
}
