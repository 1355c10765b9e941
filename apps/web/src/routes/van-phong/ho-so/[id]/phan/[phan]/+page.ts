/** Long answers are typed here on slow phones: nothing comes alive later and takes a word away. */
export const csr = false
