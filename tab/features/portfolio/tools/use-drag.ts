import { type DragEvent, useMemo, useRef } from 'react'
import type { Extra } from '../shown.ts'
import css from './tools.module.css'

const rowAt = (event: DragEvent<HTMLElement>): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row][aria-level="2"]') : null
const isBelow = (event: DragEvent<HTMLElement>, row: HTMLElement): boolean => {
  const { top, height } = row.getBoundingClientRect()
  return event.clientY > top + height / 2
}

/** Moves a project by dragging its place onto another row; a line shows above or below which it will stand. */
export function useDrag(may: boolean, onDrop: (key: string, over: string, below: boolean) => void): Extra['drag'] {
  const dropped = useRef(onDrop)
  dropped.current = onDrop
  const dragged = useRef<string | null>(null)
  const marked = useRef<HTMLElement | null>(null)
  return useMemo(() => {
    if (!may) return {}
    const unmark = () => marked.current?.classList.remove(css.above ?? '', css.below ?? '')
    return {
      onDragStart: (event) => {
        const row = rowAt(event)
        dragged.current = row?.dataset.id ?? null
        if (row) event.dataTransfer.setDragImage(row, 16, 16)
        event.dataTransfer.effectAllowed = 'move'
      },
      onDragOver: (event) => {
        const row = rowAt(event)
        if (dragged.current === null || !row) return
        event.preventDefault()
        unmark()
        marked.current = row
        row.classList.add((isBelow(event, row) ? css.below : css.above) ?? '')
      },
      onDrop: (event) => {
        const row = rowAt(event)
        const key = dragged.current
        unmark()
        dragged.current = null
        if (key === null || !row?.dataset.id || row.dataset.id === key) return
        event.preventDefault()
        dropped.current(key, row.dataset.id, isBelow(event, row))
      },
      onDragEnd: () => {
        unmark()
        dragged.current = null
      },
    }
  }, [may])
}
