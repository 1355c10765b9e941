/** A moment as people say it, and how long something still holds. */
export const momentWords = {
  at: (time: string, day: string) => `${time} ngày ${day}`,
  minutesLeft: (minutes: number) => `còn ${minutes} phút`,
  hoursLeft: (hours: number) => `còn ${hours} giờ`,
  hoursAndMinutesLeft: (hours: number, minutes: number) => `còn ${hours} giờ ${minutes} phút`,
}
