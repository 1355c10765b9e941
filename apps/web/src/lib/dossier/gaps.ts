import type { Gap } from '@dacsan/modules/dossiers/rules'
import { sectionWords, wordsOfField } from '@dacsan/modules/dossiers/words'
import type { FormSection } from '@dacsan/modules/dossiers/rules'
import { formatDate } from '@dacsan/vietnam'
import { criterionPath, dossierPath, sectionPath } from './paths.ts'
import { sayTarget } from './targets.ts'

export type GapLine = { href: string; text: string }

/** What is still open, each line leading to its place. */
export function gapLines(id: string, gaps: readonly Gap[], firstOf: Record<string, string>): GapLine[] {
  return gaps.flatMap((gap): GapLine[] => {
    const href = gap.section === null ? dossierPath(id) : sectionPath(id, gap.section, firstOf)
    switch (gap.code) {
      case 'fields-missing':
        return [
          {
            href,
            text: `${sectionWords[gap.section]}: còn trống ${gap.fields.map((name) => quoted(gap.section as FormSection, name)).join(', ')}`,
          },
        ]
      case 'answers-inconsistent':
        return gap.fields.map((name) => ({
          href: `${href}#f-${name}`,
          text: `${sectionWords[gap.section]}: xem lại ${quoted(gap.section as FormSection, name)}`,
        }))
      case 'criteria-unanswered': {
        const [first] = gap.criteria
        return [
          {
            href: first === undefined ? href : criterionPath(id, first),
            text: `${sectionWords[gap.section]}: chưa chọn ${gap.criteria.length} tiêu chí (${gap.criteria.slice(0, 8).join(', ')}${gap.criteria.length > 8 ? '…' : ''})`,
          },
        ]
      }
      case 'evidence-missing':
        return gap.papers.map(({ kind, kindName }) => ({
          href: `${href}?them=${kind}`,
          text: `Giấy tờ: chưa có ${kindName.toLocaleLowerCase('vi')}`,
        }))
      case 'evidence-expired':
        return gap.papers.map((paper) => ({
          href: `/van-phong/minh-chung/${paper.id}`,
          text: `Giấy tờ: “${paper.title}” hết hạn ngày ${formatDate(paper.expiresOn)}`,
        }))
      case 'request-unanswered':
        return [{ href: anchored(id, gap.about, href), text: `Yêu cầu bổ sung chưa sửa: ${sayTarget(gap)} – ${gap.text}` }]
    }
  })
}

const quoted = (section: FormSection, name: Parameters<typeof wordsOfField>[1]) => `“${wordsOfField(section, name).label}”`

function anchored(id: string, about: string, href: string): string {
  if (!about.startsWith('criterion:')) return href
  const code = about.slice('criterion:'.length)
  return criterionPath(id, code)
}
