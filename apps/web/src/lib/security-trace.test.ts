import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { getRequest } from '@sveltejs/kit/node'
import { expect, test } from 'vitest'
import { readFormData } from './forms.ts'
import { statusOf } from './security-trace.ts'

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])(
  'a visitor who goes away while sending a form of the type %s is no fault of the database',
  async (type) => {
    const { promise: failure, resolve } = Promise.withResolvers<unknown>()
    const server = createServer((request) => {
      readFormData(getRequest({ request, base: 'http://localhost' })).then(() => resolve('read'), resolve)
      request.once('data', () => caller.destroy())
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const caller = connect((server.address() as AddressInfo).port, '127.0.0.1')
    caller.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n--a\r\n`)
    const error = await failure
    server.close()
    expect(error).not.toBe('read')
    // What is no error of a form already is judged by what the page threw.
    expect((error as { status?: number }).status ?? statusOf(error)).toBe(400)
  },
)

test('a database that cuts the connection is away, and not the visitor', () => {
  expect(statusOf(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }))).toBe(503)
})
