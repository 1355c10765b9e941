import { sectionCodeOf } from '@dacsan/scorecard'
import type { DossierSection, DossierWarning, FormSection } from '@dacsan/modules/dossiers/rules'

/** The addresses of the plain parts of the form. */
export const partNames = { producer: 'chu-the', registration: 'dang-ky', business: 'san-xuat', plan: 'ke-hoach' } as const satisfies Record<
  FormSection,
  string
>

export const dossierPath = (id: string) => `/van-phong/ho-so/${id}`

/** Where a part of the task list is worked on; a scored part begins at its first section. */
export function sectionPath(id: string, section: DossierSection, firstOf: Record<string, string>): string {
  if (section in partNames) return `${dossierPath(id)}/phan/${partNames[section as FormSection]}`
  if (section === 'evidence') return `${dossierPath(id)}/minh-chung`
  return `${dossierPath(id)}/tu-cham/${firstOf[section] ?? ''}`
}

/** Where a criterion is scored. */
export const criterionPath = (id: string, code: string) => `${dossierPath(id)}/tu-cham/${sectionCodeOf(code)}#f-o:${code}`

/** Where the producer gives what a warning misses. */
export function warningPath(id: string, warning: DossierWarning): string {
  if (warning.code === 'criterion-without-paper') return `${dossierPath(id)}/minh-chung?tieu-chi=${warning.criterion}`
  if (warning.code === 'declared-without-paper') return `${dossierPath(id)}/minh-chung?them=${warning.kind}`
  return `/van-phong/minh-chung/${warning.id}`
}

export function formSectionOf(name: string): FormSection | undefined {
  return (Object.keys(partNames) as FormSection[]).find((section) => partNames[section] === name)
}

/** "Xã Cầu Kè" within a sentence: "xã Cầu Kè". */
export const lowerFirst = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
