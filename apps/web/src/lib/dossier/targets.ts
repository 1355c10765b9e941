import type { DossierSection, RequestTarget } from '@dacsan/modules/dossiers/rules'
import { evidenceKindWords, sectionWords } from '@dacsan/modules/dossiers/words'

/** What a line of a request is about, in words. */
export function sayTarget(about: RequestTarget): string {
  if (about === 'commune-report') return 'Báo cáo của xã (Mẫu 03)'
  const [kind, name] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  if (kind === 'section') return sectionWords[name as DossierSection]
  if (kind === 'evidence') return `Giấy tờ: ${evidenceKindWords[Number(name) as keyof typeof evidenceKindWords].name}`
  return `Tiêu chí ${name}`
}
