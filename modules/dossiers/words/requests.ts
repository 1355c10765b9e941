import type { DossierSection } from '../rules/forms.ts'
import type { RequestItem } from '../rules/requests.ts'
import { sectionWords } from './forms.ts'

/** What a line of a request is about. */
export function sayTarget({ about, paper }: Pick<RequestItem, 'about' | 'paper'>): string {
  if (about === 'commune-report') return 'Báo cáo của xã (Mẫu 03)'
  const [kind, name] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  if (kind === 'section') return sectionWords[name as DossierSection]
  if (kind === 'evidence') return `Giấy tờ: ${paper ?? name}`
  return `Tiêu chí ${name}`
}

/** The groups of places that a request can name. */
export const targetGroupWords = { sections: 'Các phần', evidence: 'Giấy tờ', criteria: 'Tiêu chí tự chấm' } as const
