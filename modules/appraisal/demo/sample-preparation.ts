import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { must } from '../../demo.ts'
import type { Ctx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { acceptAppeal } from '../appeals/answer-appeal.ts'
import { fileAppeal } from '../appeals/file-appeal.ts'
import { planVisit, reportVisit } from '../preparation/field-visits.ts'
import { askTest } from '../preparation/laboratory-tests.ts'
import { recordSamples } from '../preparation/record-samples.ts'
import type { AppealId } from '../rules/ids.ts'

/** The five samples of the criteria sets come with the papers (Quyết định 26/2026/QĐ-TTg, Phụ lục I). */
export async function bringSamples(office: Ctx, dossierId: DossierId): Promise<void> {
  const place = 'Tủ mẫu số 2, Văn phòng điều phối OCOP tỉnh (mẫu)'
  const condition = 'Còn nguyên tem, bao bì'
  must(await recordSamples(office, { dossierId, what: 'receive', pieces: 5, movedOn: dateInVietnam(office.now), place, condition }))
}

/** A visit to where the product is made, planned and told on its day. */
export async function visitProducer(office: Ctx, dossierId: DossierId): Promise<void> {
  const day = dateInVietnam(office.now)
  const { visitId } = must(await planVisit(office, { dossierId, plannedOn: day, visitors: 'Hai thành viên Tổ tư vấn, cán bộ xã (mẫu)' }))
  const findings = 'Xưởng gọn, có khu đóng gói riêng; sổ thu mua và nhật ký sản xuất khớp với hồ sơ (mẫu).'
  must(await reportVisit(office, { dossierId, visitId, visitedOn: day, place: 'Xưởng của chủ thể (mẫu)', findings }, []))
}

/** A test that the producer still has to bring; the report does not wait for it. */
export async function askForTest(office: Ctx, dossierId: DossierId, from: PlainDate): Promise<void> {
  const what = { criterion: '', indicator: 'Tổng số nấm men, nấm mốc (mẫu)', reason: 'Phiếu trong hồ sơ không có chỉ tiêu này.' }
  must(await askTest(office, { dossierId, ...what, askedOf: 'producer', dueOn: addDays(from, 10), reportWaits: false }))
}

export async function fileSampleAppeal(producer: Ctx, dossierId: DossierId): Promise<AppealId> {
  const reason = 'Đơn đăng ký nhãn hiệu đã được Cục Sở hữu trí tuệ chấp nhận hợp lệ; đề nghị xem lại tiêu chí 3.5 (mẫu).'
  return must(await fileAppeal(producer, { dossierId, reason }, null)).appealId
}

export async function acceptSampleAppeal(office: Ctx, appealId: AppealId): Promise<void> {
  must(await acceptAppeal(office, { appealId, isComplex: false }))
}
