import { formatTime } from '#contract/texts/format.ts'
import type { RequestView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { fetchRequests } from './lists-api.ts'
import { readableUrl, shortUrl } from './request-words.ts'
import { usePolled } from './use-polled.ts'

const REFRESH_MS = 2_000
const SHOWN = 200
const CALLERS = ['app', 'admin', 'owner', 'anonymous'] as const

const callerWords = (caller: string, text: Text): string => {
  const known = CALLERS.find((one) => one === caller)
  return text(known ? `requests.${known}` : 'requests.person')
}

const isFine = (status: number): boolean => status >= 200 && status < 300

/** What the list server has been asked, newest first, and what it cost in resource units. */
export const RequestTable = ({ text }: { text: Text }) => {
  const { value } = usePolled('requests', () => fetchRequests(SHOWN), REFRESH_MS)
  const requests = (value ?? []).map((request: RequestView, line) => ({ ...request, line })).toReversed()
  const units = requests.reduce((sum, request) => sum + request.units, 0)

  return (
    <section className="requests">
      <p className="quiet">{text('requests.intro', { count: requests.length, units })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="rows-scroll" tabIndex={0} aria-label={text('lists.requests')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('feed.when')}</th>
              <th scope="col">{text('feed.whom')}</th>
              <th scope="col">{text('requests.answer')}</th>
              <th scope="col">{text('requests.units')}</th>
              <th scope="col">{text('requests.what')}</th>
            </tr>
          </thead>
          <tbody>
            {requests.map((request) => (
              <tr key={request.line}>
                <td className="feed-when">{formatTime(request.at)}</td>
                <td>{callerWords(request.caller, text)}</td>
                <td className={isFine(request.status) ? undefined : 'fault'}>
                  {request.status === 0 ? text('requests.none') : request.status}
                </td>
                <td>{request.units}</td>
                <td className="requests-url" title={readableUrl(request.url)}>
                  <strong>{request.method}</strong> {shortUrl(request.url)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
