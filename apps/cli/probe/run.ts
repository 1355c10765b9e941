import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Refusal } from '@dacsan/decisions'
import { operations } from './ops.ts'

type Answer = { id: string | null } & ({ ok: true; out: unknown } | { ok: false; error: string })

/**
 * Answers one JSON request per line, in order, until the input ends. Whatever a line holds, it gets an answer and the next
 * line is read.
 */
export async function runProbe(input: Readable, output: Writable): Promise<void> {
  try {
    await pipeline(input, lines, answers, output, { end: false })
  } catch (error) {
    // Whoever asked has gone away: nobody is left to answer.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

/** Splits at line feeds alone: `node:readline` also splits at U+2028, which may stand inside a JSON string. */
async function* lines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  for await (const bytes of input) {
    const [first, ...rest] = decoder.decode(bytes, { stream: true }).split('\n')
    pieces.push(first!)
    for (const next of rest) {
      yield pieces.join('')
      pieces = [next]
    }
  }
  const last = pieces.join('') + decoder.decode()
  if (last !== '') yield last
}

async function* answers(requests: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of requests) yield `${JSON.stringify(await answer(line))}\n`
}

async function answer(line: string): Promise<Answer> {
  const request = readRequest(line)
  const id = typeof request?.id === 'string' ? request.id : null
  // Whoever asked finds the answer by its id, also where nothing else could be read.
  if (id === null || typeof request?.op !== 'string') return { id, ok: false, error: 'not-a-request' }
  const { op } = request
  const operation = Object.hasOwn(operations, op) ? operations[op] : undefined
  if (!operation) return { id, ok: false, error: `unknown-op (op ${op})` }
  try {
    const outcome = await operation(request.in)
    return outcome.ok ? { id, ok: true, out: outcome.value } : { id, ok: false, error: describe(outcome.refusal) }
  } catch (error) {
    return { id, ok: false, error: `failed (${error instanceof Error ? error.message : String(error)})` }
  }
}

function readRequest(line: string): Partial<Record<'id' | 'op' | 'in', unknown>> | null {
  try {
    return JSON.parse(line) as ReturnType<typeof readRequest>
  } catch {
    return null
  }
}

/** `no-such-option (member m1, criterion 1.1, points 4)` */
function describe({ code, ...fields }: Refusal): string {
  const shown = Object.entries(fields).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return shown.length === 0 ? code : `${code} (${shown.join(', ')})`
}
