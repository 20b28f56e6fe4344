import { Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ChannelView, PersonView } from '../../../shapes.ts'
import { tokenFor } from '../local-api.ts'
import type { Text } from '../texts.ts'
import { answerTo, type HostActions, type HostState, requestOf, type TabSettings, type Theme } from './protocol.ts'
import { ShareDialog, type Shared } from './share-dialog.tsx'

export interface TabFrameProps {
  /** Accessible name of the frame. */
  title: string
  /** Shown until the tab says that it can be read. */
  loading: string
  url: string
  frame: 'content' | 'settings'
  entityId: string
  subPageId: string
  theme: Theme
  locale: string
  person: PersonView
  tenantId: string
  channel: ChannelView | null
  settings: TabSettings
  text: Text
  openLink(url: string): void
  navigate(subPageId: string): void
  validity?(valid: boolean): void
  keep?(settings: TabSettings): void
  saved?(success: boolean): void
  /** Given the function that asks the configuration page to save. */
  onSaver?(save: () => void): void
}

/**
 * The tab in its real frame, with this page as its Teams. Person, language and place are read by the tab once, at its start:
 * whoever changes them gives the component a new `key`. The theme follows at once, as in Teams.
 */
export const TabFrame = (props: TabFrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [ready, setReady] = useState(false)
  const [shared, setShared] = useState<Shared | null>(null)
  const [sessionId] = useState(() => crypto.randomUUID())

  useEffect(() => {
    const post = (message: object) => frame.current?.contentWindow?.postMessage(message, location.origin)
    const onMessage = async (event: MessageEvent): Promise<void> => {
      if (event.source !== frame.current?.contentWindow || event.origin !== location.origin) return
      const request = requestOf(event.data)
      if (request === null) return
      const now = latest.current
      const args = await answerTo(
        request,
        stateOf(now, sessionId),
        actionsOf(now, { ready: () => setReady(true), share: (subPageId, label) => setShared({ subPageId, label }) }),
      )
      if (args !== null) post({ id: request.id, uuid: request.uuid, args })
    }
    window.addEventListener('message', onMessage)
    latest.current.onSaver?.(() => post({ func: 'settings.save', args: [{}] }))
    return () => window.removeEventListener('message', onMessage)
  }, [sessionId])

  useEffect(() => {
    frame.current?.contentWindow?.postMessage({ func: 'themeChange', args: [props.theme] }, location.origin)
  }, [props.theme])

  return (
    <div className="tab-frame">
      {!ready && <Spinner className="tab-frame-loading" label={props.loading} />}
      <iframe ref={frame} title={props.title} src={props.url} />
      {shared !== null && <ShareDialog shared={shared} text={props.text} openLink={props.openLink} onClose={() => setShared(null)} />}
    </div>
  )
}

const stateOf = (props: TabFrameProps, sessionId: string): HostState => ({
  theme: props.theme,
  locale: props.locale,
  frame: props.frame,
  entityId: props.entityId,
  subPageId: props.subPageId,
  person: props.person,
  tenantId: props.tenantId,
  sessionId,
  channel: props.channel,
  settings: props.settings,
})

const nothing = (): void => undefined

const actionsOf = (props: TabFrameProps, own: Pick<HostActions, 'ready' | 'share'>): HostActions => ({
  ...own,
  token: () => tokenFor(props.person.name),
  openLink: props.openLink,
  navigate: props.navigate,
  validity: props.validity ?? nothing,
  keep: props.keep ?? nothing,
  saved: props.saved ?? nothing,
})
