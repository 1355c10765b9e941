import type { Outcome } from '@dacsan/decisions'
import type { KeptFile, PagesRefusal, PhotoUploadRefusal, Upload, UploadKind, UploadRefusal } from '@dacsan/platform/files'
import type { Ctx } from '../context.ts'
import { actorId } from './actor.ts'
import { noteSecurity } from './security-log.ts'

export function takeUpload(ctx: Ctx, upload: Upload, kinds: readonly ('photo' | 'voice')[]): Promise<Outcome<KeptFile, PhotoUploadRefusal>>
export function takeUpload(ctx: Ctx, upload: Upload, kinds: readonly UploadKind[]): Promise<Outcome<KeptFile, UploadRefusal>>
/** Keeps what somebody sends. One in which the virus scanner found something leaves a line in the security log: who sent it, what was found. */
export async function takeUpload(
  ctx: Ctx,
  { content, name }: Upload,
  kinds: readonly UploadKind[],
): Promise<Outcome<KeptFile, UploadRefusal>> {
  const kept = await ctx.files.keep(content, { name, kinds })
  if (!kept.ok) await noteInfected(ctx, kept.refusal)
  return kept
}

/** The same for several files that become one paper of this name. */
export async function takePages(ctx: Ctx, uploads: readonly Upload[], name: string): Promise<Outcome<KeptFile, PagesRefusal>> {
  const kept = await ctx.files.keepPages(uploads, { name, person: actorId(ctx.actor) })
  if (!kept.ok && kept.refusal.code === 'pages-refused') for (const { refusal } of kept.refusal.faults) await noteInfected(ctx, refusal)
  return kept
}

async function noteInfected({ db, now: at, actor }: Ctx, refusal: { code: string; found?: string | null; hash?: string }): Promise<void> {
  const { code, found, hash } = refusal
  if (code !== 'file-infected') return
  const object = { type: 'file', id: hash ?? '' }
  await noteSecurity(db, { at, what: 'write', outcome: 'refused', reason: code, actor, action: (found ?? '').slice(0, 200), object })
}
