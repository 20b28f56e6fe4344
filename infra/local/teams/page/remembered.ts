import { useCallback, useState } from 'react'

const read = <T>(key: string, fallback: T): T => {
  try {
    const text = localStorage.getItem(key)
    return text === null ? fallback : (JSON.parse(text) as T)
  } catch {
    // Storage is closed to us or holds something else: begin anew.
    return fallback
  }
}

const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
    return
  }
}

/** State that is still there when the page is opened again in this browser. */
export const useRemembered = <T>(name: string, fallback: T): [T, (value: T) => void] => {
  const key = `puls.${name}`
  const [kept, setKept] = useState(() => ({ key, value: read(key, fallback) }))
  const value = kept.key === key ? kept.value : read(key, fallback)
  const set = useCallback(
    (next: T) => {
      write(key, next)
      setKept({ key, value: next })
    },
    [key],
  )
  return [value, set]
}
