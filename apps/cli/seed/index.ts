import { inTransaction } from '@dacsan/platform/context'
import type { Installation } from '@dacsan/platform/installation'
import { newId } from '@dacsan/platform/ids'
import { makeDemo } from '../../../modules/app/make-demo.ts'
import type { Ctx } from '../../../modules/context.ts'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { system } from '../../../modules/identity/index.ts'
import { seedReference } from './reference.ts'

/** `reference`: law, communes, the real register with its sources. `demo`: people, producers and goods made for trying out, marked so. */
export async function seed({ db, files, config }: Installation<Tables>, what: 'reference' | 'demo'): Promise<void> {
  const ctx: Ctx = { db, files, actor: system('khởi tạo dữ liệu'), now: new Date(), newId, origin: config.origin }
  if (what === 'reference') await inTransaction(ctx, (tx) => seedReference(tx, ctx.now))
  else await makeDemo(ctx)
}
