/**
 * The longest turn of the event loop, in milliseconds of this thread's own processor time: what everybody else waits for. On the clock of the wall a
 * busy machine would be measured along, and no bound would be both met everywhere and worth anything.
 */
export function watchTurns(): () => number {
  let [longest, last] = [0, process.threadCpuUsage()]
  const timer = setInterval(() => {
    const used = process.threadCpuUsage(last)
    longest = Math.max(longest, (used.user + used.system) / 1000)
    last = process.threadCpuUsage()
  }, 1)
  return () => {
    clearInterval(timer)
    return longest
  }
}
