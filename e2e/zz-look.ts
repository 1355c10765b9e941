import { chromium } from 'playwright-core'
import { findBrowser } from './browser.ts'
const url = process.env['URL']!; const out = process.env['OUT']!
const who = (process.env['WHO'] ?? '').split(',').filter(Boolean); const paths = (process.env['PATHS'] ?? '/van-phong').split(',')
const browser = await chromium.launch(await findBrowser() as any)
for (const w of who) for (const size of [{ width: 360, height: 640 }, { width: 1280, height: 900 }]) {
  const page = await (await browser.newContext({ viewport: size })).newPage()
  await page.goto(url + '/dang-nhap'); await page.fill('input[name=email]', w); await page.fill('input[name=password]', 'dacsan-demo'); await page.press('input[name=password]', 'Enter'); await page.waitForURL(/van-phong/)
  for (const [i, p] of paths.entries()) { await page.goto(url + p); await page.screenshot({ path: `${out}/${w.split('@')[0]}-${i}-${size.width}.png`, fullPage: true }) ; console.log(w, p, size.width, await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join('x'))) }
  await page.context().close()
}
await browser.close()
