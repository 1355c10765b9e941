import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { afterUpload, gapPath, paths, takesFiles, takesFilesAt, taskPath, warningPath } from './paths.ts'

const routes = fileURLToPath(new URL('../routes', import.meta.url))

/** What an address looks like that a folder of routes answers: `van-phong/ho-so/[id]` as `van-phong/ho-so/*`. */
const patternOf = (file: string) =>
  file
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
    .map((part) => part.replace(/\[\.\.\..*\]|\[.*\]/, '*'))
    .join('/')
const known = globSync(['**/+page.svelte', '**/+server.ts', '**/+page.server.ts'], { cwd: routes }).map(patternOf)

const marker = '~'
const built = Object.entries(paths).map(([name, path]) => {
  const make = path as string | ((...values: string[]) => string)
  const address = typeof make === 'string' ? make : make(marker, marker, marker)
  return [name, address.split(/[?#]/)[0]!.slice(1).replaceAll('undefined', marker)] as const
})
const answers = (pattern: string, address: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(address)

test('every address of the map has a route', () => {
  expect(built.filter(([, address]) => !known.some((pattern) => answers(pattern, address))).map(([name]) => name)).toEqual([])
})

test('every route is in the map', () => {
  expect([...new Set(known)].filter((pattern) => !built.some(([, address]) => answers(pattern, address)))).toEqual([])
})

test('the addresses of a dossier lead to the exact place', () => {
  expect(paths.dossierEvidence('dos_1')).toBe('/van-phong/ho-so/dos_1/minh-chung')
  expect(paths.dossierEvidence('dos_1', { add: 7, criterion: '3.5' })).toBe('/van-phong/ho-so/dos_1/minh-chung?them=7&tieu-chi=3.5')
  expect(paths.dossierEvidence('dos_1', { row: 7 })).toBe('/van-phong/ho-so/dos_1/minh-chung#loai-7')
  expect(taskPath('dos_1', 'part-b', { 'part-b': '4' })).toBe('/van-phong/ho-so/dos_1/tu-cham/4')
  expect(taskPath('dos_1', 'plan', {})).toBe('/van-phong/ho-so/dos_1/phan/ke-hoach')
  const asked = { at: 'request', about: 'criterion:2.2', section: 'part-a' } as const
  expect(gapPath('dos_1', asked, {})).toBe('/van-phong/ho-so/dos_1/tu-cham/2#f-o:2.2')
  expect(gapPath('dos_1', { at: 'request', about: 'commune-report', section: null }, {})).toBe('/van-phong/ho-so/dos_1')
  expect(warningPath('dos_1', { code: 'paper-without-file', id: 'evi_1', title: 'Giấy' })).toBe('/van-phong/minh-chung/evi_1')
})

test('the secret of an order comes after the whole path of the address', () => {
  expect(paths.orderVietqr('DS-1', 'k')).toBe('/don-hang/DS-1/vietqr.png?k=k')
  expect(paths.orderVietqr('DS-1')).toBe('/don-hang/DS-1/vietqr.png')
})

/** A form for files stands in the page itself, or in a component that it shows. */
function hasFileForm(file: string): boolean {
  const text = readFileSync(file, 'utf8')
  if (text.includes('enctype="multipart/form-data"')) return true
  const shown = [...text.matchAll(/from '(\.[^']+\.svelte|#lib\/[^']+\.svelte)'/g)].map(([, from]) => from!)
  return shown.some((from) =>
    hasFileForm(from.startsWith('#lib/') ? `${routes}/../lib/${from.slice('#lib/'.length)}` : join(dirname(file), from)),
  )
}

test('exactly the pages with a form for files take files', () => {
  const pages = globSync('**/+page.svelte', { cwd: routes })
  const withFiles = pages.filter((page) => hasFileForm(`${routes}/${page}`))
  const routeOf = (page: string) => `/${page.slice(0, -'/+page.svelte'.length)}`
  expect(withFiles.length).toBeGreaterThan(0)
  expect(pages.map(routeOf).filter(takesFiles)).toEqual(withFiles.map(routeOf))
})

test('a page takes files by its address as by its route', () => {
  expect([paths.lot('lot_1'), paths.vault, paths.evidence('evi_1'), paths.dossierEvidence('dos_1', { add: 3 })].every(takesFilesAt)).toBe(
    true,
  )
  expect([paths.lots, paths.lotLabels('lot_1'), paths.evidenceFile('evi_1'), '/', paths.inbox()].some(takesFilesAt)).toBe(false)
})

test('a page after an upload that came in part says so, at the same place of the page', () => {
  expect(afterUpload('/van-phong/lo/1#nhat-ky', { incomplete: true })).toBe('/van-phong/lo/1?anh-thieu#nhat-ky')
  expect(afterUpload('/van-phong/minh-chung?a=1', { incomplete: true })).toBe('/van-phong/minh-chung?a=1&anh-thieu')
  expect(afterUpload('/van-phong/minh-chung', { incomplete: false })).toBe('/van-phong/minh-chung')
})
