import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDoors, refuseTaken, sharesPort } from './doors.ts'

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen({ host: '127.0.0.1', port: 0, reusePort: sharesPort })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test.runIf(sharesPort)('C47: a crowd is let in many at a time, however long the turns of the server are', async () => {
  const server = createServer()
  const port = await listen(server)
  const doors = await openDoors(server)
  let [letIn, most] = [0, 0]
  server.on('connection', (socket) => {
    letIn++
    socket.on('error', () => {}).destroy()
  })
  const crowd = spawn(process.execPath, [
    '-e',
    `for (let n = 0; n < 300; n++) require('net').connect(${port}, '127.0.0.1').on('error', () => {}).resume()`,
  ])
  while (crowd.exitCode === null) {
    const before = letIn
    // What others do within a turn: their pages.
    for (const begun = performance.now(); performance.now() - begun < 20;);
    await new Promise((resolve) => setImmediate(resolve))
    most = Math.max(most, letIn - before)
  }
  expect(letIn).toBe(300)
  expect(most).toBeGreaterThan(4)
  server.close()
  await doors.close()
})

test('whoever came in by any door is answered before the server is closed, and connections that wait for nothing are ended', async () => {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let count = 0
  const server = createServer(async (_request, response) => {
    if (++count === 40) asked.resolve()
    await answer.promise
    response.end('whole')
  })
  const port = await listen(server)
  const doors = await openDoors(server)
  const answers = Array.from({ length: 40 }, async () => (await fetch(`http://127.0.0.1:${port}/`)).text())
  await asked.promise
  const closed = Promise.all([new Promise((resolve) => server.close(resolve)), doors.close()])
  answer.resolve()
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 40 }, () => 'whole'))
  await closed
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

test('a port on which somebody listens is refused, also where it could be shared', async () => {
  const server = createServer()
  const port = await listen(server)
  await expect(refuseTaken('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  server.close()
})
