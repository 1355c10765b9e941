// Counts what Vitest ran, and names the tests that passed only at the second try (its JSON reporter does not); read by `steps.ts`.
import { writeFile } from 'node:fs/promises'
import type { Reporter } from 'vitest/node'
import type { Count } from './steps.ts'

export default class CountReporter implements Reporter {
  async onTestRunEnd(...[modules, errors]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): Promise<void> {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    // A file that could not be read, and an error that belongs to no test, are failures as well.
    const broken = modules.filter((module) => !module.ok() && ![...module.children.allTests('failed')].length).length
    const count: Count = {
      passed: inState('passed').length,
      failed: inState('failed').length + broken + errors.length,
      skipped: inState('skipped').length,
      secondTry: tests.filter((test) => test.diagnostic()?.flaky).map((test) => test.fullName),
    }
    await writeFile(process.env['COUNT_OUTPUT'] ?? '', JSON.stringify(count))
  }
}
