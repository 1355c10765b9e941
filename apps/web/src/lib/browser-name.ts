const browsers: [RegExp, string][] = [
  [/Zalo/, 'Zalo'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg/, 'Edge'],
  [/OPR/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'điện thoại Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'máy Windows'],
  [/Mac OS/, 'máy Mac'],
  [/Linux/, 'máy Linux'],
]

/** A browser's own description as its user would say it: `Chrome trên điện thoại Android`. */
export function browserName(userAgent: string | null): string {
  const find = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  const [browser, system] = [find(browsers), find(systems)]
  return browser && system ? `${browser} trên ${system}` : (browser ?? system ?? 'Trình duyệt chưa rõ')
}
