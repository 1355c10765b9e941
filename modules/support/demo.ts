import type { DemoStage, DemoStep } from '../demo.ts'
import { trainingDemo } from './demo/training.ts'

/** What the room shows of itself. */
export function supportDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: trainingDemo(stage).steps }
}
