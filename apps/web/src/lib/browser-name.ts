import { sayDevice } from '@dacsan/modules/identity/words'
import type { Device } from '@dacsan/modules/identity/words'

const browsers: [RegExp, Device['browser']][] = [
  [/Zalo/, 'zalo'],
  [/coc_coc/i, 'coc-coc'],
  [/Edg/, 'edge'],
  [/OPR/, 'opera'],
  [/SamsungBrowser/, 'samsung'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
]
const systems: [RegExp, Device['system']][] = [
  [/Android/, 'android'],
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Windows/, 'windows'],
  [/Mac OS/, 'mac'],
  [/Linux/, 'linux'],
]

/** A browser's own description as its user would say it: `Chrome trên điện thoại Android`. */
export function browserName(userAgent: string | null): string {
  const find = <Name>(list: [RegExp, Name][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return sayDevice({ browser: find(browsers), system: find(systems) })
}
