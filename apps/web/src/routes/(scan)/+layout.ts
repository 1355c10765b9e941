// A scan is finished HTML: one answer, no script.
export const csr = false
