import type { Ctx } from '../../../modules/context.ts'
import { demoClock } from './demo-clock.ts'
import { seedDossiers } from './demo-dossiers.ts'
import { seedPeople } from './demo-people.ts'
import { seedShop } from './demo-shop.ts'

/** Everything here says "dữ liệu mẫu": invented people, invented producers, real commands. */
export async function seedDemo(ctx: Ctx): Promise<void> {
  const clock = demoClock(ctx.now)
  const cast = await seedPeople({ ...ctx, now: clock(60) }, ctx.now)
  await seedShop(cast, await seedDossiers(cast, clock))
}
