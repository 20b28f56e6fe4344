export interface BrowserSearch {
  env?: Record<string, string | undefined>
  platform?: string
  isThere?: (path: string) => boolean
}
export declare const findBrowser: (search?: BrowserSearch) => string | undefined
