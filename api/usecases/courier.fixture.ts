import type { Courier } from './courier.ts'
import type { DeliveryOutcome } from './ports.ts'

/** A courier that writes down what it is asked to carry, and answers as it is told; for tests of passes. */
export function recordingCourier(answer: (what: string) => DeliveryOutcome = () => SENT, more: Partial<Courier> = {}) {
  const carried: string[] = []
  const carry = async (what: string): Promise<DeliveryOutcome> => {
    carried.push(what)
    return answer(what)
  }
  const courier: Courier = {
    reach: async () => 'reachable',
    install: async () => 'notAllowed',
    deliverNudge: async ({ personId }, _reading, mayStillSend) => {
      const outcome = await carry(`nudge ${personId}`)
      return mayStillSend() ? outcome : { outcome: 'failed', failure: 'quietHours', detail: 'quietHours' }
    },
    updateNudge: ({ key }) => carry(`redraw ${key}`),
    postSummary: ({ key }, period) => carry(`post ${key} ${period}`),
    updateSummary: ({ key }, period) => carry(`update ${key} ${period}`),
    ...more,
  }
  return { courier, carried }
}

export const SENT: DeliveryOutcome = { outcome: 'sent', conversation: 'c', activityId: 'activity-1' }
