// The least that answers: bare `node:http` with the bytes that it is told, in a process of its own. `resolver.bench.ts` starts it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BareAnswer = { status: number; headers: [name: string, value: string][]; body: string }

process.once('disconnect', () => process.exit())
process.once('message', (message) => {
  const { status, headers, body } = message as BareAnswer
  const bytes = Buffer.from(body, 'base64')
  const fields = headers.flat()
  const server = createServer((_request, response) => {
    response.writeHead(status, fields)
    response.end(bytes)
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
