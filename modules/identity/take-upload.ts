import type { Outcome } from '@dacsan/decisions'
import type { KeptFile, PhotoUploadRefusal, UploadContent, UploadKind, UploadRefusal } from '@dacsan/platform/files'
import type { Ctx } from '../context.ts'
import { noteSecurity } from './security-log.ts'

type Upload = { content: UploadContent; name: string }

export function takeUpload(ctx: Ctx, upload: Upload, kinds: readonly 'photo'[]): Promise<Outcome<KeptFile, PhotoUploadRefusal>>
export function takeUpload(ctx: Ctx, upload: Upload, kinds: readonly UploadKind[]): Promise<Outcome<KeptFile, UploadRefusal>>
/** Keeps what somebody sends. One in which the virus scanner found something leaves a line in the security log: who sent it, what was found. */
export async function takeUpload(
  ctx: Ctx,
  { content, name }: Upload,
  kinds: readonly UploadKind[],
): Promise<Outcome<KeptFile, UploadRefusal>> {
  const kept = await ctx.files.keep(content, { name, kinds })
  if (!kept.ok && kept.refusal.code === 'file-infected') {
    const { code, found, hash } = kept.refusal
    const { db, now: at, actor } = ctx
    await noteSecurity(db, {
      at,
      what: 'write',
      outcome: 'refused',
      reason: code,
      actor,
      action: found.slice(0, 200),
      object: { type: 'file', id: hash },
    })
  }
  return kept
}
