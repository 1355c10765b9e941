import type { DossierSection, RequestItem } from '@dacsan/modules/dossiers/rules'
import { sectionWords } from '@dacsan/modules/dossiers/words'

/** What a line of a request is about, in words. */
export function sayTarget({ about, paper }: Pick<RequestItem, 'about' | 'paper'>): string {
  if (about === 'commune-report') return 'Báo cáo của xã (Mẫu 03)'
  const [kind, name] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  if (kind === 'section') return sectionWords[name as DossierSection]
  if (kind === 'evidence') return `Giấy tờ: ${paper ?? name}`
  return `Tiêu chí ${name}`
}
