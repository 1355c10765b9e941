import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Ctx } from '../context.ts'
import { audit } from '../identity/index.ts'
import { insertPaper } from './paper.store.ts'
import type { PaperFormat, PaperKind, PaperSubject } from './paper.store.ts'

export type PaperFile = { bytes: Uint8Array; mediaType: string; name: string }

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<PaperFormat, string>

/** Keeps a paper under its content, with what it is about; the same content is kept and told of once. */
export async function producePaper(
  ctx: Ctx,
  paper: { kind: PaperKind; subject: PaperSubject; format: PaperFormat; name: string; bytes: Uint8Array },
): Promise<PaperFile> {
  const { kind, subject, format, bytes } = paper
  const file = { bytes, mediaType: mediaTypes[format], name: `${paper.name}.${format}` }
  const kept = await ctx.files.keepOwn(bytes, file)
  const by = ctx.actor.kind === 'person' ? ctx.actor.userId : null
  await inTransaction(ctx, async (tx) => {
    await recordFile(tx, kept, { by, at: ctx.now })
    const isNew = await insertPaper(tx, { id: ctx.newId('pap'), kind, subject, format, fileHash: kept.hash, at: ctx.now, by })
    if (!isNew) return
    const detail = { kind, format, file: kept.hash }
    await audit(tx, ctx, { action: 'paper.produced', subjectType: subject.type, subjectId: subject.id, detail })
  })
  return file
}
