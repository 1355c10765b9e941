import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import type { Demo, DemoPart, DemoStage, DemoStep } from '../demo.ts'
import { demoFacts } from '../province/demo.ts'
import { rooms } from '../rooms.ts'
import { demoClock } from './demo-clock.ts'

/** Throws where this province has no people and goods for a demonstration. */
export function requireDemoFacts(): void {
  demoFacts()
}

/** The demonstration of every room, step by step as the weeks went; `ctx` is the platform, now. */
export async function makeDemo(ctx: Ctx): Promise<void> {
  const clock = demoClock(ctx.now)
  const parts = new Map<Demo, DemoPart>()
  const stage: DemoStage = {
    ctx,
    dayAgo: (ago) => dateInVietnam(clock(ago)),
    of<Part extends DemoPart>(demo: Demo<Part>): Part {
      if (!parts.has(demo)) parts.set(demo, demo(stage))
      return parts.get(demo) as Part
    },
  }
  const steps: DemoStep[] = []
  for (const room of rooms) if (room.demo) steps.push(...stage.of(await room.demo()).steps)
  for (const { ago, take } of steps.toSorted((one, other) => nearness(one) - nearness(other)))
    await take(ago === 'now' ? ctx.now : clock(ago))
}

const nearness = ({ ago }: DemoStep) => (ago === 'now' ? 1 : -ago)
