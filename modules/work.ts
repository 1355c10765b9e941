import type { JobHandler, Schedule, Subscriber } from '@dacsan/platform/jobs'

/** What a module does without being asked: jobs by name, who hears of which events, and what the clock starts (crontab patterns in UTC). */
export type Work = {
  jobs?: Record<string, JobHandler>
  subscribers?: readonly Subscriber[]
  schedules?: readonly Schedule[]
}
