import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type BrowserContext, type Page, type APIRequestContext, chromium } from '@playwright/test'
import sharp from 'sharp'
import { shrinkImage } from '../platform/images.ts'
import { browserFlags, findBrowser } from './browser.ts'
import { accounts, expect, test } from './fixtures.ts'
import { thinLine } from './thin-line.ts'

const [drafts, photosEach, kills] = [30, 3, 20]
const quota = 50 * 1024 * 1024
const vault = '/van-phong/minh-chung'
const queue = '/van-phong/chua-gui'
const mark = Date.now().toString(36)
const titleOf = (draft: number) => `Giấy ${mark} số ${String(draft).padStart(2, '0')}.`

/** The same numbers in every run: what fails once fails again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** A browser on a profile of its own, ended as a telephone without power ends. */
async function aBrowser(profile: string): Promise<{ context: BrowserContext; kill: () => Promise<void> }> {
  const { executablePath, env } = await findBrowser()
  const flags = [...browserFlags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--lang=vi-VN', 'about:blank']
  const child: ChildProcess = spawn(executablePath, flags, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let address = ''
  for await (const line of createInterface(child.stderr!)) {
    address = /DevTools listening on (ws:\S+)/.exec(line)?.[1] ?? ''
    if (address !== '') break
  }
  child.stderr!.resume()
  const browser = await chromium.connectOverCDP(address)
  return {
    context: browser.contexts()[0]!,
    async kill() {
      const ended = once(child, 'exit')
      // With all its processes, which lead a group of their own.
      process.kill(-child.pid!, 'SIGKILL')
      await ended
      await browser.close().catch(() => {})
    },
  }
}

test('C49: of thirty papers with three photos each none is lost, doubled or cut, whatever ends the browser, the line and the room', async ({
  playwright,
}) => {
  test.setTimeout(600_000)
  const product = process.env['PRODUCT_URL']!
  const line = await thinLine(product)
  const folder = await mkdtemp(join(tmpdir(), 'dacsan-drafts-'))
  const roll = dice(49)
  const began = Date.now()
  const say = (what: string) => console.log(`${Math.round((Date.now() - began) / 1000)} s: ${what}`)
  const photos: { path: string }[] = []
  for (let place = 0; place < photosEach * drafts; place++) {
    const noise = { type: 'gaussian', mean: 100 + place, sigma: 60 } as const
    const photo = await sharp({ create: { width: 540, height: 440, channels: 3, background: '#fff', noise } })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer()
    const path = join(folder, `${place}.jpg`)
    await writeFile(path, photo)
    photos.push({ path })
  }
  /** What the paper holds of these photos: drawn anew by the server, the same of the same bytes alone. */
  const pagesOf = (draft: number) => photos.slice(draft * photosEach, (draft + 1) * photosEach)

  const direct: APIRequestContext = await playwright.request.newContext({ baseURL: product, extraHTTPHeaders: { origin: product } })
  await direct.post('/dang-nhap', { form: { email: accounts.otherProducer, password: 'dacsan-demo' } })
  /** The papers of this run that the server has: where each lies, by its title. */
  const onServer = async () => {
    // Twenty-five to a page.
    const pages = await Promise.all([1, 2].map(async (number) => (await direct.get(`${vault}?sort=title&q=${mark}&page=${number}`)).text()))
    return [...new Set(pages).values()]
      .flatMap((html) =>
        [...html.matchAll(/<a href="([^"]*\/tep)"[^>]*>(Giấy [^<]*)<\/a>/g)].flatMap(([, path, title]) =>
          title!.includes(mark) ? [{ path: path!, title: title! }] : [],
        ),
      )
      .filter(({ path }, at, all) => all.findIndex((one) => one.path === path) === at)
  }

  let running = await aBrowser(join(folder, 'profile'))
  let page: Page = running.context.pages()[0] ?? (await running.context.newPage())
  let killed = 0
  const open = async (path: string) => {
    await page.goto(line.url + path)
    // A browser that is ended has not always written its cookies.
    if (!page.url().includes('/dang-nhap')) return
    await page.locator('input[name="email"]').fill(accounts.otherProducer)
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
    await page.goto(line.url + path)
  }
  const restrict = async () => {
    const session = await running.context.newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin: line.url, quotaSize: quota })
  }
  const kill = async () => {
    killed++
    await running.kill()
    running = await aBrowser(join(folder, 'profile'))
    page = running.context.pages()[0] ?? (await running.context.newPage())
    page.setDefaultTimeout(20_000)
    await restrict()
  }
  const inList = async (): Promise<string[]> => {
    await open(queue)
    const list = page.locator('main')
    await expect(list.getByText(/^\d+ việc$|Không còn việc nào chưa gửi/)).toBeVisible()
    return (await list.innerText()).match(new RegExp(`Giấy ${mark} số \\d\\d\\.`, 'g')) ?? []
  }
  /** Drafts that the device said it keeps. */
  const promised = new Set<string>()
  const nothingMissing = async () => {
    const listed = await inList()
    const known = new Set([...listed, ...(await onServer()).map(({ title }) => title)])
    expect([...promised].filter((title) => !known.has(title))).toEqual([])
    return known
  }

  const form = () => page.locator('form[action="?/add"]')
  /** What the bar and the field say of what was just sent. */
  type Said = 'kept' | 'arrived' | 'no-room'
  const fill = async (draft: number) => {
    const title = titleOf(draft)
    const another = page.getByRole('button', { name: 'Điền bản khác' })
    if (await another.isVisible()) {
      await another.click()
      await expect(form().locator('input[name="title"]')).toHaveValue('')
    } else await open(`${vault}?them`)
    await expect(form()).toBeVisible()
    const pages = form().locator('ol li')
    await expect(async () => {
      if ((await form().locator('input[name="title"]').inputValue()) === title && (await pages.count()) === photosEach) return
      await form()
        .locator('input[type="file"]')
        .setInputFiles(pagesOf(draft).map(({ path }) => path))
      await expect(pages).toHaveCount(photosEach, { timeout: 1000 })
    }).toPass()
    await form().locator('select[name="kind"]').selectOption({ index: 1 })
    await form().locator('input[name="title"]').fill(title)
  }
  const press = () => form().getByRole('button', { name: 'Lưu giấy' }).click()
  const hear = async (): Promise<Said> => {
    // Offered for the form of this page alone, once it lies on the device: the others that wait say nothing of this one.
    const kept = page.getByRole('button', { name: 'Điền bản khác' })
    const full = page.getByText(/hết chỗ|không còn chỗ/)
    // The vault without the form: of many papers this one may stand on a page behind the first.
    const there = page.locator('main').filter({ hasNot: form() }).getByRole('link', { name: 'Thêm giấy', exact: true })
    await expect(kept.or(full).or(there).first()).toBeVisible({ timeout: 30_000 })
    if (await there.isVisible()) return 'arrived'
    return (await kept.isVisible()) ? 'kept' : 'no-room'
  }

  try {
    await open(vault)
    await restrict()
    // The worker of the desk keeps what is needed without a signal.
    for (const path of [`${vault}?them`, queue])
      await expect(async () => {
        await open(path)
        await expect.poll(() => page.evaluate(async (kept) => !!(await caches.match(kept)), path), { timeout: 8_000 }).toBe(true)
      }).toPass({ timeout: 60_000 })

    // The server is away, until the device has no room for more.
    line.goAway()
    let draft = 0
    for (; draft < drafts; draft++) {
      await fill(draft)
      // Some are ended before anything was sent: what was typed and chosen is there again.
      if (draft % 6 === 2) {
        await expect
          .poll(() => page.evaluate(typedHere))
          .toEqual(expect.arrayContaining([titleOf(draft), ...pagesOf(draft).map(({ path }) => basename(path))]))
        await kill()
        await open(`${vault}?them`)
        await expect(form().locator('input[name="title"]')).toHaveValue(titleOf(draft))
        await expect(form().locator('ol li')).toHaveCount(photosEach)
      }
      await press()
      const said = await hear()
      if (said === 'no-room') break
      promised.add(titleOf(draft))
      if (draft % 6 === 5) {
        await kill()
        await nothingMissing()
      }
    }
    say(`without a server: ${promised.size} papers kept within ${quota / 1024 / 1024} MB, the browser ended ${killed} times`)
    expect(promised.size).toBeGreaterThan(10)
    expect(promised.size).toBeLessThan(drafts)

    // The server is back, behind a line that breaks again and again.
    line.comeBack({ breaksAfter: () => 100_000 + roll(2_000_000) })
    for (let round = 0; round < 6; round++) {
      await open('/van-phong').catch(() => {})
      await page.waitForTimeout(300 + roll(2_500))
      await kill()
      if (killed % 3 === 0) await expect(nothingMissing).toPass({ timeout: 30_000 })
    }
    line.comeBack()
    say('the line holds again')

    // The rest, each killed somewhere on its way.
    for (let next = 0; next < drafts; next++) {
      if (promised.has(titleOf(next))) continue
      for (let tries = 0; ; tries++) {
        // Whoever comes back looks first what is there.
        if ((await nothingMissing()).has(titleOf(next))) break
        await fill(next)
        await press()
        if (tries === 0 && killed < kills) {
          await page.waitForTimeout(roll(900))
          await kill()
          continue
        }
        const said = await hear()
        if (said !== 'no-room') break
        // What has gone makes room.
        await page.waitForTimeout(1000)
      }
      promised.add(titleOf(next))
    }
    for (let rest = kills - killed; rest > 0; rest--) {
      await open('/van-phong')
      await page.waitForTimeout(roll(1_000))
      await kill()
    }
    say('everything is on its way')
    await open(queue)
    await expect(page.getByText('Không còn việc nào chưa gửi').or(page.getByText('Chưa được nhận').first())).toBeVisible({
      timeout: 90_000,
    })

    const listed = await inList()
    const there = await onServer()
    const counts = Array.from({ length: drafts }, (_, each) => there.filter(({ title }) => title === titleOf(each)).length)
    say(`the browser ended ${killed} times; ${there.length} papers on the server, ${listed.length} in the list`)
    expect(killed).toBeGreaterThanOrEqual(kills)
    for (let each = 0; each < drafts; each++) expect([1, ...(listed.includes(titleOf(each)) ? [0] : [])]).toContain(counts[each])
    for (const { path, title } of there) {
      const paper = await (await direct.get(path)).body()
      const each = Number(/số (\d\d)\./.exec(title)![1])
      let from = 0
      for (const [place, { path: photo }] of pagesOf(each).entries()) {
        const drawn = await shrinkImage(await readFile(photo), { onWhite: true })
        if (!drawn.ok) throw new Error('the photo is no photo')
        const at = paper.indexOf(drawn.value.bytes, from)
        expect({ title, place, there: at >= 0 }).toEqual({ title, place, there: true })
        from = at + 1
      }
    }
  } catch (error) {
    say(
      `failed at ${page.url()}: ${await page
        .locator('body')
        .innerText()
        .catch(() => 'no page')}`,
    )
    throw error
  } finally {
    await running.kill().catch(() => {})
    await direct.dispose()
    await line.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** What lies on the device of a form that was not sent: its texts, and the names of its files. */
async function typedHere(): Promise<string[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('the browser did not open it')))
    })
  const all: string[] = []
  for (const { name } of await indexedDB.databases()) {
    if (name !== 'dacsan-typed' && name !== 'dacsan-chosen') continue
    const database = await settled(indexedDB.open(name))
    for (const store of database.objectStoreNames)
      for (const { fields } of (await settled(database.transaction(store).objectStore(store).getAll())) as {
        fields: { value?: string; files?: File[] }[]
      }[])
        for (const { value, files } of fields) all.push(...(value === undefined ? [] : [value]), ...(files ?? []).map((file) => file.name))
    database.close()
  }
  return all
}
