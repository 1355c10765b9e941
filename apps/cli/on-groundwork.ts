import { contextFor } from '@dacsan/modules/runtime'
import type { Ctx } from '../../modules/context.ts'
import { system } from '../../modules/identity/index.ts'
import { seedGroundwork } from './seed-once.ts'
import { withInstallation } from './with-installation.ts'

/**
 * Does `work` in the name of the machine, beside a running server or without one, also before the first start: the law and the communes with their
 * offices are there. `origin`: the public address, for what leads back to it.
 */
export function onGroundwork<Result>(work: (machine: { ctx: Ctx; origin: string }) => Promise<Result>): Promise<Result> {
  return withInstallation(async (installation) => {
    await seedGroundwork(installation)
    return work({ ctx: contextFor(installation, system('command line')), origin: installation.config.origin })
  })
}
