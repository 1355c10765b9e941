/** Upper bounds of the buckets, in seconds: below five milliseconds lies what comes from memory, above ten seconds nobody waits any more. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
const kinds = ['machine', 'page'] as const

export type AnswerKind = (typeof kinds)[number]

/** How long answers took, by kind and class of status: a Prometheus histogram. Counting one costs two look-ups and no text. */
export function answerTimes() {
  const byKind = {
    machine: Array.from({ length: 6 }, emptyTimes),
    page: Array.from({ length: 6 }, emptyTimes),
  } satisfies Record<AnswerKind, unknown>
  return {
    count(kind: AnswerKind, status: number, ms: number): void {
      const times = byKind[kind][Math.floor(status / 100)]
      if (!times) return
      const seconds = ms / 1000
      let bucket = 0
      while (bucket < bounds.length && seconds > bounds[bucket]!) bucket++
      times.buckets[bucket]!++
      times.count++
      times.seconds += seconds
    },
    lines(): string[] {
      const all = kinds.flatMap((kind) =>
        byKind[kind].flatMap((times, status) => (times.count > 0 ? [{ ...times, labels: `kind="${kind}",status="${status}xx"` }] : [])),
      )
      return [
        '# TYPE dacsan_requests_total counter',
        ...all.map(({ labels, count }) => `dacsan_requests_total{${labels}} ${count}`),
        '# TYPE dacsan_request_duration_seconds histogram',
        ...all.flatMap(({ labels, buckets, count, seconds }) => {
          let below = 0
          return [
            ...bounds.map((bound, at) => `dacsan_request_duration_seconds_bucket{${labels},le="${bound}"} ${(below += buckets[at]!)}`),
            `dacsan_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
            `dacsan_request_duration_seconds_sum{${labels}} ${seconds.toFixed(3)}`,
            `dacsan_request_duration_seconds_count{${labels}} ${count}`,
          ]
        }),
      ]
    },
  }
}

const emptyTimes = () => ({ count: 0, seconds: 0, buckets: new Uint32Array(bounds.length + 1) })
