// Copies the design system's style sheets and scripts out of node_modules into wwwroot. Run by the build (Assets.targets).
//   node copy-assets.mjs            Arial, no crown: what anybody may use
//   node copy-assets.mjs --crown    with the crown-copyright font and images: only for services on GOV.UK domains
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, 'node_modules')
const govuk = join(modules, 'govuk-frontend', 'dist', 'govuk')
const moj = join(modules, '@ministryofjustice', 'frontend', 'moj')
const withCrown = process.argv.includes('--crown')

const target = name => {
  const folder = join(here, 'wwwroot', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

// The transport font may only be used on GOV.UK domains; the design system's own advice elsewhere is Arial.
const withoutTransportFont = css => css
  .replace(/@font-face\{[^}]*\}/g, '')
  .replaceAll('GDS Transport,', '')
  .replaceAll('"GDS Transport",', '')

const copyStyles = (from, to, assets) => {
  const css = readFileSync(from, 'utf8').replace(/\/\*# sourceMappingURL=.*?\*\//g, '').replaceAll('/assets/', assets)
  writeFileSync(to, withCrown ? css : withoutTransportFont(css))
}

const copyScript = (from, to) => writeFileSync(to, readFileSync(from, 'utf8').replace(/\/\/# sourceMappingURL=.*/g, ''))

const govukTarget = target('govuk')
copyStyles(join(govuk, 'govuk-frontend.min.css'), join(govukTarget, 'govuk-frontend.min.css'), '/govuk/assets/')
copyScript(join(govuk, 'govuk-frontend.min.js'), join(govukTarget, 'govuk-frontend.min.js'))
if (withCrown) {
  cpSync(join(govuk, 'assets'), join(govukTarget, 'assets'), { recursive: true })
}

const mojTarget = target('moj')
copyStyles(join(moj, 'moj-frontend.min.css'), join(mojTarget, 'moj-frontend.min.css'), '/moj/assets/')
copyScript(join(moj, 'moj-frontend.min.js'), join(mojTarget, 'moj-frontend.min.js'))
// Its logotypes carry the crown too; its icons do not.
cpSync(join(moj, 'assets'), join(mojTarget, 'assets'), {
  recursive: true,
  filter: path => withCrown || !/(logotype|apple-touch|opengraph)/.test(path)
})
