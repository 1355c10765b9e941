import { fork } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { BareAnswer } from './bare-server.ts'
import type { Measurement } from './benchmark.ts'
import { answersPerSecond } from './load.ts'
import type { Target } from './load.ts'
import { median } from './statistics.ts'

const connections = 32

/** Answers per second beside a bare `node:http` that gives the same bytes: medians of rounds that alternate, 32 connections. */
export async function besideBare(
  what: string,
  ours: Target,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measurement> {
  const bare = await startBare(await answerOf(ours))
  try {
    const theirs: Target = { ...ours, port: bare.port }
    const figures = { ours: [] as number[], theirs: [] as number[] }
    for (const target of [ours, theirs]) await answersPerSecond(target, { connections, seconds: 1 })
    for (let round = 0; round < rounds; round++) {
      figures.ours.push(await answersPerSecond(ours, { connections, seconds }))
      figures.theirs.push(await answersPerSecond(theirs, { connections, seconds }))
    }
    const baseline = { what: 'bare node:http, same bytes', figure: median(figures.theirs) }
    return { what, figure: median(figures.ours), unit: 'answers/s', baseline, better: 'more' }
  } finally {
    bare.end()
  }
}

/** One answer as it is on the wire, without the fields that every Node server writes by itself. */
async function answerOf({ port, path, headers, status }: Target): Promise<BareAnswer> {
  const request = get({ port, path, headers, host: '127.0.0.1' })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== status) throw new Error(`${path} was answered with ${response.statusCode}`)
  const byItself = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
  const pairs = response.rawHeaders.flatMap((name, at, all): [string, string][] => (at % 2 === 0 ? [[name, all[at + 1]!]] : []))
  return { status, headers: pairs.filter(([name]) => !byItself.has(name.toLowerCase())), body: (await buffer(response)).toString('base64') }
}

async function startBare(answer: BareAnswer) {
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)))
  child.send(answer)
  const [port] = (await once(child, 'message')) as [number]
  return { port, end: () => child.disconnect() }
}
