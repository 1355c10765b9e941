import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// A first view: the worker of a producer's desk would answer from what it kept.
test.use({ serviceWorkers: 'block' })

const KB = 1024

type Weight = { total: number; pictures: number; scripts: number; fonts: number; strangers: string[] }

/** What a first view of the page brings over the line, in bytes as they travel. */
async function weigh(page: Page, path: string): Promise<Weight> {
  // What the page before is still loading would be counted as this page's.
  await page.goto('about:blank')
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.setCacheDisabled', { cacheDisabled: true })
  const answers = new Map<string, { type: string; url: string; bytes: number }>()
  line.on('Network.responseReceived', ({ requestId, type, response }) => answers.set(requestId, { type, url: response.url, bytes: 0 }))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId)
    if (answer) answer.bytes = encodedDataLength
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const sum = (type?: string) =>
    [...answers.values()].filter((answer) => !type || answer.type === type).reduce((all, { bytes }) => all + bytes, 0)
  await line.detach()
  const own = new URL(page.url()).host
  const strangers = [...answers.values()]
    .map(({ url }) => new URL(url))
    .filter(({ protocol, host }) => protocol !== 'data:' && host !== own)
  return { total: sum(), pictures: sum('Image'), scripts: sum('Script'), fonts: sum('Font'), strangers: strangers.map(({ href }) => href) }
}

async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from)
  const links = await page.locator('main a[href]').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''))
  const link = links.find((href) => pattern.test(href))
  if (!link) throw new Error(`${from} has no link like ${String(pattern)}`)
  return link
}

function expectLight(path: string, weight: Weight, most: number, mostScript = 30 * KB): void {
  const { total, pictures, scripts, fonts } = weight
  const kilobytes = [total, pictures, scripts, fonts].map((bytes) => (bytes / KB).toFixed(1))
  console.log(`${path}: ${kilobytes[0]} KB, of which pictures ${kilobytes[1]}, scripts ${kilobytes[2]}, fonts ${kilobytes[3]}`)
  expect(weight.strangers).toEqual([])
  expect(total).toBeGreaterThan(0)
  expect(total - pictures).toBeLessThanOrEqual(most)
  expect(scripts).toBeLessThanOrEqual(mostScript)
  expect(fonts).toBeLessThanOrEqual(25 * KB)
}

for (const path of ['/', '/san-pham', '/en', '/km', '/dang-nhap']) {
  test(`${path} stays within the budget of a public page`, async ({ page }) => {
    expectLight(path, await weigh(page, path), 150 * KB)
  })
}

test('a product page stays within 150 KB without its photos, its main photo within 60 KB', async ({ page }) => {
  const path = await firstLink(page, '/san-pham', /^\/san-pham\/[^?]+$/)
  const weight = await weigh(page, path)
  expectLight(path, weight, 150 * KB)
  expect(weight.pictures).toBeLessThanOrEqual(60 * KB)
})

test('a scan page takes at most 60 KB in all', async ({ page }) => {
  const product = await firstLink(page, '/san-pham', /^\/san-pham\/[^?]+$/)
  const path = await firstLink(page, product, /^\/(t|01)\//)
  const weight = await weigh(page, path)
  expectLight(path, weight, 60 * KB)
  expect(weight.total).toBeLessThanOrEqual(60 * KB)
})

test('the pages of the checkout stay within their budget', async ({ page }) => {
  await page.goto('/san-pham?q=keo+dua+sap&sale=now')
  await page.locator('main article a').first().click()
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  for (const path of ['/gio-hang', '/dat-hang']) expectLight(path, await weigh(page, path), 150 * KB, 50 * KB)
})

const desks = {
  producer: ['/van-phong', '/van-phong/ho-so', '/van-phong/ho-so/moi', '/van-phong/lo/moi', '/van-phong/ban-hang'],
  communeOfficer: ['/van-phong', '/van-phong/xa'],
  provincialOfficer: ['/van-phong', '/van-phong/dot', '/van-phong/tham-dinh', '/van-phong/hoi-dong', '/van-phong/quyet-dinh'],
  leader: ['/van-phong', '/van-phong/lanh-dao', '/van-phong/bao-cao'],
} as const

test('the pages of an office stay within their budget', async ({ page, login }) => {
  for (const [account, paths] of Object.entries(desks)) {
    await login(account as keyof typeof desks)
    for (const path of paths) expectLight(path, await weigh(page, path), 400 * KB, 150 * KB)
  }
})

test('no page scrolls sideways on a telephone, and no word is broken into a column of letters', async ({ page, login }) => {
  const wide: string[] = []
  const crushed: string[] = []
  const look = async (path: string) => {
    await page.goto(path)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path)
    const columns = await page.locator('main :is(a, p, h1, h2, h3, span, dd, td)').evaluateAll((all) =>
      all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && width < 48 && height > 100 ? [element.textContent.trim().slice(0, 40)] : []
      }),
    )
    crushed.push(...columns.map((words) => `${path}: ${words}`))
  }
  /** A list, and the first of each kind of thing that it leads to. */
  const lookInto = async (path: string) => {
    await look(path)
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    const kinds = Map.groupBy(
      links.filter((link) => /_[0-9a-z]{20,}$/.test(link)),
      (link) => link.replace(/_[0-9a-z]+$/, ''),
    )
    for (const [first] of kinds.values()) await look(first!)
  }
  for (const lang of ['', '/en', '/km']) {
    for (const path of ['/', '/san-pham', '/giay-chung-nhan', '/gio-hang', '/don-hang', '/phan-anh', '/t/00000000000001'])
      await look(lang + path)
  }
  for (const [account, paths] of Object.entries(desks)) {
    await login(account as keyof typeof desks)
    for (const path of paths) await lookInto(path)
  }
  expect(wide).toEqual([])
  expect(crushed).toEqual([])
})
