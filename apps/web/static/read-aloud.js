// Reads a page aloud by the voices that the telephone has; nothing is sent anywhere. Without a voice for the language of the page there is no button.
const button = document.querySelector('[data-read-aloud]')
const speech = globalThis.speechSynthesis

const languageOf = (element) => element.closest('[lang]').lang
const voiceOf = (lang) => speech.getVoices().find((voice) => voice.lang.split(/[-_]/)[0].toLowerCase() === lang)

/** What is read, block by block as it is seen: a part in a language without a voice is left out, not read wrongly. */
function spoken() {
  const blocks = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, summary)')]
  return blocks.filter(
    (block) =>
      block.checkVisibility() && !block.querySelector('p, li, dt, dd') && !block.closest('form, nav') && block.innerText.trim() !== '',
  )
}

function read() {
  for (const block of spoken()) {
    const lang = languageOf(block)
    const voice = voiceOf(lang)
    if (!voice) continue
    const saying = new SpeechSynthesisUtterance(block.innerText)
    saying.lang = voice.lang
    saying.voice = voice
    speech.speak(saying)
    saying.addEventListener('end', show)
  }
  show()
}

/** Voices come late on some telephones; the button says what a tap does now. */
function show() {
  button.hidden = !voiceOf(document.documentElement.lang)
  const isReading = speech.speaking || speech.pending
  button.setAttribute('aria-pressed', String(isReading))
  button.textContent = isReading ? button.dataset.stop : button.dataset.start
}

if (button && speech) {
  show()
  speech.addEventListener?.('voiceschanged', show)
  addEventListener('pagehide', () => speech.cancel())
  button.addEventListener('click', () => {
    if (speech.speaking || speech.pending) {
      speech.cancel()
      show()
    } else read()
  })
}
