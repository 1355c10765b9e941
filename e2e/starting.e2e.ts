import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

// The whole product as people start it. Its pages are built already: the journeys' own product has seen to that.
test.describe('starting the product', () => {
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    product = await aFreshProduct('none')
  })
  test.afterAll(async () => product.remove())

  test('a second start on one data folder is refused in one line', async () => {
    const first = await product.start()
    const second = product.spawn()
    const [complaint, [status]] = await Promise.all([text(second.stderr!), once(second, 'close')])
    expect(complaint).toMatch(/^dacsan: DATA_DIR \S+ is in use by another dacsan: .*\n$/)
    expect(status).toBe(1)
    await end(first, 'SIGTERM')
  })

  test('the product serves again after it was killed while it served', async ({ request }) => {
    const first = await product.start()
    expect((await request.get(`${product.url}/health/ready`)).status()).toBe(200)
    await end(first, 'SIGKILL')
    const second = await product.start()
    expect((await request.get(`${product.url}/san-pham`)).status()).toBe(200)
    await end(second, 'SIGTERM')
  })

  test('the product ends with status 0 on SIGTERM, and none of its processes goes on', async ({ request }) => {
    const running = await product.start()
    expect(await end(running, 'SIGTERM')).toBe(0)
    await expect(request.get(`${product.url}/health/live`)).rejects.toThrow('ECONNREFUSED')
    const again = await product.start()
    await end(again, 'SIGTERM')
  })
})

async function end(process: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(process, 'exit')
  process.kill(signal)
  const [status] = await ended
  return status as number | null
}
