import { formatMoney, formatNumber, formatValue } from '#contract/texts/format.ts'
import { words } from '#contract/texts/words.ts'
import type { BenefitView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'

/** How a benefit's yearly amounts are written: money in the project's currency, hours, full-time equivalents, or the bare number. */
export function usePlannedAmount(unit: BenefitView['plannedUnit'], currency: string): (amount: number) => string {
  const { language } = useSession()
  const say = useSay(words)
  if (unit === null) return (amount) => formatNumber(amount, language)
  return unit === 'kr'
    ? (amount) => formatMoney(amount, currency, language)
    : (amount) => formatValue(amount, say(`amountUnit.${unit}`), language)
}
