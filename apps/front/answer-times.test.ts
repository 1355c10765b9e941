import { expect, test } from 'vitest'
import { answerTimes } from './answer-times.ts'

test('answers are counted in the buckets of a Prometheus histogram: each holds those of the faster ones too', () => {
  const times = answerTimes()
  for (const ms of [0, 5, 5.1, 240, 12_000]) times.count('page', 200, ms)
  times.count('machine', 404, 30)
  const value = (line: string) =>
    Number(
      times
        .lines()
        .find((one) => one.startsWith(`${line} `))
        ?.slice(line.length),
    )
  const bucket = (le: string) => value(`dacsan_request_duration_seconds_bucket{kind="page",status="2xx",le="${le}"}`)
  expect([bucket('0.005'), bucket('0.01'), bucket('0.1'), bucket('0.25'), bucket('10'), bucket('+Inf')]).toEqual([2, 3, 3, 4, 4, 5])
  expect(value('dacsan_request_duration_seconds_sum{kind="page",status="2xx"}')).toBe(12.25)
  expect(value('dacsan_request_duration_seconds_count{kind="machine",status="4xx"}')).toBe(1)
  expect(value('dacsan_requests_total{kind="page",status="2xx"}')).toBe(5)
})
