import { findNeeds } from '@dacsan/modules/support'
import { needsPage as words } from '@dacsan/modules/support/words'
import { formatDate } from '@dacsan/vietnam'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

const percent = (share: number) => `${(share / 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { law, weak, scored, papers, absences } = await findNeeds(ctx)
  return {
    law,
    scored,
    weak: weak.map((one) => {
      const share = percent(one.share)
      const need = words.weakSays(one.name, one.communeName, one.setName, one.products, share)
      return {
        ...one,
        share,
        key: `${one.communeCode} ${one.setCode} ${one.code}`,
        make: paths.newCourseFor({ ten: one.name.slice(0, 150), nhu_cau: need, tieu_chi: `${one.setCode}; ${one.code}` }),
      }
    }),
    papers: papers.map((one) => {
      const commune = one.communeName ?? words.unknown
      const need = words.papersSay(one.name, commune, one.producers, formatDate(one.firstOn))
      return {
        ...one,
        commune,
        key: `${one.kind} ${one.communeCode}`,
        make: paths.newCourseFor({ ten: one.name.slice(0, 150), nhu_cau: need }),
      }
    }),
    absences: absences.map((one) => {
      const commune = one.communeName ?? words.unknown
      const need = words.absencesSay(commune, one.absent)
      return { ...one, commune, key: one.communeCode ?? '', make: paths.newCourseFor({ ten: words.absences, nhu_cau: need }) }
    }),
  }
}
