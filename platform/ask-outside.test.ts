import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askOutside } from './ask-outside.ts'
import type { Question } from './ask-outside.ts'

const server = createServer((request, response) => {
  if (request.url === '/long') return void response.end('x'.repeat(5000))
  if (request.url === '/elsewhere') return void response.writeHead(302, { location: '/' }).end()
  if (request.url === '/silent') return
  if (request.url === '/broken') return void response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
  request.pipe(response.writeHead(201, { 'content-type': 'text/plain' }))
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const ask = (path: string, more: Partial<Question> = {}) =>
  askOutside(url + path, { method: 'POST', headers: {}, body: 'xin chào', patience: 2000, mostBytes: 1000, isAllowed: () => true, ...more })

test('an answer is read whole, and one that leads elsewhere is not followed', async () => {
  const answer = await ask('/')
  expect([answer.status, answer.mediaType, new TextDecoder().decode(answer.body)]).toEqual([201, 'text/plain', 'xin chào'])
  expect((await ask('/elsewhere')).status).toBe(302)
})

test('a neighbour of this machine is asked only where it is allowed', async () => {
  await expect(ask('/', { isAllowed: () => false })).rejects.toThrow('no public address')
  await expect(ask('/', { isAllowed: (host) => host === '10.0.0.1' })).rejects.toThrow('no public address')
})

test('an answer that is too long, breaks off or does not come is none', async () => {
  await expect(ask('/long')).rejects.toThrow('answers more than 1000 bytes')
  await expect(ask('/broken')).rejects.toThrow()
  await expect(ask('/silent', { patience: 100 })).rejects.toThrow()
})
