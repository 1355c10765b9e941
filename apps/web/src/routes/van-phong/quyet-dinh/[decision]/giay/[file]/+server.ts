import { error } from '@sveltejs/kit'
import { allCertificatesPaper, decisionPaper, findDecision, minutesPaper, noticePaper, proposalPaper } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paperResponse } from '#lib/certificates/paper-response.ts'
import type { RequestHandler } from './$types'

/** `bien-ban.pdf`, `to-trinh.docx`, `quyet-dinh.pdf`, `thong-bao-dos_….pdf`, `giay-chung-nhan.pdf` */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const decisionId = params.decision
  const [, name, format] = /^([\w-]+)\.(pdf|docx)$/.exec(params.file) ?? []
  if (name === undefined || (format !== 'pdf' && format !== 'docx')) error(404, 'Not Found')
  if (name === 'to-trinh') return paperResponse(await proposalPaper(ctx, { decisionId, format }))
  if (name === 'quyet-dinh') return paperResponse(await decisionPaper(ctx, { decisionId, format }))
  if (name === 'giay-chung-nhan' && format === 'pdf') {
    return paperResponse(await allCertificatesPaper(ctx, { decisionId, origin: currentRuntime().config.origin }))
  }
  if (name.startsWith('thong-bao-')) {
    return paperResponse(await noticePaper(ctx, { decisionId, dossierId: name.slice('thong-bao-'.length), format }))
  }
  const { sessionId } = await findDecision(ctx, decisionId)
  if (name !== 'bien-ban' || sessionId === null) error(404, 'Not Found')
  return paperResponse(await minutesPaper(ctx, { sessionId, format }))
}
