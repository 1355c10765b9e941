import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { admitInput, markPaperInput, markStepInput, registerMarkInput } from './inputs.ts'
import { admitUse, keepMarkPaper, recordMarkStep, registerMark } from './keep-mark.ts'
import type { MarkId } from './rules/ids.ts'

export const aMarkForm = (ownerId: OrganisationId, given: Record<string, unknown> = {}) =>
  registerMarkInput.parse({
    kind: 'certification',
    name: 'Dừa sáp Trà Vinh',
    ownerId,
    number: '4-2020-00001',
    about: 'Dừa sáp trồng ở vùng đã khoanh.',
    firstOn: '2020-03-02',
    requestKey: newId('key'),
    ...given,
  })

/** A paper of one page, of these words. */
export const aPaper = (words: string) => ({
  content: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ),
  name: 'quy-che.pdf',
})

export const grantedOn = '2021-06-15'

/** A certification mark from its application to its certificate, with its regulation. */
export async function aGrantedMark(office: Ctx, ownerId: OrganisationId, given: Record<string, unknown> = {}): Promise<MarkId> {
  const { markId } = mustBe(await registerMark(office, aMarkForm(ownerId, given)))
  for (const [step, on] of [
    ['accepted', '2020-04-20'],
    ['published', '2020-06-25'],
    ['granted', grantedOn],
  ] as const)
    // prettier-ignore
    mustBe(await recordMarkStep(office, markStepInput.parse({ markId, step, on, number: step === 'granted' ? '4-0390000' : '' })))
  const paper = markPaperInput.parse({ markId, kind: 'regulation', datedOn: '2020-02-01', number: '10/QĐ' })
  mustBe(await keepMarkPaper(office, paper, aPaper(markId)))
  return markId
}

export const aUseForm = (markId: MarkId, product: string, given: Record<string, unknown> = {}) =>
  admitInput.parse({
    markId,
    product,
    from: '2026-01-01',
    until: '2027-12-31',
    admittedBy: 'Hội Dừa sáp',
    paperNumber: '12/QĐ-HDS',
    requestKey: newId('key'),
    ...given,
  })
export const aUse = async (office: Ctx, markId: MarkId, product: string, given: Record<string, unknown> = {}): Promise<string> =>
  mustBe(await admitUse(office, aUseForm(markId, product, given))).code
