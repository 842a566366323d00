// Enhancements only: every page works without this file.
import { initAll } from '/govuk/govuk-frontend.min.js'
import { initAll as initAllMoj } from '/moj/moj-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
initAllMoj()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
