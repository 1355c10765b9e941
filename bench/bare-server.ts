// The least that answers: bare `node:http` with the bytes that it is told, in a process of its own. `resolver.bench.ts` starts it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BareAnswer = { status: number; headers: [name: string, value: string][]; body: string }

process.once('disconnect', () => process.exit())
process.once('message', (message) => {
  const { status, headers, body } = message as BareAnswer
  // Text goes out fastest as text, in one piece with its head.
  const isText = !headers.some(([name]) => name.toLowerCase() === 'content-encoding')
  const content = isText ? Buffer.from(body, 'base64').toString() : Buffer.from(body, 'base64')
  const fields = headers.flat()
  const server = createServer((_request, response) => {
    response.writeHead(status, fields)
    response.end(content)
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
