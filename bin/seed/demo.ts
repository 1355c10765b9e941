import type { Ctx } from '../../modules/context.ts'
import { seedDecision } from './demo-decision.ts'
import { seedDossiers } from './demo-dossiers.ts'
import { seedPeople } from './demo-people.ts'
import { seedShop } from './demo-shop.ts'

/** Everything here says "dữ liệu mẫu": invented people, invented producers, real commands. */
export async function seedDemo(ctx: Ctx): Promise<void> {
  const cast = await seedPeople(ctx)
  const { closedSessionId, sold } = await seedDossiers(cast)
  await seedDecision(cast, closedSessionId)
  await seedShop(cast, sold)
}
