// The rules write this sentence into the request that they make: it must not import them.

/** What is asked for with one line of the check list: what the officer remarked, or that it is missing. */
export const sayIntakeRequest = (label: string, remark = 'còn thiếu'): string => `${label}: ${remark}`
