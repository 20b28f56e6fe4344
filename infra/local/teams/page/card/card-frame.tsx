import { AdaptiveCard, ExecuteAction, OpenUrlAction, Version } from 'adaptivecards'
import 'adaptivecards/lib/adaptivecards.css'
import './card.css'
import { useEffect, useRef } from 'react'
import { HOST_CONFIG } from './host-config.ts'
import { markdownToHtml } from './markdown.ts'

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text)
  result.didProcess = true
}

export interface CardFrameProps {
  card: Record<string, unknown>
  /** A button is being answered: the card takes no more presses. */
  busy: boolean
  unreadable: string
  onExecute(verb: string, data: unknown): void
  onOpen(url: string): void
}

const drawn = (card: Record<string, unknown>, press: (verb: string, data: unknown) => void, open: (url: string) => void) => {
  const adaptive = new AdaptiveCard()
  adaptive.hostConfig = HOST_CONFIG
  adaptive.version = new Version(1, 5)
  adaptive.onExecuteAction = (action) => {
    if (action instanceof ExecuteAction) press(action.verb ?? '', action.data ?? {})
    else if (action instanceof OpenUrlAction && action.url) open(action.url)
  }
  adaptive.onAnchorClicked = (_element, anchor) => {
    open(anchor.href)
    return true
  }
  adaptive.parse(card)
  return adaptive.render()
}

/** A card as the official renderer draws it. It is drawn anew only when its content changes, so half-written answers stay. */
export const CardFrame = ({ card, busy, unreadable, onExecute, onOpen }: CardFrameProps) => {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ onExecute, onOpen, busy })
  latest.current = { onExecute, onOpen, busy }
  const content = JSON.stringify(card)

  useEffect(() => {
    const element = drawn(
      JSON.parse(content),
      (verb, data) => {
        if (!latest.current.busy) latest.current.onExecute(verb, data)
      },
      (url) => latest.current.onOpen(url),
    )
    place.current?.replaceChildren(element ?? unreadable)
  }, [content, unreadable])

  return <div ref={place} className="card-frame" aria-busy={busy} />
}
