import type { NamedAct } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { insertPaper, isKept } from './paper.store.ts'
import type { PaperFile, PaperSubject } from './paper.ts'

/** Keeps a paper under its content, with what it is about; the same content is kept and recorded once, and nothing is written for it again. */
export async function keepPaper(ctx: Ctx, act: NamedAct, paper: PaperFile & { kind: string; subject: PaperSubject }): Promise<void> {
  const { bytes, kind, subject, format } = paper
  const kept = await ctx.files.keepOwn(bytes, paper)
  if (await isKept(ctx.db, { kind, subject, format, fileHash: kept.hash })) return
  const by = actorId(ctx.actor)
  await inTransaction(ctx, async (tx) => {
    await recordFile(tx, kept, { by, at: ctx.now })
    const isNew = await insertPaper(tx, { id: ctx.newId('pap'), kind, subject, format, fileHash: kept.hash, at: ctx.now, by })
    if (isNew) await record(tx, ctx, act, { subjectId: subject.id, detail: { kind, format, file: kept.hash } })
  })
}
