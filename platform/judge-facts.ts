import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { lineInJson } from './json-line.ts'

/** How a file is read: JSON as it is; CSV as rows keyed by the heading, or as a table with its heading; a text as its lines. */
export type Form = 'json' | 'rows' | 'table' | 'lines'

/** The facts in the text of a file. Throws one line that says file, line and what is wrong. */
export function judgeFacts<Facts>({ form, shape }: { form: Form; shape: z.ZodType<Facts> }, name: string, text: string): Facts {
  const { value, lineOf } = decode(form, name, text.replace(/^\uFEFF/, ''))
  const judged = shape.safeParse(value)
  if (judged.success) return judged.data
  const faults = judged.error.issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map(String).join('.')
    return `${name}:${lineOf(path)}: ${where}${where && ': '}${message}`
  })
  throw new Error(faults.join('; '))
}

type Decoded = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number }

function decode(form: Form, name: string, text: string): Decoded {
  if (form === 'lines') return { value: text.split('\n'), lineOf: ([index = 0]) => Number(index) + 1 }
  try {
    return form === 'json'
      ? { value: JSON.parse(text) as unknown, lineOf: (path) => lineInJson(text, path) }
      : decodeCsv(text, form === 'rows')
  } catch (error) {
    const { message } = error as Error
    const line = (error as { lines?: number }).lines ?? /line (\d+)/.exec(message)?.[1] ?? text.split('\n').length
    throw new Error(`${name}:${line}: ${message}`, { cause: error })
  }
}

function decodeCsv(text: string, columns: boolean): Decoded {
  const parsed = parse(
    text,
    columns ? { columns, info: true, skip_empty_lines: true } : { info: true, relax_column_count: true },
  ) as unknown as { record: unknown; info: { lines: number } }[]
  return { value: parsed.map(({ record }) => record), lineOf: ([index]) => parsed[Number(index)]?.info.lines ?? 1 }
}
