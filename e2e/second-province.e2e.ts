import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { foldText } from '@dacsan/vietnam'
import { accounts, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { crawl } from './way/crawl.ts'
import type { Answer } from './way/crawl.ts'

// A province that does not exist, served by the same software: whatever it says of the first one, the software says by itself.
test.describe('a second province', () => {
  test.setTimeout(600_000)
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  let running: ChildProcess
  test.beforeAll(async () => {
    test.setTimeout(300_000) // a demonstration of its own is made first
    product = await aFreshProduct('demo', 'tinh-mau')
    running = await product.start()
  })
  test.afterAll(async () => product.remove())

  test('no answer of a second province names the first, and every page has its own name', async ({ playwright }) => {
    const answers: Answer[] = []
    for (const account of [null, ...readers]) {
      const session = await playwright.request.newContext({ baseURL: product.url, extraHTTPHeaders: { origin: product.url } })
      if (account) await session.post('/dang-nhap', { form: { email: accounts[account], password: 'dacsan-demo' } })
      answers.push(...(await crawl(session, account ? ['/van-phong'] : publicStarts, (path) => !account || path.startsWith('/van-phong'))))
      await session.dispose()
    }
    expect(
      answers.filter(({ content }) => firstProvince.test(foldText(content))).map(({ path, content }) => [path, around(content)]),
    ).toEqual([])
    const pages = answers.filter(({ kind }) => kind === 'html')
    expect(pages.filter(({ content }) => !content.includes('Chợ Mẫu')).map(({ path }) => path)).toEqual([])
    // Enough was seen for the above to mean something: pages, papers as PDF and Word, tables, data.
    expect(pages.length).toBeGreaterThan(80)
    const kinds = new Set(answers.map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual(['css', 'csv', 'docx', 'html', 'ics', 'json', 'jwt', 'pdf', 'png', 'txt', 'xlsx', 'xml', 'zip'])
    for (const kind of ['docx', 'pdf'] as const)
      expect(answers.some((answer) => answer.kind === kind && /ỦY BAN NHÂN DÂN\s+TỈNH MẪU/i.test(answer.content))).toBe(true)
  })

  test('a second province has its own languages, its own letters in order codes and its own colours', async ({ request }) => {
    const home = await (await request.get(`${product.url}/`)).text()
    expect(home).toContain('Của ngon tỉnh Mẫu')
    expect(home).toContain('Tỉnh này không có thật')
    expect(home).not.toContain('hreflang="km"')
    const khmer = await request.get(`${product.url}/km/san-pham?q=che`, { maxRedirects: 0 })
    expect([khmer.status(), khmer.headers()['location']]).toEqual([303, '/san-pham?q=che'])
    expect(await (await request.get(`${product.url}/don-hang`)).text()).toContain('bắt đầu bằng MA')
    expect(home).toContain('href="/province.css"')
    expect(await (await request.get(`${product.url}/province.css`)).text()).toContain('--water:light-dark(#5b2a86,#c9a7ee);')
    expect(await (await request.get(`${product.url}/.well-known/gs1resolver`)).json()).toMatchObject({
      name: 'Chợ Mẫu',
      contact: { fn: 'Chợ Mẫu: nền tảng OCOP tỉnh Mẫu' },
    })
  })

  test('a start with another province, or with one without a folder, ends with one line that names the reason', async () => {
    const complaintOf = async (child: ReturnType<typeof product.spawn>) => {
      const [complaint, [status]] = await Promise.all([text(child.stderr!), once(child, 'close')])
      return [complaint, status]
    }
    running.kill('SIGTERM')
    await once(running, 'exit')
    expect(await complaintOf(product.spawn({ PROVINCE: 'vinh-long' }))).toEqual([
      'dacsan: PROVINCE=vinh-long: this installation was made for tinh-mau\n',
      1,
    ])
    expect(await complaintOf(product.spawn({ PROVINCE: 'nowhere' }))).toEqual([
      'dacsan: PROVINCE=nowhere has no data/provinces/nowhere/province.json; there are tinh-mau, vinh-long\n',
      1,
    ])
  })
})

/** With and without accents, together and apart, and in Khmer. */
const firstProvince = /\b(tra[\s-]*vinh|vinh[\s-]*long|ben[\s-]*tre)\b|ត្រាវិញ|វិញឡុង|បេនត្រេ/
const around = (content: string) => {
  const folded = foldText(content)
  const at = folded.search(firstProvince)
  return folded.slice(Math.max(0, at - 80), at + 80)
}

const readers = ['producer', 'communeOfficer', 'provincialOfficer', 'secretary', 'member1', 'chair', 'leader', 'administrator'] as const
const publicStarts = [
  '/',
  '/en',
  '/dang-nhap',
  '/don-hang',
  '/gio-hang',
  '/phan-anh',
  '/khong-co-trang-nay',
  '/robots.txt',
  '/sitemap.xml',
  '/api/openapi.json',
  '/api/v1/products',
  '/api/v1/products?format=csv',
  '/api/v1/sets',
  '/.well-known/gs1resolver',
  '/.well-known/did.json',
  '/giay-chung-nhan/kiem-tra',
  '/km/giay-chung-nhan/kiem-tra',
]
