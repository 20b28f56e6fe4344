import './app/base.css'
import { createRoot } from 'react-dom/client'
import type { Language } from '#contract/codes.ts'
import { type Api, createApi } from './api-client.ts'
import { App } from './app/app.tsx'
import { firstRoute, limitsOf } from './app/route.ts'
import { languageOf } from './app/session.ts'
import { fetchTheme } from './app/theme.ts'
import { readBoth } from './app/use-data.ts'
import { connectHost, type Host } from './host.ts'
import { type Begun, beginCopy, openLocalCopy } from './store/local-copy.ts'

const root = createRoot(document.getElementById('root') as HTMLElement)

async function start() {
  const begun = beginCopy()
  const host = await connectHost()
  if (host === null) {
    const [{ Outside }] = await Promise.all([import('./features/outside/outside.tsx'), fetchTheme('dark')])
    return root.render(<Outside language={languageOf(navigator.language)} inFrame={window.parent !== window} />)
  }
  let language = languageOf(host.locale)
  const api = createApi({ token: host.token, language: () => language })
  if (new URLSearchParams(window.location.search).get('view') === 'config') {
    const [{ ConfigPage }] = await Promise.all([import('./features/config/config-page.tsx'), fetchTheme(host.theme)])
    return root.render(<ConfigPage host={host} api={api} language={language} />)
  }
  await openApp(host, api, begun, (chosen) => {
    language = chosen
  })
}

/** Teams shows its own sign of loading so far; a slower answer than this deserves ours. */
const QUICK_MS = 200
const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))

async function openApp(host: Host, api: Api, begun: Begun, onLanguage: (language: Language) => void) {
  const copy = openLocalCopy(host, () => Date.now(), begun)
  const [saved] = await Promise.all([copy.read(), fetchTheme(host.theme)])
  const first = readBoth(api, saved?.etag ?? null)
  // With a copy to draw, the answer is under way meanwhile. Without one, a quick answer makes the first picture the only one.
  const answered = saved === null ? await Promise.race([first, after(QUICK_MS)]) : null
  root.render(
    <App
      host={host}
      api={api}
      copy={copy}
      saved={saved}
      first={answered ?? first}
      language={saved?.me.language ?? languageOf(host.locale)}
      firstRoute={firstRoute(host.subPageId, window.location.hash, window.location.search)}
      {...limitsOf(window.location.search)}
      onLanguage={onLanguage}
    />,
  )
}

void start()
