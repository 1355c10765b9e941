import { applies, choosable, partOfSection, scoringSections } from '@dacsan/modules/dossiers/rules'
import type { Choice, ScoringSection } from '@dacsan/modules/dossiers/rules'
import type { CriteriaSet } from '@dacsan/scorecard'

type SetOfPage = Parameters<typeof partOfSection>[0]

/** For each part, the first section with something left to answer; the first of all when nothing is. */
export function firstSections(set: SetOfPage, choices: readonly Choice[]): Record<ScoringSection, string> {
  const answered = new Set(choices.map((choice) => choice.criterion))
  const open = (section: CriteriaSet['parts'][number]['sections'][number]) =>
    choosable(section).some(({ code }) => !answered.has(code) && applies(set, choices, code))
  const first = (part: ScoringSection) => {
    const { sections } = partOfSection(set, part)
    return (sections.find(open) ?? sections[0])?.code ?? ''
  }
  return Object.fromEntries(scoringSections.map((part) => [part, first(part)])) as Record<ScoringSection, string>
}

/** The decision prints its headings in capitals; on a screen they read better as a sentence. */
export function headingOf(name: string): string {
  const capitals = name === name.toLocaleUpperCase('vi')
  return capitals ? name.charAt(0) + name.slice(1).toLocaleLowerCase('vi') : name
}
