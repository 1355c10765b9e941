export const waitingWords = { unpublished: (count: number) => `${count} phần luật buộc công bố mà chưa công bố` }
