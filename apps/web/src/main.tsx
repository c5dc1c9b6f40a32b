/**
 * Starts the web app.
 *
 * The faces are served by ourselves: Inter for what is said about the text, Source Serif 4 for the text, Noto Naskh for Arabic. Each file
 * covers one script and is fetched only when a character needs it.
 */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-naskh-arabic/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './design/tokens.css'
import './design/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { tellFaults } from './app/faults.ts'
import { firstPage } from './app/first-page.ts'
import { applyTheme } from './app/theme.ts'

applyTheme()
tellFaults()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root"')
await firstPage(location.pathname)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
