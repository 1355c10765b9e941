import { formatDate } from '@dacsan/vietnam'
import type { EvidenceKind } from '../rules/evidence.ts'
import type { FieldName, FormSection } from '../rules/forms.ts'
import type { Gap } from '../rules/gaps.ts'
import type { EvidenceId } from '../rules/ids.ts'
import type { RequestTarget } from '../rules/requests.ts'
import { sectionWords, wordsOfField } from './forms.ts'
import { sayTarget } from './requests.ts'

/** Where a gap is closed. */
export type GapPlace =
  | { at: 'section'; section: FormSection; field?: FieldName }
  | { at: 'criterion'; criterion: string }
  | { at: 'evidence'; kind: EvidenceKind }
  | { at: 'papers' }
  | { at: 'paper'; evidenceId: EvidenceId }
  | { at: 'request'; about: RequestTarget; section: Gap['section'] }

/** At most so many criteria are named in one line. */
const named = 8

/** What stands between a draft and its filing, line by line, each with its place. */
export function gapLines(gaps: readonly Gap[]): { place: GapPlace; text: string }[] {
  return gaps.flatMap((gap): { place: GapPlace; text: string }[] => {
    switch (gap.code) {
      case 'fields-missing': {
        const section = gap.section as FormSection
        const fields = gap.fields.map((name) => quoted(section, name)).join(', ')
        return [{ place: { at: 'section', section }, text: `${sectionWords[section]}: còn trống ${fields}` }]
      }
      case 'answers-inconsistent': {
        const section = gap.section as FormSection
        return gap.fields.map((field) => ({
          place: { at: 'section', section, field },
          text: `${sectionWords[section]}: xem lại ${quoted(section, field)}`,
        }))
      }
      case 'criteria-unanswered': {
        const codes = `${gap.criteria.slice(0, named).join(', ')}${gap.criteria.length > named ? '…' : ''}`
        const text = `${sectionWords[gap.section]}: chưa chọn ${gap.criteria.length} tiêu chí (${codes})`
        return [{ place: { at: 'criterion', criterion: gap.criteria[0]! }, text }]
      }
      case 'evidence-missing':
        return gap.papers.map(({ kind, kindName }) => ({
          place: { at: 'evidence', kind },
          text: `Giấy tờ: chưa có ${kindName.toLocaleLowerCase('vi')}`,
        }))
      case 'evidence-expired':
        return gap.papers.map(({ id, title, expiresOn }) => ({
          place: { at: 'paper', evidenceId: id },
          text: `Giấy tờ: “${title}” hết hạn ngày ${formatDate(expiresOn)}`,
        }))
      case 'carried-unseen': {
        const { section, criterion } = gap
        const text = `${sectionWords[section]}: chép từ hồ sơ trước, chưa xem lại`
        if (criterion !== null) return [{ place: { at: 'criterion', criterion }, text }]
        return [{ place: section === 'evidence' ? { at: 'papers' } : { at: 'section', section: section as FormSection }, text }]
      }
      case 'request-unanswered': {
        const { about, section } = gap
        return [{ place: { at: 'request', about, section }, text: `Yêu cầu bổ sung chưa sửa: ${sayTarget(gap)} – ${gap.text}` }]
      }
    }
  })
}

const quoted = (section: FormSection, name: FieldName) => `“${wordsOfField(section, name).label}”`
