import { inTransaction } from '@dacsan/platform/context'
import { addDays, addMonths, dateInVietnam } from '@dacsan/vietnam'
import { importRegister } from '../../catalogue/index.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { demoFacts, neighbourSlug } from '../../province/demo.ts'
import { importCertificates } from '../import-certificates.ts'

/** Months, as printed on certificates of those years. */
const term = 36
/** Of some the certificate ended before the demonstration begins: they are told why they get no stand. */
const endedOf = (index: number) => index % 9 === 8

/** The small producers round about, with what was recognised before this platform was there: an import, marked as made for trying out. */
export function neighboursDemo({ ctx }: Pick<DemoStage, 'ctx'>): { steps: DemoStep[] } {
  const today = dateInVietnam(ctx.now)
  const register = demoFacts().neighbours.map(({ name, kind, commune, product, set, stars }, index) => {
    const issuedOn = endedOf(index) ? addDays(addMonths(today, -term), -130 - index) : addDays(today, -400 - index * 3)
    const key = neighbourSlug(index)
    const place = { communeCode: commune, formerCommuneCode: null, formerDistrictCode: null, formerDistrict: null, formerProvince: null }
    const decision = {
      decisionNumber: `${100 + index}/QĐ-UBND (mẫu)`,
      decisionDate: issuedOn,
      authority: 'UBND tỉnh (mẫu)',
      issuedOn,
      validUntil: addMonths(issuedOn, term),
      validityBasis: 'printed' as const,
      year: Number(issuedOn.slice(0, 4)),
    }
    const recognition = {
      row: index + 2,
      stars,
      ...decision,
      sourceUrl: null,
      confidence: 'B' as const,
      note: 'dữ liệu mẫu',
      potentialFive: false,
    }
    const products = [{ key: `hang-${key}`, isKeyed: true, name: product, setCode: set, recognitions: [recognition] }]
    return { key, isKeyed: true, name, row: index + 2, producerKind: kind, ...place, sourceUrl: null, products }
  })
  const bring: DemoStep = {
    ago: 60,
    take: (at) =>
      inTransaction(ctx, async (tx) => {
        const { certificates } = must(await importRegister(tx, register, new Map(), { isSample: true }))
        await importCertificates(tx, certificates, { importId: null, at })
      }),
  }
  return { steps: [bring] }
}
