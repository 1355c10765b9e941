/** The texts of the kit: who we are, how marks may be used, whom to ask. */
export const pressTextKinds = ['about', 'marks', 'contact'] as const
export type PressTextKind = (typeof pressTextKinds)[number]

/** The pictures of the site itself, each as a file of `static`. */
export const kitLogos = ['bieu-trung.svg', 'bieu-trung-mot-mau.svg'] as const
export type KitLogo = (typeof kitLogos)[number]
export const isKitLogo = (name: string): name is KitLogo => (kitLogos as readonly string[]).includes(name)

const drawings: Readonly<Record<KitLogo, readonly [ground: string, star: string, water: string]>> = {
  'bieu-trung.svg': ['#0d5c54', '#e0a12b', '#ffffff'],
  'bieu-trung-mot-mau.svg': ['#000000', '#ffffff', '#ffffff'],
}
/** The sign of the site, as it stands on top of every page. */
export function drawLogo(name: KitLogo): string {
  const [ground, star, water] = drawings[name]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512"><rect width="32" height="32" rx="8" fill="${ground}"/><path d="M16 5.2l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z" fill="${star}"/><path d="M4 26c3-2.4 5-2.4 8 0s5 2.4 8 0 5-2.4 8 0" fill="none" stroke="${water}" stroke-width="2.2" stroke-linecap="round"/></svg>\n`
}
