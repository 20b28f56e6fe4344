import './app/base.css'
import { createRoot } from 'react-dom/client'
import { createApi } from './api-client.ts'
import { App } from './app/app.tsx'
import { firstRoute, programmeOf } from './app/route.ts'
import { languageOf } from './app/session.ts'
import { fetchTheme } from './app/theme.ts'
import { readBoth } from './app/use-data.ts'
import { connectHost, type Host } from './host.ts'
import { openLocalCopy } from './store/local-copy.ts'

const root = createRoot(document.getElementById('root') as HTMLElement)

async function start() {
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
  await openApp(host, api, (chosen) => {
    language = chosen
  })
}

async function openApp(host: Host, api: ReturnType<typeof createApi>, onLanguage: (language: 'nb' | 'nn' | 'en') => void) {
  const copy = openLocalCopy(host, () => Date.now())
  const [saved] = await Promise.all([copy.read(), fetchTheme(host.theme)])
  // Under way while the first picture is drawn.
  const first = readBoth(api, saved?.etag ?? null)
  root.render(
    <App
      host={host}
      api={api}
      copy={copy}
      saved={saved}
      first={first}
      language={saved?.me.language ?? languageOf(host.locale)}
      firstRoute={firstRoute(host.subPageId, window.location.hash, window.location.search)}
      programme={programmeOf(window.location.search)}
      onLanguage={onLanguage}
    />,
  )
}

void start()
